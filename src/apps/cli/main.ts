import { Command } from 'commander';
import { hadinaVersion } from '#core/project-root.ts';
import { registerBackup } from './backup.ts';
import { registerCheck } from './check.ts';
import { registerDemo } from './demo.ts';
import { registerDrill } from './drill.ts';
import { registerKeys } from './keys.ts';
import { registerModuleCommands } from './module-commands.ts';
import { registerPeopleMatch } from './people-match.ts';
import { report } from './report.ts';
import { registerRestore } from './restore.ts';
import { registerStart } from './start.ts';
import { registerText } from './text.ts';
import { registerToken } from './token.ts';
import { registerUpgrade } from './upgrade.ts';
import { registerOwnProcesses, registerTrust } from '../trust/command.ts';
import { registerExport } from './export.ts';
import { registerImport } from './import.ts';
import { registerFigures } from './figures.ts';
import { registerVerify } from './verify.ts';
import { registerMigrate } from './migrate.ts';

const program = new Command('hadina')
  .description('The open platform of a one-stop social hub and of a network of hubs')
  .version(hadinaVersion())
  .option('--json', 'answer in JSON')
  .showHelpAfterError()
  // Said before the commands are added: each takes it over when it is made.
  .exitOverride((stop) => process.exit(stop.exitCode === 0 ? 0 : 2));

registerStart(program);
registerMigrate(program);
registerDemo(program);
registerToken(program);
registerText(program);
registerVerify(program);
registerFigures(program);
registerImport(program);
registerExport(program);
registerCheck(program);
registerBackup(program);
registerRestore(program);
registerDrill(program);
registerUpgrade(program);
registerKeys(program);
registerTrust(program);
registerOwnProcesses(program);
registerModuleCommands(program);
registerPeopleMatch(program);

program.parseAsync().then(
  () => { process.exitCode ??= 0; },
  (error: unknown) => report(error, program.opts().json === true),
);
