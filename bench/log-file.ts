// A large log with a few faults hidden in it: are they found, in flat memory, in a small multiple of grep's time?
//
//   npm run trial:log -- [MEGABYTES [SEED]]      1000 and 1 unless given; the log is kept in TMPDIR meanwhile
//
// The log is Configuration Manager markup around real lines (loghub, where ../shared lies beside the project; those of a
// client elsewhere). Exit status 1 when a fault is not found or memory exceeds what is allowed. How many times grep's time
// it took is printed and judged by people: it depends on the machine.

import { grepPattern, type IssueName, runLogTrial } from './log-trial.js';

const mostMegabytes = 200;

const [megabytes = 1000, seed = 1] = process.argv.slice(2).map(Number);
if (!(megabytes > 0) || Number.isNaN(seed)) {
  console.error('usage: npm run trial:log -- [MEGABYTES [SEED]]');
  process.exit(2);
}
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

const trial = await runLogTrial({ megabytes, seed });

const isIssue =
  (one: IssueName) =>
  (other: IssueName): boolean =>
    one.article === other.article && one.issue === other.issue;
const missed = trial.hidden.filter((fault) => !trial.answers.some(isIssue(fault)));
console.log(`${(trial.log.bytes / 1e6).toFixed(0)} MB, ${trial.log.lines.toLocaleString('en')} lines`);
for (const answer of trial.answers) {
  const mark = trial.hidden.some(isIssue(answer)) ? 'found' : '     ';
  console.log(`${mark}  ${answer.confidence.toFixed(2)}  ${answer.article} ${answer.issue}`);
  console.log(`             line ${answer.evidence[0]?.line}: ${answer.evidence[0]?.text.slice(0, 100)}`);
}
for (const { article, issue } of missed) console.log(`MISSED ${article} ${issue}`);

const locale = process.env['LC_ALL'] || process.env['LC_CTYPE'] || process.env['LANG'] || 'C';
const times = (grep: number): string => `pastefix takes ${(trial.seconds / grep).toFixed(1)} x that`;
console.log(`pastefix diagnose: ${trial.seconds.toFixed(2)} s`);
for (const [name, grep] of [
  [locale, trial.grepSeconds.set],
  ['C', trial.grepSeconds.bytes],
] as const)
  console.log(`LC_ALL=${name} grep -icE '${grepPattern}': ${grep.toFixed(2)} s, ${times(grep)}`);
console.log(`memory: ${trial.megabytes.toFixed(0)} MB at most, of ${mostMegabytes}`);
console.log(`faults: ${trial.hidden.length - missed.length} of ${trial.hidden.length} found`);
process.exitCode = missed.length > 0 || trial.megabytes > mostMegabytes ? 1 : 0;
