#!/usr/bin/env node
// The terminal twin: every command of Pastefix. Exit status 0 ok, 1 negative outcome, 2 bad usage.

import { Command, CommanderError, Option } from 'commander';
import type { Knowledge } from '../knowledge/index.js';
import type { Database } from './database/open-database.js';
import { KnowledgeFileError } from './knowledge-file-error.js';
import { defaultKnowledge, projectVersion } from './project-folder.js';
import { SettingsError } from './settings-error.js';
import type { DiagnoseOptions } from './terminal/diagnose.js';
import { createOutput } from './terminal/output.js';
import type { TicketChoice } from './terminal/tickets.js';
import { UsageError } from './terminal/usage-error.js';

// Each command loads what it needs: whoever pastes an error need not wait for what reads Markdown or talks to Teams.

const output = createOutput(process, process.env);
// Set rather than exited with, so that what was printed reaches a pipe in full.
const exitWith = (status: number): void => {
  process.exitCode = status;
};

// A reader that has seen enough, `head` say, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const program = new Command('pastefix')
  .description('Paste the error. Get the fix.')
  .version(projectVersion())
  .exitOverride()
  .showHelpAfterError('(--help shows how it is used)')
  .addHelpText('after', '\nExit status: 0 ok, 1 negative outcome, 2 bad usage')
  .addHelpText('after', '\nTo begin with: pastefix chat, or pastefix diagnose FILE');

const knowledgeOption = () =>
  new Option('--knowledge <path>', 'folder of articles, or a compiled snapshot (repeatable)')
    .argParser((path: string, before: readonly string[]) => [...before, path])
    .default([], 'the articles that come with Pastefix');
const knowledgeFrom = async (paths: readonly string[]): Promise<Knowledge> => {
  const { loadKnowledge } = await import('./knowledge-files.js');
  return loadKnowledge(paths.length === 0 ? [defaultKnowledge()] : paths, 'as-needed');
};

program
  .command('diagnose')
  .description('read files, or standard input, as one paste and print the answer')
  .argument('[file...]', 'logs, in UTF-8 or UTF-16')
  .option('--json', 'print one object')
  .option('--jsonl', 'read {"id","text"} a line, print one object a line, in order')
  .addOption(knowledgeOption())
  .addHelpText(
    'after',
    `
Exit status: 0 when there is an answer, 1 when nothing known explains the paste

Examples:
  pastefix diagnose LocationServices.log
  tail -n 200 ccmsetup.log | pastefix diagnose --json`,
  )
  .action(async (files: string[], options: DiagnoseOptions & { knowledge: string[] }) => {
    if (files.length === 0 && process.stdin.isTTY) {
      process.stderr.write('Paste the lines, then press Enter and Ctrl+D (on Windows, Ctrl+Z and Enter).\n');
    }
    const { diagnose } = await import('./terminal/diagnose.js');
    exitWith(await diagnose(await knowledgeFrom(options.knowledge), files, options, process.stdin, output));
  });

program
  .command('compile')
  .description('compile folders of articles into a snapshot')
  .argument('<folder...>')
  .requiredOption('--out <file>', 'the snapshot to write')
  .action(async (folders: string[], options: { out: string }) => {
    // Thousands of articles, most likely: the thread that compiles them starts while this one loads what it needs itself.
    const { CompilingThread, spareThreads } = await import('./compiling-thread.js');
    const started = spareThreads() > 0 ? new CompilingThread() : undefined;
    const { compile } = await import('./terminal/compile.js');
    exitWith(await compile(folders, options.out, output, started));
  });

program
  .command('lint')
  .description('print what to mend in articles, as file:line rule: message')
  .argument('<folder...>')
  .addHelpText('after', '\nExit status: 0 when there is nothing to mend, 1 when there is')
  .action(async (folders: string[]) => {
    const { lint } = await import('./terminal/compile.js');
    exitWith(await lint(folders, output));
  });

