import type { AnyTx } from '#core/db/transaction.ts';
import { hasConsent } from '../consent/has-consent.ts';
import { type ContactRule, contactRules } from './contact-rules.ts';
import { type Channel, type ContactPurpose, type ContactReason, contactReasons, mayContact } from './may-contact.ts';
import { nextSafeMoment } from './next-safe-moment.ts';
import { placeOfHub } from './place-of-hub.ts';

/** What is asked before somebody is called or written to. */
export interface ReachQuestion {
  readonly network: string;
  readonly hub: string;
  readonly person: string;
  /** In the order in which they are tried. */
  readonly channels: readonly Channel[];
  readonly at: Date;
  readonly purpose: ContactPurpose;
  readonly voicemail?: boolean;
  readonly protected?: boolean;
}

/** One phone or address by one channel, judged by the gate. */
export interface Way {
  readonly contact: ContactRule;
  readonly channel: Channel;
  readonly allow: boolean;
  readonly reason: 'safe' | ContactReason;
  /** The first moment from then on at which it is allowed; null when waiting does not help within two weeks. */
  readonly from: Date | null;
}

/**
 * Asks the gate about every live phone and address of a person by each of these channels, the best way first. It opens no
 * number; row-level security shows rules only where one may send.
 */
export async function waysToReach(tx: AnyTx, question: ReachQuestion): Promise<readonly Way[]> {
  const { hub, person, at, purpose, voicemail = false } = question;
  const place = await placeOfHub(tx, hub);
  if (!place) return [];
  const contacts = await contactRules(tx, question);
  // Her consent is judged now; whoever sends later asks again then.
  const consent = await hasConsent(tx, person, 'contact', { hub });
  return question.channels.flatMap((channel) => contacts.map((contact) => {
    const asked = { contact, channel, at, voicemail, purpose, consent, protected: question.protected ?? false, place };
    return { contact, channel, ...mayContact(asked), from: nextSafeMoment(asked) };
  })).sort((a, b) => Number(b.allow) - Number(a.allow) || (a.from?.getTime() ?? Infinity) - (b.from?.getTime() ?? Infinity));
}

/** Why nobody may be reached by any of these ways: the gravest reason that does not lie in the way itself; `no-contact` when there is none. */
export function reasonOf(ways: readonly Way[]): ContactReason | 'no-contact' {
  const reasons = new Set(ways.map(({ reason }) => reason));
  const telling = contactReasons.filter((reason) => reason !== 'wrong-way' && reasons.has(reason));
  return telling[0] ?? 'no-contact';
}
