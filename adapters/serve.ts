// The running bot: joins settings, knowledge, store, conversation and server, and says how to talk to it.

import { randomBytes } from 'node:crypto';
import pc from 'picocolors';
import { adaptiveCard, createBot } from '../bot/index.js';
import type { Knowledge } from '../knowledge/index.js';
import { DatabaseError } from './database/database-error.js';
import { type Database, openDatabase } from './database/open-database.js';
import { nameOfPlace } from './database/place.js';
import { startRemovingOld } from './database/start-removing-old.js';
import { connectDelivering } from './delivery/connect-delivering.js';
import { createDraftLinks } from './drafts/draft-links.js';
import { loadKnowledge } from './knowledge-files.js';
import { createLog } from './log.js';
import { createMetrics } from './metrics.js';
import { defaultKnowledge, projectVersion } from './project-folder.js';
import { type RunningServer, startServer } from './server.js';
import { type Environment, readSettings, type Settings } from './settings.js';
import { SettingsError } from './settings-error.js';
import { createAcquaintance } from './teams/acquaintance.js';
import { createSupportTeam } from './teams/support-team.js';

/**
 * Starts the bot and ends it on SIGINT or SIGTERM.
 *
 * @param howToTalk How to talk to it on this machine, said at the start.
 * @returns Once it listens.
 * @throws {SettingsError | ListenError | KnowledgeFileError} Each saying what to do; nothing is left open.
 */
export async function serve(env: Environment, howToTalk = playgroundHint): Promise<RunningServer> {
  const settings = readSettings(env);
  const log = createLog();
  const metrics = createMetrics();
  const knowledge = await loadKnowledge(settings.knowledge.length > 0 ? settings.knowledge : [defaultKnowledge()]);
  const database = await open(settings.database);
  const clock = () => new Date();
  const { key = randomBytes(32).toString('hex') } = settings.redaction;
  const redaction = { ...settings.redaction, key };
  const removingOld = startRemovingOld({ database, days: settings.retentionDays, clock, log });
  const delivering = connectDelivering({ settings, database, redaction, metrics, clock, log });
  const local = () => (settings.app === undefined ? `http://localhost:${server.port}` : undefined);
  const drafts = createDraftLinks({
    address: () => settings.publicAddress ?? local(),
    key,
    store: database.store,
    clock,
    log,
  });
  let server: RunningServer;
  try {
    server = await startServer({
      port: settings.port,
      ...(settings.app && { app: settings.app }),
      bot: metrics.watchBot(
        createBot({
          knowledge: metrics.watchKnowledge(knowledge),
          store: delivering.store,
          log,
          clock,
          version: projectVersion(),
          redaction,
          destinations: delivering.destinations,
          draftLink: drafts.linkTo,
        }),
      ),
      draw: adaptiveCard,
      acquaintance: createAcquaintance(database.references, delivering.met, log),
      supportTeam: createSupportTeam({
        channels: settings.supportChannels,
        isProven: settings.app !== undefined,
        clock,
        log,
      }),
      log,
      metrics,
      drafts,
      checks: {
        knowledge: () => requireIssues(knowledge),
        database: () => database.check(),
      },
    });
  } catch (error) {
    await delivering.close();
    await removingOld.close();
    await database.close();
    throw error;
  }

  const running: RunningServer = {
    port: server.port,
    async close() {
      await server.close();
      await delivering.close();
      await removingOld.close();
      await database.close();
    },
  };
  const end = (signal: NodeJS.Signals) => {
    log('ending', { signal });
    running.close().then(
      () => log('ended'),
      (error: unknown) => {
        log('end-failed', { error: error instanceof Error ? error.name : typeof error });
        process.exitCode = 1;
      },
    );
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.stdout.write(`${welcome(settings, server.port, knowledge, howToTalk)}\n`);
  return running;
}

/** A database that cannot be used is a setting that needs a change. */
async function open(place: string): Promise<Database> {
  try {
    return await openDatabase(place);
  } catch (error) {
    if (error instanceof DatabaseError) throw new SettingsError(error.message, { cause: error });
    throw error;
  }
}

function requireIssues({ issueCount }: Knowledge): void {
  if (issueCount === 0) throw new Error('The knowledge holds no issue');
}

const playgroundHint = 'npm run playground  (in another terminal; opens a Teams-like client in the browser)';

/** What whoever started it wants to know. */
function welcome(
  { app, database }: Settings,
  port: number,
  { articleCount, issueCount }: Knowledge,
  howToTalk: string,
): string {
  const colours = pc.createColors(process.stdout.isTTY && pc.isColorSupported);
  const address = `http://localhost:${port}/api/messages`;
  const lines: (readonly [name: string, text: string])[] = [
    ['Messages', colours.cyan(address)],
    ['Knowledge', `${articleCount} articles, ${issueCount} faults and guides`],
    ['Database', nameOfPlace(database)],
    app === undefined
      ? ['Talk to it', howToTalk]
      : ['Teams', `app ${app.id}; the Azure Bot must send its messages to /api/messages over HTTPS`],
  ];
  return [
    `${colours.bold('Pastefix')} is running. Paste the error, get the fix.`,
    ...lines.map(([name, text]) => `  ${colours.dim(name.padEnd(12))}${text}`),
    ...(app === undefined
      ? [
          `${colours.yellow('Only this machine can reach it')}, because MicrosoftAppId is not set; see README.md to connect it to Teams.`,
        ]
      : []),
    colours.dim('End with Ctrl+C.'),
  ].join('\n');
}
