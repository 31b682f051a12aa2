import { sql } from 'kysely';
import { z } from 'zod';
import { markOfBait } from '#core/brakes/bait.ts';
import { choice, id, maybe, text, wholeNumber } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { normVersion } from '#core/text/skeleton.ts';
import { hubsOf } from '#modules/network/public.ts';
import { countKnownName } from '../matching/known-name.ts';
import { writeWords } from '../matching/name-words.ts';
import { leaveCode, newCode } from '../matching/told-code.ts';
import { consentLengths, daysAfter } from '../consent/consent-length.ts';
import { noticeToTell } from '../consent/notice-told.ts';
import { action } from '../people.ts';
import { snapshotOfCard } from '../person/snapshot.ts';

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

/** Lays the file that was planted: among the others, found by its name, with the beginning every file has. Figures count what is done at a desk, and nothing is done for her. */
export const layBaitFile = action({
  name: 'lay-bait-file',
  says: 'Lays the file of an invented person among the others.',
  input: invented.extend({ person: id() }),
  run: async (doing, { hub, person, name, birth_year: birthYear, sex }) => {
    const { tx, network, now } = doing;
    const code = newCode();
    const named = { names: [name], birthYear: birthYear ?? null };
    await tx.insertInto('people.person').values({
      network_id: network, id: person, code, name, name_other: null, birth_year: birthYear ?? null, sex, territory_code: null,
      languages: [], reading: null, norm_version: normVersion, since: now,
    }).execute();
    await tx.insertInto('people.enrolment').values({ network_id: network, id: newId(), hub_id: hub, person_id: person, via: 'registered', since: now }).execute();
    await writeWords(doing, hub, person, named);
    await countKnownName(doing, named, 1);
    if (birthYear) await leaveCode(doing, code, birthYear, person);
    // Whoever was registered has said yes and has a beginning on her sheet: a file without them would be known before it is opened.
    await doing.record({
      name: 'person-registered', subject: person, person, hub, body: { ...snapshotOfCard({ sex, birthYear: birthYear ?? null, territory: null }, now), typed_by: 'officer', looked_at: 0 },
    });
    const [consent, notice] = [newId(now.getTime()), await noticeToTell(tx, network, hub, 'service')];
    await tx.insertInto('people.consent').values({
      network_id: network, id: consent, hub_id: hub, person_id: person, purpose: 'service', answer: 'given', channel: 'written', witness_id: null, companion_witness: false, guardian: null,
      notice_version: notice.version, notice_id: notice.id, language: 'ar', answered_at: now, recorded_by: null, withdrawn_at: null,
      until_at: daysAfter(now, (await consentLengths(tx, network)).service), recipient_id: null, recipient_hub_id: null, fields: null,
    }).execute();
    await doing.record({ name: 'consent-recorded', subject: consent, person, hub, body: { purpose: 'service', answer: 'given', channel: 'written' } });
    return {};
  },
});
