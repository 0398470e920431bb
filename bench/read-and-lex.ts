// The least that a build from Markdown has to do: read the files below a folder, and lex them with `marked`.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexer } from 'marked';
import { markdownIn } from './contestants/documents.js';

const folder = process.argv[2] ?? '';
for (const path of markdownIn(folder)) lexer(readFileSync(join(folder, path), 'utf8'));
