// The HTTP server: activities in, and whether all is well.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { DraftLinks } from './drafts/draft-links.js';
import { draftResponse } from './drafts/draft-response.js';
import type { Metrics } from './metrics.js';
import { BodyError, readJsonBody } from './read-json-body.js';
import { isLoopback } from './safe-address.js';
import type { AppIdentity } from './settings.js';
import { connectBotFramework } from './teams/bot-framework.js';
import { TeamsBot, type TeamsBotParts } from './teams/teams-bot.js';

/** Teams itself sends far less; a log pasted elsewhere may be long. */
const maxBodyBytes = 4 * 1024 * 1024;

export interface ServerParts extends TeamsBotParts {
  /** 0: any free port. */
  readonly port: number;
  /** Absent: only this machine can reach the server. */
  readonly app?: AppIdentity;
  readonly metrics: Metrics;
  /** Where drafts of articles are had as files; nowhere unless told. */
  readonly drafts?: Pick<DraftLinks, 'read'>;
  /** What must work for the bot to be ready, by name; each rejects or throws when it does not. */
  readonly checks: Readonly<Record<string, () => unknown>>;
}

export interface RunningServer {
  /** The port that was given, or found. */
  readonly port: number;
  /** Lets requests under way finish, for a while, then ends. Doing so twice changes nothing. */
  close(): Promise<void>;
}

/** The port cannot be had; the message says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** @throws {ListenError} When the port cannot be had. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { app, log, metrics, checks } = parts;
  const receive = connectBotFramework({ ...(app && { app }), teamsBot: new TeamsBot(parts), log });
  const server = restify.createServer({ name: 'pastefix', handleUncaughtExceptions: false });

  server.pre((request, response, next) => {
    // A web page must not reach a local bot by giving its own name the address of this machine.
    if (app === undefined && !isLocalName(request.headers.host)) {
      response.send(403, { code: 'NotLocal', message: 'Without an app id, only this machine can talk to the bot.' });
      return next(false);
    }
    return next();
  });

  server.post('/api/messages', async (request, response) => {
    try {
      const answer = await receive(request.headers.authorization, await readJsonBody(request, maxBodyBytes));
      response.send(answer.status, answer.body);
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      // Who sends that once may go on so.
      response.setHeader('connection', 'close');
      response.send(error.status, { code: error.code, message: error.message });
    }
  });

  server.get('/healthz', async (_request, response) => {
    response.send(200, { status: 'alive' });
  });

  server.get('/readyz', async (_request, response) => {
    const failing = await failingChecks(checks);
    for (const name of failing) log('not-ready', { part: name });
    response.send(failing.length === 0 ? 200 : 503, {
      status: failing.length === 0 ? 'ready' : `not ready: ${failing.join(', ')}`,
      failing,
    });
  });

  server.get('/metrics', async (_request, response) => {
    response.sendRaw(200, await metrics.read(), { 'content-type': metrics.contentType });
  });

  const { drafts } = parts;
  if (drafts !== undefined) {
    server.get('/drafts/:name', async (request, response) => {
      const { status, body, headers } = draftResponse(
        await drafts.read(new URLSearchParams(request.getQuery()).get('seal') ?? ''),
      );
      response.sendRaw(status, body, headers);
    });
  }

  const http: Server = server.server;
  await listen(server, parts.port, app === undefined ? '127.0.0.1' : undefined);
  let closed: Promise<void> | undefined;
  return {
    port: (http.address() as AddressInfo).port,
    close: () => {
      closed ??= closeGracefully(http);
      return closed;
    },
  };
}

async function failingChecks(checks: ServerParts['checks']): Promise<readonly string[]> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      try {
        await check();
        return [];
      } catch {
        return [name];
      }
    }),
  );
  return results.flat();
}

function isLocalName(host: string | undefined): boolean {
  return isLoopback((host ?? '').replace(/:\d+$/, ''));
}

function listen(server: restify.Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ListenError(listenAdvice(error, port), { cause: error }));
    });
    server.server.listen({ port, ...(host !== undefined && { host }) }, resolve);
  });
}

function listenAdvice({ code, message }: NodeJS.ErrnoException, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use, perhaps by another Pastefix. End that program, or set PORT to another number.`;
    case 'EACCES':
      return `This account may not listen on port ${port}. Set PORT to a number above 1023.`;
    default:
      return `Cannot listen on port ${port}: ${message}`;
  }
}

/** Longest that a request under way may hold up the end. */
const graceMs = 10_000;

function closeGracefully(http: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that is kept alive falls idle only after its request under way.
    const idle = setInterval(() => http.closeIdleConnections(), 50);
    const timer = setTimeout(() => http.closeAllConnections(), graceMs);
    http.close(() => {
      clearInterval(idle);
      clearTimeout(timer);
      resolve();
    });
  });
}
