// Makes the app package that is uploaded to Teams: npm run package

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import { projectFolder, projectVersion } from '../adapters/project-folder.js';
import { readSettings } from '../adapters/settings.js';
import { statusOfRefusal } from '../adapters/terminal/refusal.js';
import { appPackage } from './app-package.js';

/** Teams takes it, but no bot answers there. */
const placeholderId = '00000000-0000-0000-0000-000000000000';

const command = new Command('npm run package --')
  .description('Makes build/pastefix.zip, the app package for Teams, for the app that the environment names.')
  .allowExcessArguments(false)
  .exitOverride()
  // Whoever catches the error prints it.
  .configureOutput({ writeErr: () => undefined })
  .action(makePackage);

try {
  command.parse();
} catch (error) {
  process.exitCode = statusOfRefusal('package', error);
}

function makePackage(): void {
  const project = projectFolder();
  const { id } = readSettings(process.env).app ?? { id: placeholderId };
  const read = (name: string): Uint8Array => readFileSync(join(project, 'manifest', name));
  const version = projectVersion();
  const file = join(project, 'build', 'pastefix.zip');
  mkdirSync(join(project, 'build'), { recursive: true });
  writeFileSync(file, appPackage({ id, version, read }));
  console.log(`Wrote ${pc.bold('build/pastefix.zip')}, version ${version}, for app ${id}.`);
  if (id === placeholderId) {
    console.log(
      `${pc.yellow('This is a placeholder id, good for looking at the package only.')} Set MicrosoftAppId and the other MicrosoftApp… variables as for npm start, and run this again.`,
    );
  } else {
    console.log('Upload it in the Teams admin centre, or in Teams under Apps > Manage your apps > Upload an app.');
  }
}
