// From nothing to the first answer, with a snapshot: what someone who waits for the bot, or for a command, waits for.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../adapters/project-folder.js';
import { bars, thousands } from '../bars.js';
import { type Measured, median } from '../figure.js';
import type { Setting } from '../part.js';

const rounds = 5;

export async function measure(setting: Setting): Promise<Measured> {
  const snapshot = await setting.snapshot();
  const paste = setting.sets[0]?.rows[0]?.text ?? '';
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    setting.progress(`Pastefix: start ${round + 1} of ${rounds}`);
    times.push(await firstAnswer(snapshot, paste));
  }
  const { seconds } = await setting.build();
  const large = setting.articleCount >= thousands;
  return {
    figures: [
      { what: 'first answer', unit: 's', ours: median(times), bar: bars.startSeconds },
      {
        what: 'first answer, times the build',
        unit: 'ratio',
        ours: median(times) / seconds,
        ...(large ? { bar: bars.start } : {}),
      },
    ],
    notes: [`Start is \`pastefix diagnose --json\` from being called to its answer, the median of ${rounds}.`],
  };
}

/** @returns Seconds. */
function firstAnswer(snapshot: string, paste: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(
      process.execPath,
      [join(projectFolder(), 'dist/adapters/terminal.js'), 'diagnose', '--json', '--knowledge', snapshot],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    let seconds: number | undefined;
    child.stdout.on('data', () => {
      seconds ??= (performance.now() - started) / 1000;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (seconds === undefined) reject(new Error(`no answer, exit status ${code}`));
      else resolve(seconds);
    });
    child.stdin.end(paste);
  });
}
