import { sql } from 'kysely';
import { z } from 'zod';
import { markOfBait } from '#core/brakes/bait.ts';
import { choice, id, maybe, text, wholeNumber } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { normVersion } from '#core/text/skeleton.ts';
import { hubsOf } from '#modules/network/public.ts';
import { countKnownName } from '../matching/known-name.ts';
import { writeWords } from '../matching/name-words.ts';
import { newCode } from '../matching/told-code.ts';
import { action } from '../people.ts';

const invented = z.strictObject({ hub: id(), name: text(120), birth_year: maybe(wholeNumber(1930, 2012)), sex: choice(['female', 'male'] as const) });

/**
 * Plants the file of a person who does not exist among those of a hub: nobody has a reason to open it, so whoever does raises an alarm.
 * What is kept of it is a keyed mark; the file itself is laid by a job of the house, since an auditor writes no files.
 */
export const plantBaitFile = action({
  name: 'plant-bait-file',
  says: 'Plants the file of an invented person, which raises an alarm when opened.',
  input: invented,
  run: async ({ tx, network, now, actor, blind, record, later, absent }, input) => {
    const audits = actor.roles.some(({ role, hubs }) => role === 'dpo' && hubs.includes(input.hub));
    if (!audits || !(await hubsOf(tx)).some((hub) => hub.id === input.hub)) absent();
    const person = newId();
    await sql`insert into core.bait (network_id, mark, hub_id, planted_at, planted_by) values (${network}, ${markOfBait(blind, person)}, ${input.hub}, ${now}, ${actor.account})`.execute(tx);
    await later('people.lay-bait-file', { ...input, person }, { key: person });
    await record({ name: 'bait-planted', subject: input.hub });
    return {};
  },
});

/** Lays the file that was planted: among the others, found by its name, counted in no figure. */
export const layBaitFile = action({
  name: 'lay-bait-file',
  says: 'Lays the file of an invented person among the others.',
  input: invented.extend({ person: id() }),
  run: async (doing, { hub, person, name, birth_year: birthYear, sex }) => {
    const { tx, network, now } = doing;
    const named = { names: [name], birthYear: birthYear ?? null };
    await tx.insertInto('people.person').values({
      network_id: network, id: person, code: newCode(), name, name_other: null, birth_year: birthYear ?? null, sex, territory_code: null,
      languages: [], reading: null, norm_version: normVersion, since: now,
    }).execute();
    await tx.insertInto('people.enrolment').values({ network_id: network, id: newId(), hub_id: hub, person_id: person, via: 'registered', since: now }).execute();
    await writeWords(doing, hub, person, named);
    await countKnownName(doing, named, 1);
    await doing.record({ name: 'bait-laid', subject: network });
    return {};
  },
});
