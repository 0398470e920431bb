// The least that a build from Markdown has to do: read the files below a folder, and lex them with `marked`.

import { readFileSync } from 'node:fs';
import { lexer } from 'marked';
import { markdownFiles } from '../adapters/markdown-files.js';

for (const { file } of await markdownFiles(process.argv.slice(2))) lexer(readFileSync(file, 'utf8'));
