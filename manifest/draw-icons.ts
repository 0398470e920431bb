// Draws the icons into this folder: npm run build && node dist/manifest/draw-icons.js

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../adapters/project-folder.js';
import { colourIcon, outlineIcon } from './icons.js';

const folder = join(projectFolder(), 'manifest');
writeFileSync(join(folder, 'color.png'), colourIcon());
writeFileSync(join(folder, 'outline.png'), outlineIcon());
