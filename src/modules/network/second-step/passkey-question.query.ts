import { z } from 'zod';
import { query } from '../network.ts';
import { newQuestion } from './question.ts';

/** A question for a passkey of whoever stands at the door, as the browser's own function takes it. Empty where the address is a number. */
export const signInQuestion = query({
  name: 'sign-in-question',
  says: 'The question a passkey answers to sign in.',
  input: z.strictObject({}),
  run: async ({ actor, blind, now }) => ({ ...optionsFor(actor.door?.origin), challenge: newQuestion(blind, { what: 'sign-in', account: '' }, now) }),
});

/** Which second steps she has, and the question her passkey answers. */
export const mySecondSteps = query({
  name: 'my-second-steps',
  says: 'My second steps, to show one.',
  input: z.strictObject({}),
  run: async ({ tx, network, actor, blind, now, absent }) => {
    const account = actor.account ?? absent();
    const mine = (table: 'network.passkey' | 'network.code_secret') =>
      tx.selectFrom(table).select('id').where('network_id', '=', network).where('account_id', '=', account).where('revoked_at', 'is', null).execute();
    const [passkeys, codes] = [await mine('network.passkey'), await mine('network.code_secret')];
    const question = { ...optionsFor(actor.door?.origin), challenge: newQuestion(blind, { what: 'show', account }, now) };
    return { passkey: passkeys.length > 0, code: codes.length > 0, question };
  },
});

/** The question a new passkey answers, with those she has, so that none is made twice on one device. */
export const newPasskeyQuestion = query({
  name: 'new-passkey-question',
  says: 'The question a new passkey answers.',
  input: z.strictObject({}),
  run: async ({ tx, network, actor, blind, now, absent }) => {
    const account = await tx.selectFrom('network.account').select(['id', 'login', 'name'])
      .where('network_id', '=', network).where('id', '=', actor.account ?? absent()).executeTakeFirst();
    if (!account) return absent();
    const known = await tx.selectFrom('network.passkey').select(['credential_id', 'transports'])
      .where('network_id', '=', network).where('account_id', '=', account.id).where('revoked_at', 'is', null).execute();
    return {
      rp: { id: optionsFor(actor.door?.origin).rpId, name: 'Hadina' },
      user: { id: Buffer.from(account.id.replaceAll('-', ''), 'hex').toString('base64url'), name: account.login!, displayName: account.name },
      challenge: newQuestion(blind, { what: 'add', account: account.id }, now),
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
      timeout: 120_000, attestation: 'none',
      excludeCredentials: known.map(({ credential_id, transports }) => ({ id: credential_id.toString('base64url'), type: 'public-key', transports })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    };
  },
});

const optionsFor = (origin = '') => ({ rpId: URL.canParse(origin) ? new URL(origin).hostname : '', userVerification: 'required', timeout: 120_000 });
