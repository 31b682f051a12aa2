import { answerByLink } from '#modules/desk/answer-referral/answer-by-link.ts';
import { answerReferral } from '#modules/desk/answer-referral/answer-referral.ts';
import { assessExperience } from '#modules/desk/assessment/assess-experience.ts';
import { closeReferral } from '#modules/desk/close-referral/close-referral.ts';
import { markServed } from '#modules/desk/mark-served/mark-served.ts';
import { previewReferral } from '#modules/desk/preview-referral/preview-referral.query.ts';
import { referClient } from '#modules/desk/refer-client/refer-client.ts';
import { referralSheet } from '#modules/desk/referral-sheet/referral-sheet.query.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import type { DemoHub } from './content/hubs.ts';
import type { Chance } from './seeded.ts';
import type { Told } from './one-visit.ts';
import { asks, colleagueAt, daysAfter, does, type Load, strangerAt } from './load.ts';

/** Something that happens later at the same desk. */
export type Later = (at: Date, task: (load: Load) => Promise<void>) => void;

interface Sending {
  readonly hub: DemoHub;
  readonly chance: Chance;
  readonly at: Date;
  readonly later: Later;
}

/** Sends her to another body, when the service is another's and she agrees; what the body answers comes later, or never. */
export async function referWhenElsewhere(load: Load, told: Told, sending: Sending): Promise<void> {
  const { hub, chance, at } = sending;
  if (!told.service || told.service.organization === load.bodies.get(hub.body) || !chance.yes(0.85)) return;
  const officer = colleagueAt(load, `desk.${hub.key}`, at);
  const agrees = chance.yes(0.9);
  await askSharing(load, officer, told.client, told.service.organization, agrees);
  if (agrees) await send(load, told, told.service.id, sending);
}

/** What a client agrees to tell: an organization's name goes with whoever acts for it. */
const fieldsOf = (client: Told['client']) => (client.organization ? ['organization', 'name', 'phone'] : ['name', 'phone', 'languages', 'birth-year']);

/** Each partner is asked about apart. */
const askSharing = (load: Load, officer: ReturnType<typeof colleagueAt>, client: Told['client'], recipient: string, agrees: boolean) =>
  does(load, officer, recordConsent, {
    person: client.person, purpose: 'sharing', answer: agrees ? 'given' : 'refused', channel: 'written', language: 'ar', recipient, fields: agrees ? ['need', ...fieldsOf(client)] : [],
  });

async function send(load: Load, { ticket, client }: Told, service: string, sending: Sending, after?: string): Promise<void> {
  const { hub, chance, at, later } = sending;
  const officer = colleagueAt(load, `desk.${hub.key}`, at);
  const fields = fieldsOf(client);
  const { seen, agreement, agreementEnded, service: { organization } } = await asks(load, officer, previewReferral, { ticket, service, fields, after });
  if (agreementEnded) return;
  if (after) await askSharing(load, officer, client, organization, true);
  const { referral } = await does(load, officer, referClient, {
    ticket, service, fields, seen, after, agreement: agreement?.id, agreement_version: agreement?.version,
  });
  const sentDaysAgo = (load.now.getTime() - at.getTime()) / 86_400_000;
  // Some answers never come; around three weeks ago more of them, so that the loop clock has something to show.
  if (chance.yes(sentDaysAgo > 15 && sentDaysAgo < 26 ? 0.5 : 0.03)) return;
  const answered = daysAfter(at, chance.between(1, 9));
  later(answered, (load) => answer(load, { ticket, client, referral, sending: { ...sending, at: answered } }));
}

interface Sent {
  readonly ticket: string;
  readonly client: Told['client'];
  readonly referral: string;
  readonly sending: Sending;
}

async function answer(load: Load, sent: Sent): Promise<void> {
  const { sending: { hub, chance, at, later }, referral } = sent;
  const officer = colleagueAt(load, `desk.${hub.key}`, at);
  const declined = chance.yes(0.2);
  const said = declined ? { answer: 'declined', reason: chance.weigh({ full: 45, 'not-eligible': 20, 'too-far': 20, 'no-longer-offered': 5, 'client-declined': 10 }) } : { answer: 'accepted' };
  const { link } = chance.yes(0.5) ? await asks(load, officer, referralSheet, { referral }) : { link: null };
  if (link) await does(load, strangerAt(load, at), answerByLink, { token: link.token, ...said });
  else await does(load, officer, answerReferral, { referral, ...said });
  const next = daysAfter(at, declined ? chance.between(1, 4) : chance.between(2, 15));
  if (!declined && chance.yes(0.88)) later(next, (load) => serve(load, { ...sent, sending: { ...sent.sending, at: next } }));
  if (declined) later(next, (load) => afterRefusal(load, { ...sent, sending: { ...sent.sending, at: next } }));
}

/** A referral that came back: another body is tried, or it is closed, or it still waits for the officer. */
async function afterRefusal(load: Load, { ticket, client, referral, sending }: Sent): Promise<void> {
  const { hub, chance, at } = sending;
  const officer = colleagueAt(load, `desk.${hub.key}`, at);
  const next = chance.weigh({ close: 50, 'try-another': 30, wait: 20 });
  if (next === 'close') await does(load, officer, closeReferral, { referral, outcome: chance.weigh({ unsolved: 70, 'client-withdrew': 30 }) });
  if (next !== 'try-another') return;
  const { nextService } = await asks(load, officer, referralSheet, { referral });
  if (nextService) await send(load, { ticket, client }, nextService, sending, referral);
}

async function serve(load: Load, { ticket, referral, sending }: Sent): Promise<void> {
  const { hub, chance, at, later } = sending;
  const officer = (when: Date) => colleagueAt(load, `desk.${hub.key}`, when);
  await does(load, officer(at), markServed, { referral, outcome: chance.weigh({ full: 70, partial: 22, 'referred-on': 8 }) });
  if (!chance.yes(0.75)) return;
  const end = daysAfter(at, chance.between(1, 10));
  later(end, async (load) => {
    if (chance.yes(0.7)) await does(load, officer(end), assessExperience, { ticket, referral, faces: Number(chance.weigh({ 5: 35, 4: 35, 3: 18, 2: 8, 1: 4 })) });
    await does(load, officer(end), closeReferral, { referral, outcome: chance.weigh({ solved: 62, partly: 25, unsolved: 8, 'did-not-come': 5 }) });
  });
}
