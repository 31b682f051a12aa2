import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import '#modules/desk/routes.tsx';
import { ticketBoard } from '#modules/desk/queue/ticket-board.query.ts';
import { codeOf } from '#tests/fixtures/code-of.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { softPasskey } from '#tests/fixtures/soft-passkey.ts';
import { actorOfSession, forgetSession } from '../sign-in/session-actor.ts';
import { proveAgain } from '../sign-in/prove-again.ts';
import { signIn } from '../sign-in/sign-in.ts';
import { grantRole } from '../staff/grant-role.ts';
import { inviteStaff } from '../staff/invite-staff.ts';
import { addPasskey } from './add-passkey.ts';
import { closeSession } from './close-session.ts';
import { endCode, revokePasskey } from './end-second-step.ts';
import { mySecurity } from './my-security.query.ts';
import { newCode } from './new-code.query.ts';
import { mySecondSteps, newPasskeyQuestion, signInQuestion } from './passkey-question.query.ts';
import { setUpCode } from './set-up-code.ts';
import { showCode } from './show-code.ts';
import { showPasskey, signInByPasskey } from './show-passkey.ts';

const password = 'seven blue doors';
const origin = 'https://hub.example';
const door = { origin, device: 'firefox-android', known: null };
let world: World;

/** A colleague who has signed in with her password and no more. */
async function hire(login: string, at = world): Promise<{ account: string; enter: () => Promise<Actor> }> {
  const { account } = await act(at.house, at.console, inviteStaff, { name: 'Leïla', login, language: 'fr', hub: at.hub, password });
  await act(at.house, at.console, grantRole, { account, role: 'desk_officer', hub: at.hub, until: '2099-12-31' });
  return { account, enter: async () => screen((await act(at.house, { ...visitor(at.network), door }, signIn, { login, password })).token, at) };
}

async function screen(token: string, at = world): Promise<Actor> {
  forgetSession(token);
  const found = await actorOfSession(at.house, token);
  if (!found) throw new Error('no such session');
  return { ...found.actor, door };
}

/** Sets up codes; gives the session after it and the letters in her app. The clock of codes is moved back so that the next one counts. */
async function withCodes(actor: Actor): Promise<{ actor: Actor; letters: string }> {
  const { letters, sealed } = await ask(world.house, actor, newCode, {});
  const { token } = await act(world.house, actor, setUpCode, { sealed, code: codeOf(letters) });
  await ownerQuery(world.house, 'update network.code_secret set last_step = last_step - 10 where account_id = $1', [actor.account]);
  return { actor: await screen(token), letters };
}

const refused = (code: string) => expect.objectContaining({ code });
const board = (actor: Actor) => ask(world.house, actor, ticketBoard, {});

beforeAll(async () => { world = await openHub({ country: 'TN', kind: 'citess' }); });

describe('a first sign-in', () => {
  it('opens nothing but setting up a second step: no role, no row, no page', async () => {
    const { enter } = await hire('first');
    const actor = await enter();
    expect(actor).toMatchObject({ owes: 'setting-up', roles: [], hub: null });
    await expect(board(actor)).rejects.toEqual(refused('core.second-step-first'));
    await expect(act(world.house, actor, closeSession, { session: actor.session! })).rejects.toEqual(refused('core.second-step-first'));
    const after = await withCodes(actor);
    expect(after.actor).toMatchObject({ owes: null, hub: world.hub });
    await expect(board(after.actor)).resolves.toBeDefined();
  });

  it('of a demo network goes on to the desk; once she has a second step it is asked for there too', async () => {
    const demo = await openHub({ demo: true });
    const { enter } = await hire('tried', demo);
    const actor = await enter();
    expect(actor.owes).toBeNull();
    const { letters, sealed } = await ask(demo.house, actor, newCode, {});
    await act(demo.house, actor, setUpCode, { sealed, code: codeOf(letters) });
    expect((await enter()).owes).toBe('second-step');
  });
});

