// Writes docs/evidence-packet.schema.json: npm run packet-schema
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidencePacketJsonSchema } from '../bot/index.js';
import { projectFolder } from './project-folder.js';

const file = join(projectFolder(), 'docs', 'evidence-packet.schema.json');
writeFileSync(file, `${JSON.stringify(evidencePacketJsonSchema(), null, 2)}\n`);
