// The parts, in the order in which they are run and shown.

import type { Part } from '../part.js';
import { build } from './build.js';
import { database } from './database.js';
import { dialog } from './dialog.js';
import { growth } from './growth.js';
import { log } from './log.js';
import { memory } from './memory.js';
import { quality } from './quality.js';
import { start } from './start.js';
import { time } from './time.js';
import { turn } from './turn.js';

export const parts: readonly Part[] = [quality, time, build, start, memory, growth, log, dialog, turn, database];
