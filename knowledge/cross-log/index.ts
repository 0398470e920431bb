// The public names of reasoning over the logs of several machines, listed one by one.

export { decidingLog, type LogRequest, type Suspect } from './deciding-log.js';
export { diagnoseJoined, type JoinedDiagnosis } from './diagnose-joined.js';
export type { LogText } from './events.js';
export { joinLogs } from './join-logs.js';
export type { Joined } from './joined-schema.js';
