// What a case keeps of diagnoses, to be checked when it is read again. Apart from the public names: who only asks need not
// load what checks.

export { joinedSchema } from './cross-log/joined-schema.js';
export { signalSchema } from './verify/signal-schema.js';
