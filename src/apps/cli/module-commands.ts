import type { Command } from 'commander';
import { z } from 'zod';
import { type Action, allActions, allQueries, type Query } from '#core/action.ts';
import type { Actor } from '#core/actor.ts';
import { isUuid, newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { ruleOf } from '#core/policy/rule.ts';
import { InvalidInput, Refusal } from '#core/refusal.ts';
import { StartRefusal } from '#core/start/start-refusal.ts';
import { actorOfToken, consoleActor } from '#modules/network/public.ts';
import { formValues } from '../form-values.ts';
import { openHadina, type OpenHadina } from '../open-hadina.ts';
import { findHomeNetwork } from '../web/home-network.ts';
import '../web/sitemap.ts';

/** `hadina desk open-ticket --via walk-in …`: every action and query, its fields as options, as on the screen and in the API. */
export function registerModuleCommands(program: Command): void {
  const groups = new Map<string, Command>();
  for (const asked of [...allActions().values(), ...allQueries().values()]) {
    const group = groups.get(asked.module) ?? program.command(asked.module).description(`what the module ${asked.module} does`);
    groups.set(asked.module, group);
    const command = group
      .command(asked.spec.name)
      .description(asked.spec.says)
      .argument('[fields...]', 'fields as name=value, for dotted names: names.ar=…')
      .option('--hub <id>', 'the hub where this is done')
      .option('--token <token>', 'act with this token instead of as the console', process.env.HADINA_TOKEN)
      .option('--dry-run', 'do everything and keep nothing')
      .action((fields: string[], options: Options) => runOne(asked, [...fields.map(nameAndValue), ...flagged(asked, options)], options));
    for (const field of flagFields(asked)) command.option(`--${field.replaceAll('_', '-')} <value...>`);
  }
}

interface Options { hub?: string; token?: string; dryRun?: boolean; [flag: string]: unknown }

const ownFlags = new Set(['hub', 'token', 'dry_run', 'json']);

/** The fields of an action that can be given as flags: those of its shape, but for the names the command keeps for itself. */
const flagFields = ({ spec: { input } }: Action | Query): readonly string[] =>
  input instanceof z.ZodObject ? Object.keys(input.shape).filter((field) => !ownFlags.has(field)) : [];

/** What stood behind each flag; a flag given with several values makes a list. */
const flagged = (asked: Action | Query, options: Options): [string, string][] =>
  flagFields(asked).flatMap((field) => {
    const values = options[field.replace(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase())];
    return Array.isArray(values) ? values.map((value): [string, string] => [field, String(value)]) : [];
  });

async function runOne(asked: Action | Query, given: readonly [string, string][], { hub, token, dryRun }: Options): Promise<void> {
  const hadina = await openHadina({ as: 'client' });
  try {
    const actor = await actorFor(hadina, asked, token, hub);
    refuseSealed(asked, token);
    const input = formValues(given);
    const answer = asked.kind === 'action'
      ? await act(hadina.house, actor, asked, input, { dryRun: dryRun === true })
      : await ask(hadina.house, actor, asked, input);
    process.stdout.write(`${JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? String(value) : value), 2)}\n`);
  } finally {
    await hadina.close();
  }
}

function nameAndValue(field: string): [string, string] {
  const at = field.indexOf('=');
  if (at < 1) throw new InvalidInput([{ field, code: 'not-understood', values: {} }]);
  return [field.slice(0, at), field.slice(at + 1)];
}

async function actorFor({ house }: OpenHadina, asked: Action | Query, token: string | undefined, hub: string | undefined): Promise<Actor> {
  if (hub && !isUuid(hub)) throw new InvalidInput([{ field: 'hub', code: 'not-understood', values: {} }]);
  if (token) {
    const actor = await actorOfToken(house, token);
    if (!actor) throw new Refusal('core.sign-in-first');
    return { ...actor, app: 'cli', hub: hub ?? actor.hub };
  }
  const home = await findHomeNetwork(house);
  // The first network of a folder gets the identifier that its first action brings.
  if (!home && asked.fullName !== 'network.open-network') throw new StartRefusal('no-network', {});
  return { ...consoleActor(home?.network ?? newId()), hub: hub ?? null };
}

/** The server's own console never prints sealed or protected matters (design.md section 14). */
function refuseSealed(asked: Action | Query, token: string | undefined): void {
  const rule = ruleOf(asked.fullName);
  if (!token && rule && rule.compartment !== 'C0') throw new Refusal('core.role-missing');
}
