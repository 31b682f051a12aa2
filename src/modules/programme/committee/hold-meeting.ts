import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { choice, id, isoDate, listOf, maybe, text, wholeNumber } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { dayHere } from '#modules/network/public.ts';
import { rows } from '../form-rows.ts';
import { action, type ProgrammeTables } from '../programme.ts';
import { ownCommittee } from './own-committee.ts';

/** One decision with its votes, and the references of the grants it decides on. */
const decision = z.strictObject({ decided: text(4_000), about: maybe(text(400)), for: wholeNumber(0, 200), against: wholeNumber(0, 200), abstained: wholeNumber(0, 200) });

/**
 * Writes down a meeting: who was there, what was said, what was decided. Without quorum nothing is decided, and the table takes no decision
 * either; a vote counts no more voices than there were voting members, and on money none of a seat that is only a text. `reference-odd`: a grant's reference has eight letters or digits.
 */
export const holdMeeting = action({
  name: 'hold-meeting',
  says: 'Writes down a meeting of a committee: who was there, the minutes, what was decided.',
  input: z.strictObject({
    committee: id(), held_on: isoDate(), place: maybe(text(300)), present: listOf(id()), minutes: maybe(text(20_000)), language: choice(['ar', 'fr', 'en', 'es', 'pt', 'it', 'el']),
    decisions: rows(decision, 40, ['for', 'against', 'abstained']),
  }),
  refuses: ['committee-closed', 'day-to-come', 'before-committee', 'no-quorum', 'more-votes-than-members', 'vote-not-carried', 'reference-odd'],
  run: async (doing, { committee, held_on, place, present, minutes, language, decisions }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const { kind, hub, quorum, opened_on } = await ownCommittee(doing, committee);
    if (held_on > (await dayHere(doing))) refuse('day-to-come', {}, 'held_on');
    if (held_on < opened_on) refuse('before-committee', {}, 'held_on');
    const there = await seatsThere(doing, committee, held_on, present);
    const voting = there.filter(({ votes, organization_id, account_id }) => votes && (kind !== 'funding' || organization_id || account_id)).length;
    if (decisions.length && voting < quorum) refuse('no-quorum', { present: voting, quorum }, 'present');
    decisions.forEach((one, n) => {
      if (one.for + one.against + one.abstained > voting) refuse('more-votes-than-members', { present: voting }, `decisions.${n}.for`);
      if (one.for <= one.against) refuse('vote-not-carried', {}, `decisions.${n}.for`);
      if (!referencesIn(one.about).every((each) => /^[0-9A-Z]{8}$/.test(each))) refuse('reference-odd', {}, `decisions.${n}.about`);
    });
    const meeting = newId(now.getTime());
    const quorum_reached = voting >= quorum;
    const { last } = await tx.selectFrom('programme.meeting').select((eb) => eb.fn.max('number').as('last')).where('network_id', '=', network).where('committee_id', '=', committee).executeTakeFirstOrThrow();
    const number = (last ?? 0) + 1;
    const written = { network_id: network, committee_id: committee, set_at: now, set_by: actor.account };
    await tx.insertInto('programme.meeting').values({ ...written, id: meeting, number, held_on, place: place ?? null, quorum, present: voting, quorum_reached, minutes: minutes ?? null, language }).execute();
    if (there.length) await tx.insertInto('programme.presence').values(there.map((seat) => ({ network_id: network, committee_id: committee, meeting_id: meeting, member_id: seat.id, quorum_reached }))).execute();
    if (decisions.length) {
      await tx
        .insertInto('programme.decision')
        .values(decisions.map((one, n) => ({ ...written, id: newId(now.getTime()), meeting_id: meeting, quorum_reached, number: n + 1, decided: one.decided, about: referencesIn(one.about).join(' ') || null, votes_for: one.for, votes_against: one.against, abstained: one.abstained })))
        .execute();
    }
    await record({ name: 'meeting-held', subject: meeting, hub, body: { committee, number, present: voting, quorum, quorum_reached, decisions: decisions.length } });
    return { committee, meeting, quorum_reached };
  },
});

const referencesIn = (typed = ''): string[] => typed.toUpperCase().split(/[\s,;،؛]+/).filter((each) => each !== '');

/** The seats that were there, of those held on that day; a seat of another committee is absent. */
async function seatsThere({ tx, network, absent }: Doing<ProgrammeTables>, committee: string, day: string, present: readonly string[]) {
  if (present.length === 0) return [];
  const seats = await tx
    .selectFrom('programme.committee_member').select(['id', 'votes', 'organization_id', 'account_id'])
    .where('network_id', '=', network).where('committee_id', '=', committee).where('id', 'in', [...new Set(present)])
    .where('since', '<=', day).where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', day)])).execute();
  return seats.length === new Set(present).size ? seats : absent();
}