program
  .command('decode')
  .description('print what error codes mean, in every notation and table')
  .argument('<code...>', 'hexadecimal, decimal, signed, or a name')
  .addHelpText(
    'after',
    `
Exit status: 0 when each code has a name, 1 when one has none

Example:
  pastefix decode 0x80072f8f -2147024891 E_ACCESSDENIED`,
  )
  .allowUnknownOption() // -2147024891 looks like one
  .action(async (codes: string[]) => {
    const { decode } = await import('./terminal/decode.js');
    exitWith(decode(codes, output));
  });

program
  .command('chat')
  .description('the guided dialog in the terminal')
  .addOption(knowledgeOption())
  .addHelpText(
    'after',
    `
Ends with /quit or Ctrl+D. Nothing is kept, unless PASTEFIX_DATABASE or PASTEFIX_HELPDESK is set: what is handed over
then goes where the running bot would send it.`,
  )
  .action(async (options: { knowledge: string[] }) => {
    const { startChat } = await import('./terminal/start-chat.js');
    await startChat(await knowledgeFrom(options.knowledge), process.env, process.stdin, process.stdout, output);
  });

const tickets = program
  .command('tickets')
  .description('what was handed over, and whether it has arrived')
  .addHelpText('after', '\nReads the database that PASTEFIX_DATABASE names, as the running bot does.');
const tenantOption = () => new Option('--tenant <id>', 'of which organisation, where there are several');
/** Only these commands need a database. */
const onDatabase = async (
  use: (commands: typeof import('./terminal/tickets.js'), database: Database) => Promise<void>,
): Promise<void> => {
  const [commands, { readSettings }] = await Promise.all([import('./terminal/tickets.js'), import('./settings.js')]);
  await commands.withDatabase(readSettings(process.env).database, (database) => use(commands, database));
};

tickets
  .command('list', { isDefault: true })
  .description('number, state and summary of those that are open')
  .option('--all', 'finished ones too')
  .option('--json', 'print one array')
  .addOption(tenantOption())
  .action((options: TicketChoice & { all?: boolean }) =>
    onDatabase((commands, database) => commands.listTickets(database, options, output)),
  );

tickets
  .command('show')
  .description('everything that is known of one')
  .argument('<number>')
  .option('--json', 'print one object')
  .option('--markdown', 'print the evidence packet, in Markdown')
  .addOption(tenantOption())
  .addHelpText('after', '\nExit status: 1 when there is none of that number')
  .action((number: string, options: TicketChoice) =>
    onDatabase((commands, database) => commands.showTicket(database, number, options, output)),
  );

tickets
  .command('send-again')
  .description('make what could not be delivered due again: of one ticket, or everything')
  .argument('[number]')
  .addOption(tenantOption())
  .action((number: string | undefined, options: TicketChoice) =>
    onDatabase((commands, database) => commands.sendTicketsAgain(database, number, options, output)),
  );

tickets
  .command('draft')
  .description('print a draft article of what fixed one')
  .argument('<number>')
  .addOption(tenantOption())
  .addHelpText(
    'after',
    `
Exit status: 1 when nobody has said what fixed it

Example:
  pastefix tickets draft 41 > my-articles/ticket-41.md`,
  )
  .action((number: string, options: TicketChoice) =>
    onDatabase((commands, database) => commands.draftTicket(database, number, options, output)),
  );

program
  .command('serve')
  .description('run the bot for Microsoft Teams (what npm start does)')
  .addHelpText('after', '\nSettings come from the environment; adapters/README.md lists them.')
  .action(async () => {
    const { serve } = await import('./serve.js');
    await serve(process.env);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) exitWith(error.exitCode === 0 ? 0 : 2);
  else if (error instanceof UsageError || error instanceof KnowledgeFileError || error instanceof SettingsError) {
    console.error(`pastefix: ${error.message}`);
    exitWith(2);
  } else {
    console.error(`pastefix: ${error instanceof Error ? error.message : String(error)}`);
    exitWith(1);
  }
}
