// pastefix decode: what a code means in every notation and table.

import { decodeCode, readCode, valueOfName } from '../../knowledge/index.js';
import type { Output } from './output.js';
import { UsageError } from './usage-error.js';

/** @returns 1 when a code has no name anywhere. @throws {UsageError} A word is neither a code nor a known name. */
export function decode(codes: readonly string[], output: Output): 0 | 1 {
  const { bold, dim } = output.colours;
  const values = codes.map((code) => {
    const value = readCode(code) ?? valueOfName(code.toUpperCase());
    if (value === undefined)
      throw new UsageError(`“${code}” is not an error code: try 0x80070005, -2147024891 or E_ACCESSDENIED`);
    return value;
  });
  const decoded = values.map(decodeCode);
  for (const { hex, unsigned, signed, names, parts, inner } of decoded) {
    output.print(`${bold(hex)}  unsigned ${unsigned}  signed ${signed}`);
    if (parts !== undefined) {
      output.print(
        `  ${parts.failure ? 'failure' : 'success'}, facility ${parts.facility} (0x${parts.facility.toString(16)}), code ${parts.code} (0x${parts.code.toString(16)})`,
      );
    }
    if (inner !== undefined) output.print(`  wraps ${inner.space} ${inner.value}`);
    for (const { name, space } of names) output.print(`  ${name}  ${dim(space)}`);
    if (names.length === 0) output.print(`  ${dim('no table names it')}`);
  }
  return decoded.every((one) => one.names.length > 0) ? 0 : 1;
}