describe('codes', () => {
  it('are asked at the next sign-in, serve once, and make the token before worthless', async () => {
    const { enter } = await hire('codes');
    const { letters } = await withCodes(await enter());
    const half = await enter();
    expect(half).toMatchObject({ owes: 'second-step', roles: [] });
    const code = codeOf(letters);
    const { token } = await act(world.house, half, showCode, { code });
    expect((await screen(token)).roles.map(({ role }) => role)).toEqual(['desk_officer']);
    await expect(act(world.house, await enter(), showCode, { code })).rejects.toEqual(refused('network.code-spent'));
  });

  it('sent twice at once are taken once', async () => {
    const { enter } = await hire('twice');
    const { letters } = await withCodes(await enter());
    const screens = [await enter(), await enter(), await enter()];
    const code = codeOf(letters);
    const answers = await Promise.allSettled(screens.map((half) => act(world.house, half, showCode, { code })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('typed in Arabic digits count; wrong ones, old ones and those of a slow phone are told apart', async () => {
    const { enter } = await hire('digits');
    const { letters } = await withCodes(await enter());
    const half = await enter();
    const now = Date.now();
    const ago = (seconds: number) => codeOf(letters, new Date(now - seconds * 1_000));
    await expect(act(world.house, half, showCode, { code: ago(300) })).rejects.toMatchObject({ code: 'network.code-clock', values: { minutes: 5 } });
    await expect(act(world.house, half, showCode, { code: ago(-240) })).rejects.toMatchObject({ code: 'network.code-clock-fast', values: { minutes: 4 } });
    await expect(act(world.house, half, showCode, { code: ago(86_400) })).rejects.toEqual(refused('network.code-wrong'));
    const arabic = [...codeOf(letters)].map((digit) => String.fromCharCode(0x660 + Number(digit))).join('');
    await expect(act(world.house, half, showCode, { code: arabic })).resolves.toHaveProperty('token');
  });

  it('cannot be guessed: after six wrong ones she waits, with the right one too', async () => {
    const { enter } = await hire('guess');
    const { letters } = await withCodes(await enter());
    const half = await enter();
    const wrong = codeOf(letters, new Date(Date.now() - 86_400_000));
    for (let i = 0; i < 6; i++) await expect(act(world.house, half, showCode, { code: wrong })).rejects.toEqual(refused('network.code-wrong'));
    await expect(act(world.house, half, showCode, { code: codeOf(letters) })).rejects.toEqual(refused('core.too-many'));
  });

  it('are kept as sealed bytes, and a secret that is not of this house or not hers is not taken', async () => {
    const { enter, account } = await hire('sealed');
    const actor = await enter();
    const other = await (await hire('sealed2')).enter();
    const { letters, sealed } = await ask(world.house, other, newCode, {});
    await expect(act(world.house, actor, setUpCode, { sealed, code: codeOf(letters) })).rejects.toEqual(refused('network.page-too-old'));
    const mine = await withCodes(actor);
    const [row] = await ownerQuery<{ secret: Buffer }>(world.house, 'select secret from network.code_secret where account_id = $1', [account]);
    expect(row!.secret.toString('latin1')).not.toContain(mine.letters.replaceAll(' ', ''));
    await expect(act(world.house, mine.actor, endCode, {})).rejects.toEqual(refused('network.last-second-step'));
  });
});

describe('a passkey', () => {
  it('opens the door alone, both steps at once, with a question that serves once', async () => {
    const { enter, account } = await hire('pass');
    const key = softPasskey(origin);
    const half = await enter();
    const { token } = await act(world.house, half, addPasskey, { name: 'mon téléphone', answer: key.create(await ask(world.house, half, newPasskeyQuestion, {})) });
    expect((await screen(token)).owes).toBeNull();
    const stranger: Actor = { ...visitor(world.network), door };
    const question = await ask(world.house, stranger, signInQuestion, {});
    const answer = key.get(question);
    const opened = await act(world.house, stranger, signInByPasskey, { answer });
    expect(await screen(opened.token)).toMatchObject({ account, owes: null, hub: world.hub });
    await expect(act(world.house, stranger, signInByPasskey, { answer })).rejects.toEqual(refused('network.wrong-passkey'));
  });

  it('of another address, without finger or lock, with an old counter, to a question not ours, taken back, or of a colleague opens nothing', async () => {
    const { enter } = await hire('pass.bad');
    const key = softPasskey(origin);
    const half = await enter();
    const { token } = await act(world.house, half, addPasskey, { name: 'clé', answer: key.create(await ask(world.house, half, newPasskeyQuestion, {})) });
    const actor = await screen(token);
    const stranger: Actor = { ...visitor(world.network), door };
    const wrong = refused('network.wrong-passkey');
    const question = () => ask(world.house, stranger, signInQuestion, {});
    const tryWith = (answer: string, who: Actor = stranger) => act(world.house, who, signInByPasskey, { answer });
    await expect(tryWith(key.get(await question(), { origin: 'https://evil.example' }))).rejects.toEqual(wrong);
    await expect(tryWith(key.get(await question(), { verified: false }))).rejects.toEqual(wrong);
    await expect(tryWith(key.get({ challenge: Buffer.alloc(40, 7).toString('base64url') }))).rejects.toEqual(wrong);
    await expect(tryWith(key.get((await ask(world.house, actor, mySecondSteps, {})).question))).rejects.toEqual(wrong);
    await expect(tryWith(key.get(await question(), { counter: 9 }))).resolves.toHaveProperty('token');
    await expect(tryWith(key.get(await question(), { counter: 9 }))).rejects.toEqual(wrong);
    const colleague = await withCodes(await (await hire('pass.other')).enter());
    const theirs = await ask(world.house, colleague.actor, mySecondSteps, {});
    await expect(act(world.house, colleague.actor, showPasskey, { answer: key.get(theirs.question, { counter: 12 }) })).rejects.toEqual(wrong);
    await withCodes(actor);
    const { passkeys } = await ask(world.house, actor, mySecurity, {});
    await act(world.house, actor, revokePasskey, { passkey: passkeys[0]!.id });
    await expect(tryWith(key.get(await question(), { counter: 20 }))).rejects.toEqual(wrong);
  });

  it('is added once for a device, and shown again before a delicate step; a password is then fresh for nothing', async () => {
    const { enter } = await hire('pass.again');
    const key = softPasskey(origin);
    const half = await enter();
    const question = await ask(world.house, half, newPasskeyQuestion, {});
    const { token } = await act(world.house, half, addPasskey, { name: 'un', answer: key.create(question) });
    let actor = await screen(token);
    await expect(act(world.house, actor, addPasskey, { name: 'deux', answer: key.create(await ask(world.house, actor, newPasskeyQuestion, {})) })).rejects.toEqual(refused('network.passkey-known'));
    await ownerQuery(world.house, "update network.session set second_at = now() - interval '16 minutes' where id = $1", [actor.session]);
    actor = await screen(token);
    await expect(ask(world.house, actor, newCode, {})).rejects.toEqual(refused('core.not-fresh'));
    await expect(act(world.house, actor, proveAgain, { password })).rejects.toEqual(refused('network.second-step-is-asked'));
    const shown = await act(world.house, actor, showPasskey, { answer: key.get((await ask(world.house, actor, mySecondSteps, {})).question) });
    await expect(screen(token)).rejects.toThrow('no such session');
    await expect(ask(world.house, await screen(shown.token), newCode, {})).resolves.toHaveProperty('letters');
  });
});

describe('her sessions', () => {
  it('are listed with their device, and one is ended at once by her and by nobody else', async () => {
    const { enter } = await hire('sessions');
    const { actor, letters } = await withCodes(await enter());
    await ownerQuery(world.house, 'update network.code_secret set last_step = 0 where account_id = $1', [actor.account]);
    const { token } = await act(world.house, await enter(), showCode, { code: codeOf(letters) });
    const other = await screen(token);
    const { sessions } = await ask(world.house, actor, mySecurity, {});
    expect(sessions.map(({ device }) => device)).toEqual(['firefox-android', 'firefox-android']);
    const stranger = await world.as('hub_manager');
    await expect(act(world.house, { ...stranger, session: actor.session! }, closeSession, { session: other.session! })).rejects.toThrow('not-found');
    await act(world.house, actor, closeSession, { session: other.session! });
    await expect(screen(token)).rejects.toThrow('no such session');
  });

  it('go on under a new token when her roles change', async () => {
    const { account, enter } = await hire('roles');
    const { actor, letters } = await withCodes(await enter());
    const { token } = await act(world.house, await enter(), showCode, { code: codeOf(letters) });
    const before = await actorOfSession(world.house, token);
    expect(before!.mustRenew).toBe(false);
    await act(world.house, world.console, grantRole, { account, role: 'coach', hub: world.hub, until: '2099-12-31' });
    forgetSession(token);
    const after = await actorOfSession(world.house, token);
    expect(after!.mustRenew).toBe(true);
    expect(after!.actor.account).toBe(actor.account);
  });
});
