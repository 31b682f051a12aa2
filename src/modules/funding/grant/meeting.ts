import type { AnyTx } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import { committeeOf, committeesOf, meetingCard, meetingsOf } from '#modules/programme/public.ts';

/** A meeting of a funding committee that had its quorum, among those she may read. */
export interface HeldMeeting {
  readonly id: string;
  readonly committee: Multilingual;
  readonly heldOn: string;
}

interface Reading {
  readonly tx: AnyTx;
}

/** The meetings with quorum of the funding committees she may read, newest first. */
export async function heldMeetings({ tx }: Reading): Promise<HeldMeeting[]> {
  const held: HeldMeeting[] = [];
  for (const { id, names } of await committeesOf(tx, { kind: 'funding' })) {
    for (const meeting of await meetingsOf(tx, id)) if (meeting.quorumReached) held.push({ id: meeting.id, committee: names, heldOn: String(meeting.heldOn) });
  }
  return held.sort((a, b) => b.heldOn.localeCompare(a.heldOn)).slice(0, 100);
}

/** One meeting of a funding committee, if it had its quorum and she may read it. */
export async function heldMeeting({ tx }: Reading, meeting: string): Promise<HeldMeeting | undefined> {
  const card = await meetingCard(tx, meeting);
  if (!card?.quorumReached || card.kind !== 'funding') return undefined;
  return { id: card.id, committee: (await committeeOf(tx, card.committee))?.names ?? {}, heldOn: String(card.heldOn) };
}
