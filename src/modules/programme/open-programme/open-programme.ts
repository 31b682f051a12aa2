import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { choice, id, isoDate, maybe, multilingual, text, yes } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { organizationCard, territoryCard } from '#modules/network/public.ts';
import { type Level, levels } from '../codes.ts';
import { maybeMultilingual } from '../maybe-multilingual.ts';
import { action, type ProgrammeTables } from '../programme.ts';

/** What opens a strategy, a programme or a project: its place in the tree, its title, its dates and who says so. */
export const openProgrammeInput = z.strictObject({
  level: choice(levels),
  parent: maybe(id()),
  predecessor: maybe(id()),
  code: z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() : value), z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/)),
  names: multilingual(300),
  about: maybeMultilingual(2_000),
  territory: maybe(text(20)),
  lead: maybe(id()),
  starts_on: isoDate(),
  ends_on: maybe(isoDate()),
  said_by: text(300),
  listed: yes(),
  sensitive: yes(),
});

/** Which rungs may stand above a rung. */
const above: Readonly<Record<Level, readonly Level[]>> = { strategy: [], programme: ['strategy'], project: ['strategy', 'programme'] };

/** Opens a strategy, a programme of one, or a project (domain.md 2.2); a second phase names the first (0.3). */
export const openProgramme = action({
  name: 'open-programme',
  says: 'Opens a strategy, a programme or a project.',
  input: openProgrammeInput,
  refuses: ['code-taken', 'wrong-rung', 'unknown-territory', 'ends-before-start', 'already-followed'],
  run: async (doing, input) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    if (input.ends_on && input.ends_on < input.starts_on) refuse('ends-before-start', {}, 'ends_on');
    if (input.territory && !(await territoryCard(tx, input.territory))) refuse('unknown-territory', {}, 'territory');
    if (input.lead && !(await organizationCard(tx, input.lead))) absent();
    const parent = input.parent ? await rungOf(doing, input.parent) : null;
    if (parent && !above[input.level].includes(parent)) refuse('wrong-rung', {}, 'parent');
    if (input.predecessor) await mayFollow(doing, input.predecessor, input.level);
    const programme = newId(now.getTime());
    const opened = await tx
      .insertInto('programme.programme')
      .values({
        network_id: network, id: programme, level: input.level, parent_id: input.parent ?? null, parent_level: parent, predecessor_id: input.predecessor ?? null,
        code: input.code, names: input.names, about: input.about, territory_code: input.territory ?? null, lead_organization_id: input.lead ?? null,
        starts_on: input.starts_on, ends_on: input.ends_on ?? null, listed: input.listed, sensitive: input.sensitive, opened_at: now, opened_by: actor.account,
      })
      .onConflict((conflict) => conflict.columns(['network_id', 'code']).doNothing())
      .executeTakeFirst();
    if (opened.numInsertedOrUpdatedRows === 0n) refuse('code-taken', {}, 'code');
    await tx
      .insertInto('programme.period')
      .values({ network_id: network, programme_id: programme, version: 1, starts_on: input.starts_on, ends_on: input.ends_on ?? null, said_by: input.said_by, reason: null, set_at: now, set_by: actor.account })
      .execute();
    await record({ name: 'programme-opened', subject: programme, hub: null, body: { level: input.level, parent: input.parent ?? null, predecessor: input.predecessor ?? null } });
    return { programme };
  },
});

async function rungOf({ tx, network, absent }: Doing<ProgrammeTables>, programme: string): Promise<Level> {
  const row = await tx.selectFrom('programme.programme').select('level').where('network_id', '=', network).where('id', '=', programme).executeTakeFirst();
  return row ? row.level : absent();
}

/** A phase follows one of its own rung, and only one phase follows another. */
export async function mayFollow(doing: Doing<ProgrammeTables>, predecessor: string, level: Level): Promise<void> {
  const { tx, network, refuse } = doing;
  if ((await rungOf(doing, predecessor)) !== level) refuse('wrong-rung', {}, 'predecessor');
  const follower = await tx.selectFrom('programme.programme').select('id').where('network_id', '=', network).where('predecessor_id', '=', predecessor).executeTakeFirst();
  if (follower) refuse('already-followed', {}, 'predecessor');
}
