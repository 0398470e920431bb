// Writes knowledge/codes/names.ts from a JSON-lines file of {"space","value","name"}:
//   npm run code-names -- FILE.jsonl
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const Row = z.object({
  space: z.enum(['win32', 'hresult', 'ntstatus', 'wininet', 'winhttp']),
  value: z.string().regex(/^0x[0-9a-f]{1,8}$/i),
  name: z.string().regex(/^\w+$/),
});

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: npm run code-names -- FILE.jsonl');
  process.exit(2);
}
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => Row.parse(JSON.parse(line)));

const spaces = [...new Set(rows.map((row) => row.space))].sort();
const tables = spaces.map((space) => {
  const byValue = new Map<number, string[]>();
  for (const row of rows.filter((candidate) => candidate.space === space)) {
    const value = Number(row.value);
    byValue.set(value, [...new Set([...(byValue.get(value) ?? []), row.name])]);
  }
  const lines = [...byValue]
    .sort(([a], [b]) => a - b)
    .map(([value, names]) => `${value.toString(16)} ${names.join(' ')}`);
  return `  ${space}: \`\n${lines.join('\n')}\n\`,`;
});
const text = `// Made by \`npm run code-names\` from public-domain headers; not edited by hand.
// A line is a value in hexadecimal, then its names in that number space.

export const names = {
${tables.join('\n')}
} as const;
`;
writeFileSync(resolve('knowledge/codes/names.ts'), text);
console.log(`${rows.length} names in ${spaces.length} spaces`);
