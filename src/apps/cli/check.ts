import { readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { InvalidInput } from '#core/refusal.ts';
import { checkIati, type IatiVerdict, mostBytes, StandardMissing } from '#modules/exchange/public.ts';

interface Options { readonly schema?: string; readonly schemaOnly?: boolean }

const mostSaid = 1_000;

/** `hadina check iati FILE --schema DIR`: judges a file, ours or another publisher’s; 0 valid, 2 invalid with line and reason. Needs no database. */
export function registerCheck(program: Command): void {
  program
    .command('check').description('judge a file by its standard: iati')
    .command('iati').description('IATI 2.03: the official schema, ruleset and codelists; exit 0 valid, 2 invalid with line and reason')
    .argument('<file>')
    .option('--schema <folder>', 'where the standard lies: schema, rulesets, codelists', process.env.HADINA_STANDARDS && `${process.env.HADINA_STANDARDS}/iati`)
    .option('--schema-only', 'the schema alone, without ruleset and codelists')
    .action(async (file: string, { schema, schemaOnly = false }: Options) => {
      if (!schema) throw new InvalidInput([{ field: 'schema', code: 'missing', values: {} }]);
      const verdict = await checkIati(await bytesOf(file), { folder: schema, schemaOnly, now: new Date() }).catch((error: unknown) => {
        if (error instanceof StandardMissing) throw new InvalidInput([{ field: 'schema', code: 'not-understood', values: {} }]);
        throw error;
      });
      process.stdout.write(program.opts().json ? `${JSON.stringify(said(file, verdict))}\n` : `${inWords(file, verdict).join('\n')}\n`);
      if (!verdict.valid) process.exitCode = 2;
    });
}

/** The bytes of a file; one that is larger than may be read is not opened, and its size says so to the judge. */
async function bytesOf(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new InvalidInput([{ field: 'file', code: 'not-understood', values: {} }]);
  return found.size > mostBytes ? new Uint8Array(mostBytes + 1) : readFile(file);
}

function said(file: string, { valid, kind, many, findings }: IatiVerdict): object {
  const of = (severity: string) => findings.filter((each) => each.severity === severity);
  const plain = ({ line, rule, reason }: IatiVerdict['findings'][number]) => ({ line, rule, reason });
  return { file, valid, kind, many, errors: of('error').slice(0, mostSaid).map(plain), warnings: of('warning').slice(0, mostSaid).map(plain), error_count: of('error').length, warning_count: of('warning').length };
}

function inWords(file: string, { valid, many, findings }: IatiVerdict): string[] {
  const lines = findings.slice(0, mostSaid).map(({ line, severity, rule, reason }) => `${file}:${line}: ${severity} ${rule}: ${reason}`);
  return [...lines, `${valid ? 'valid' : 'INVALID'}: ${many} in the file, ${findings.filter(({ severity }) => severity === 'error').length} errors, ${findings.filter(({ severity }) => severity === 'warning').length} warnings`];
}
