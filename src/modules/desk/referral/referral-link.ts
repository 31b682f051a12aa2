import { createHash } from 'node:crypto';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { text } from '#core/input.ts';
import type { DeskTables } from '../desk.ts';
import { daysLater } from './referral-state.ts';

const LINK_DAYS = 30;

type Blind = (label: string, word: string) => Buffer;

/** The token of a link: 32 bytes that only the house's key gives, so that an officer may print it again; kept nowhere. */
export const tokenOf = (blind: Blind, link: string): string => blind('referral-link', link).toString('base64url');

/** The fingerprint of a token, by which row-level security finds its one referral. */
export const linkHash = (token: string): Buffer => createHash('sha256').update(Buffer.from(token, 'base64url')).digest();

/** A token as it stands in an address. */
export const tokenText = () => text(60);

interface Standing {
  readonly tx: AnyTx;
  readonly network: string;
  readonly blind: Blind;
}

interface Issue {
  readonly referral: { readonly id: string; readonly hub_id: string };
  readonly kind: 'answer' | 'outcome';
  readonly at: Date;
  /** It never lives beyond this moment: the end of the agreement that opens the body. */
  readonly notAfter?: Date | null | undefined;
  /** The token of the link by whose answer it is made. */
  readonly after?: string;
}

/** The end of a last day, included. */
export const endOfDay = (day: string): Date => daysLater(new Date(`${day}T00:00:00Z`), 1);

/** Makes a link for 30 days, never beyond `notAfter`; older ones of this referral that were not used end. Gives its token. */
export async function issueLink({ tx, network, blind }: Standing, { referral, kind, at, notAfter, after }: Issue): Promise<string> {
  await endLinks({ tx, network }, referral.id, at);
  const id = newId(at.getTime());
  const token = tokenOf(blind, id);
  const month = daysLater(at, LINK_DAYS);
  await within<DeskTables>(tx).insertInto('desk.referral_link').values({
    network_id: network, id, hub_id: referral.hub_id, referral_id: referral.id, kind, hash: linkHash(token), issued_at: at,
    expires_at: notAfter && notAfter < month && notAfter > at ? notAfter : month, used_at: null, revoked_at: null,
    after_hash: after ? linkHash(after) : null,
  }).execute();
  return token;
}

/** Ends every unused link of a referral. */
export async function endLinks({ tx, network }: { tx: AnyTx; network: string }, referral: string, at: Date): Promise<void> {
  await within<DeskTables>(tx).updateTable('desk.referral_link').set({ revoked_at: at })
    .where('network_id', '=', network).where('referral_id', '=', referral).where('used_at', 'is', null).where('revoked_at', 'is', null)
    .execute();
}
