// What is taken for a secret or a name. What a helpdesk needs stays: error codes, GUIDs, thumbprints, file names, paths,
// versions.

import { type Finder, finderOf, type Rule } from './finder.js';
import { accounts } from './rules/accounts.js';
import { cellsOfTables, columnsOfTables, fieldsOfLogs } from './rules/columns.js';
import { type Command, commandFinder } from './rules/command.js';
import { accountsInCommands, passwordsInCommands } from './rules/commands.js';
import { cookies } from './rules/cookies.js';
import { hashes, namesBesideHashes } from './rules/hashes.js';
import { noise } from './rules/noise.js';
import { passwords } from './rules/passwords.js';
import { people } from './rules/people.js';
import { privateKeys } from './rules/private-keys.js';
import { tokens } from './rules/tokens.js';

/** What is longest and surest first, so that later ones see labels and not halves of secrets. */
export const rules: readonly (Rule | Command | Finder)[] = [
  // Columns stand where they do as long as nothing beside them is hidden.
  columnsOfTables,
  cellsOfTables,
  ...privateKeys,
  ...namesBesideHashes,
  ...hashes,
  ...cookies,
  ...tokens,
  fieldsOfLogs,
  ...passwordsInCommands,
  ...passwords,
  noise,
  ...accountsInCommands,
  accounts,
  ...people,
];

export const finders: readonly Finder[] = rules.map((rule) => {
  if (typeof rule === 'function') return rule;
  return 'name' in rule ? commandFinder(rule) : finderOf(rule);
});
