import type { Asking } from '#core/action.ts';
import type { Multilingual } from '#core/input.ts';
import { dayHere, hubCard } from '#modules/network/public.ts';
import { committeeOf, committeesOf, type MeetingCard, meetingCard, meetingsOf } from '#modules/programme/public.ts';
import { regionOf } from '../fund/region-of.ts';
import type { FundingTables } from '../funding.ts';
import { referenceOf } from './reference.ts';

/** A meeting of a funding committee that had its quorum, among those she may read. */
export interface HeldMeeting {
  readonly id: string;
  readonly committee: Multilingual;
  readonly heldOn: string;
}

interface Signed extends HeldMeeting {
  /** Who named the committee and who wrote its minutes: neither approves by it. */
  readonly hands: readonly (string | null)[];
}

/** What a meeting is asked to have decided on. */
interface Asked {
  readonly id: string;
  readonly asked_at: Date;
}

type Reading = Asking<FundingTables>;

/** The meetings that decided on this grant, newest first: of this hub, its region or the network, with quorum and two voters who have accounts, since it was asked for, and naming it. */
export async function heldMeetings(asking: Reading, grant: Asked): Promise<HeldMeeting[]> {
  const held: HeldMeeting[] = [];
  const fits = await decides(asking, grant);
  for (const { id, names } of await committeesOf(asking.tx, { kind: 'funding' })) {
    for (const meeting of await meetingsOf(asking.tx, id)) if (fits(meeting)) held.push(shown(meeting, names));
  }
  return held.sort((a, b) => b.heldOn.localeCompare(a.heldOn)).slice(0, 100);
}

/** One meeting, if it decided on this grant and she may read it. */
export async function heldMeeting(asking: Reading, meeting: string, grant: Asked): Promise<Signed | undefined> {
  const card = await meetingCard(asking.tx, meeting);
  if (!card || !(await decides(asking, grant))(card)) return undefined;
  return { ...shown(card, (await committeeOf(asking.tx, card.committee))?.names ?? {}), hands: [card.namedBy, card.writtenBy] };
}

const shown = ({ id, heldOn }: MeetingCard, committee: Multilingual): HeldMeeting => ({ id, committee, heldOn: String(heldOn) });

async function decides(asking: Reading, { id, asked_at }: Asked): Promise<(meeting: MeetingCard) => boolean> {
  const { tx, hub } = asking;
  const region = regionOf((await hubCard(tx, hub))?.territoryCode ?? null);
  const asked = await dayHere(asking, asked_at);
  return (meeting) => meeting.quorumReached && meeting.voices >= meeting.quorum && meeting.signers >= 2 && meeting.kind === 'funding' && String(meeting.heldOn) >= asked && (meeting.about ?? '').split(' ').includes(referenceOf(id))
    && (meeting.hub === hub || (meeting.hub === null && (meeting.territory === null || meeting.territory === region)));
}
