// Microsoft 365 Agents Playground against the bot on this machine: npm run playground

import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pc from 'picocolors';
import { projectFolder } from './project-folder.js';
import { serve } from './serve.js';
import type { RunningServer } from './server.js';
import { type Environment, readSettings } from './settings.js';

/** Starts the bot, unless one answers already, then the Playground; ends when the Playground ends. */
async function runPlayground(env: Environment): Promise<void> {
  const local = withoutApp(env);
  const { port } = readSettings(local);
  const own = (await isBotRunning(port))
    ? undefined
    : await serve(local, 'in the Playground, which is about to open in the browser');
  const playground = startPlayground(`http://127.0.0.1:${own?.port ?? port}/api/messages`, env);
  endWith(playground, own);
}

/** The Playground does not prove who it is, so its bot must not ask. */
function withoutApp(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('MicrosoftApp')));
}

async function isBotRunning(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2000) });
    return response.headers.get('server') === 'pastefix';
  } catch {
    return false;
  }
}

function startPlayground(endpoint: string, env: Environment): ChildProcess {
  const folder = join(projectFolder(), 'build');
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'playground.yml');
  writeFileSync(config, playgroundConfig());
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const playground = spawn(
    process.execPath,
    [cli, '--app-endpoint', endpoint, '--channel-id', 'msteams', '--disable-telemetry', ...process.argv.slice(2)],
    {
      cwd: folder,
      stdio: ['inherit', 'pipe', 'inherit'],
      env: {
        ...env,
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
      },
    },
  );
  playground.stdout.setEncoding('utf8');
  playground.stdout.on('data', (text: string) => {
    process.stdout.write(
      text.replace(
        /Listening on (\d+)/,
        (_, port) => `${pc.bold('Playground')} is at ${pc.cyan(`http://localhost:${port}`)}`,
      ),
    );
  });
  return playground;
}

/** A chat of its own each time, since the Playground forgets what was said; JSON is YAML too. */
function playgroundConfig(): string {
  const user = (index: number, name: string) => ({
    id: `user-${index}`,
    name,
    userPrincipleName: `user-${index}@example.com`,
    aadObjectId: `00000000-0000-0000-0000-00000000002${index}`,
    givenName: name.split(' ')[0],
    surname: name.split(' ')[1],
    email: `user-${index}@example.com`,
  });
  const config = {
    version: '0.1.1',
    tenantId: '00000000-0000-0000-0000-000000000001',
    bot: { id: '00000000-0000-0000-0000-000000000011', name: 'Pastefix' },
    currentUser: user(0, 'Alex Admin'),
    // It insists on five.
    users: ['Kim Client', 'Robin Root', 'Sam Site', 'Dana Domain', 'Jo Juniper'].map((name, at) => user(at + 1, name)),
    personalChat: { id: `personal-${randomUUID()}` },
    groupChat: { id: `group-${randomUUID()}`, name: 'Site servers' },
    team: {
      id: `team-${randomUUID()}`,
      name: 'Operations',
      aadGroupId: '00000000-0000-0000-0000-000000000031',
      channels: [{ id: '19:alerts@thread.tacv2', name: 'Alerts' }],
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function endWith(playground: ChildProcess, own: RunningServer | undefined): void {
  const end = () => playground.kill();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  playground.once('exit', (status) => {
    if (status) {
      console.error(`The Playground ended with status ${status}; build/playground.log says why.`);
      process.exitCode = status;
    }
    void own?.close();
  });
}

try {
  await runPlayground(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
