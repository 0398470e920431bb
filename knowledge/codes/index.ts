// The public names of the code arithmetic, listed one by one.

export { valueOfName } from './code-names.js';
export { type Decoded, decodeCode, hexOf, innerOf, type Named } from './decode-code.js';
export { type FoundCode, findCodes, readCode } from './find-codes.js';
export { isGeneric } from './generic-codes.js';
