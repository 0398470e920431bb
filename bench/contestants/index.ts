// Who can be asked, by name.

import type { Contestant } from './contestant.js';
import { flexsearch } from './flexsearch.js';
import { fuse } from './fuse.js';
import { lunrContestant } from './lunr.js';
import { minisearch } from './minisearch.js';
import { pastefix } from './pastefix.js';

export const peers: readonly Contestant[] = [minisearch, lunrContestant, flexsearch, fuse];

export const contestants: readonly Contestant[] = [pastefix, ...peers];
