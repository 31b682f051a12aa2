import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { newId } from '#core/id.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import '../routes.tsx';
import { committeesOf, meetingCard } from '../public.ts';
import { committeeList, committeeSheet } from './committees.query.ts';
import { addAction, beginAction, closeAction } from './follow-action.ts';
import { holdMeeting } from './hold-meeting.ts';
import { closeCommittee, endMember, nameCommittee, nameMember } from './name-committee.ts';

let world: World;
let manager: Actor;
const on = '2026-03-01';

beforeAll(async () => {
  world = await openHub({ country: 'MA', kind: 'reference-incubator', territory: 'MA-LAA' });
  manager = await world.as('hub_manager');
});

const name = async (by: Actor, more: object = {}) =>
  (await act(world.house, by, nameCommittee, { kind: 'funding', names: { fr: 'Comité de financement' }, quorum: 2, opened_on: '2026-01-01', ...more })).committee;
const seat = async (committee: string, more: object = {}, by = manager) => (await act(world.house, by, nameMember, { committee, seat: { fr: 'Présidence' }, votes: 'on', since: '2026-01-01', ...more })).member;
const meet = (committee: string, present: readonly string[], more: object = {}, by = manager) => act(world.house, by, holdMeeting, { committee, held_on: on, present, language: 'fr', minutes: 'On a parlé.', ...more });
const grants = { decisions: [{ decided: 'Financer les 19 projets', for: '2', against: '0', abstained: '0' }] };
const sheet = (committee: string, by: Actor = manager) => ask(world.house, by, committeeSheet, { committee });

it('decides nothing without quorum, nor with more voices than members, nor against a majority; the table holds the same', async () => {
  const committee = await name(manager);
  const [one, two, guest] = [await seat(committee), await seat(committee), await seat(committee, { votes: '' })];
  await expect(meet(committee, [one, guest], grants)).rejects.toMatchObject({ code: 'programme.no-quorum', values: { present: 1, quorum: 2 } });
  const { meeting } = await meet(committee, [one, guest]);
  await expect(meet(committee, [one, two], { decisions: [{ decided: 'Oui', for: '3', against: '0', abstained: '0' }] })).rejects.toMatchObject({ code: 'programme.more-votes-than-members' });
  await expect(meet(committee, [one, two], { decisions: [{ decided: 'Non', for: '1', against: '1', abstained: '0' }] })).rejects.toMatchObject({ code: 'programme.vote-not-carried' });
  await expect(meet(committee, [one, two], { decisions: [{ ...grants.decisions[0], about: 'le premier' }] })).rejects.toMatchObject({ code: 'programme.reference-odd' });
  await expect(meet(committee, [one], { held_on: '2999-01-01' })).rejects.toMatchObject({ code: 'programme.day-to-come' });
  await expect(meet(committee, [one], { held_on: '2025-12-31' })).rejects.toMatchObject({ code: 'programme.before-committee' });
  await expect(meet(committee, [await seat(await name(manager))])).rejects.toThrow('not-found');
  const held = await meet(committee, [one, two, guest], { decisions: [{ ...grants.decisions[0], about: '0a1b2c3d, AABBCCDD' }] });
  expect((await sheet(committee)).meetings).toMatchObject([
    { number: 2, present: 2, quorumReached: true, decisions: [{ decided: 'Financer les 19 projets', about: '0A1B2C3D AABBCCDD', votesFor: 2 }], minutes: 'On a parlé.' }, { number: 1, present: 1, quorumReached: false, decisions: [] },
  ]);
  const slip = (quorum_reached: boolean, to: string) => inTransaction(world.house.app, beginFor(manager), (tx, now) => tx.insertInto('programme.decision').values({
    network_id: world.network, id: newId(), committee_id: committee, meeting_id: to, quorum_reached, number: 9, decided: 'Glissée', votes_for: 2, votes_against: 0, abstained: 0, set_at: now, set_by: manager.account,
  }).execute());
  await expect(slip(true, meeting)).rejects.toMatchObject({ code: '23503' });
  await expect(slip(false, meeting)).rejects.toMatchObject({ code: '23514' });
  const cards = await inTransaction(world.house.app, beginFor(manager), async (tx) => [await meetingCard(tx, meeting), await meetingCard(tx, held.meeting)]);
  expect(cards.map((card) => [card?.quorumReached, card?.kind])).toEqual([[false, 'funding'], [true, 'funding']]);
  expect(cards[1]).toMatchObject({ hub: world.hub, namedBy: manager.account, writtenBy: manager.account, about: '0A1B2C3D AABBCCDD' });
  // Nobody writes minutes in another's name.
  await expect(inTransaction(world.house.app, beginFor(manager), (tx, now) => tx.insertInto('programme.meeting').values({
    network_id: world.network, id: newId(), committee_id: committee, number: 9, held_on: on, quorum: 1, present: 1, quorum_reached: true, language: 'fr', set_at: now, set_by: null,
  }).execute())).rejects.toMatchObject({ code: '42501' });
});

it('follows what was undertaken until it is done, and says what is late', async () => {
  const committee = await name(manager);
  const member = await seat(committee);
  const add = async (due_on: string) => (await act(world.house, manager, addAction, { committee, what: 'Signer le cahier des charges', member, due_on })).action;
  const [late, soon] = [await add('2026-01-15'), await add('2999-01-01')];
  const begin = (action: string) => act(world.house, manager, beginAction, { committee, action });
  const close = (action: string, more: object = {}) => act(world.house, manager, closeAction, { committee, action, state: 'done', on, outcome: 'Signé', ...more });
  expect((await ask(world.house, manager, committeeList, {})).find(({ id }) => id === committee)).toMatchObject({ open: 2, late: 1 });
  await begin(late);
  await expect(begin(late)).rejects.toMatchObject({ code: 'programme.action-moved-on' });
  await expect(close(late, { on: '2999-01-01' })).rejects.toMatchObject({ code: 'programme.day-to-come' });
  await close(late);
  await expect(close(late)).rejects.toMatchObject({ code: 'programme.action-moved-on' });
  expect((await sheet(committee)).actions.map(({ id, state, late: is, outcome }) => [id, state, is, outcome])).toEqual([[soon, 'open', false, null], [late, 'done', false, 'Signé']]);
  expect((await ask(world.house, manager, committeeList, {})).find(({ id }) => id === committee)).toMatchObject({ open: 1, late: 0 });
});

it('is run where it belongs: the hub’s by those who lead it, a region’s by its coordinator; whoever sits in it reads; others find nothing', async () => {
  const coordinator = await world.as('regional_coordinator', { territory: 'MA-11' });
  const far = await world.secondHub({ territory: 'MA-MAR' });
  const [stranger, admin, treasurer] = [await far.as('hub_manager'), await world.as('network_admin'), await world.as('treasurer')];
  const hubs = await name(manager);
  const regions = await name(coordinator, { kind: 'coordination' });
  const whole = await name(admin, { kind: 'steering' });
  const names = async (by: Actor) => new Set((await ask(world.house, by, committeeList, {})).map(({ id }) => id));
  const seen = async (by: Actor) => [hubs, regions, whole].map(((found) => (id) => found.has(id))(await names(by)));
  expect([await seen(manager), await seen(coordinator), await seen(admin), await seen(stranger), await seen(treasurer)]).toEqual([
    [true, false, false], [false, true, false], [true, true, true], [false, false, false], [true, false, false],
  ]);
  for (const [by, of] of [[stranger, hubs], [manager, regions], [coordinator, hubs], [coordinator, whole]] as const) await expect(meet(of, [], {}, by)).rejects.toThrow('not-found');
  await expect(name(coordinator, { territory: 'MA-07' })).rejects.toThrow('not-found');
  await expect(name(manager, { of_hub: far.hub })).rejects.toThrow('not-found');
  await expect(name(admin, { of_hub: world.hub, territory: 'MA-11' })).rejects.toMatchObject({ code: 'programme.hub-or-region' });
  await expect(name(admin, { territory: 'MA-XX' })).rejects.toMatchObject({ code: 'programme.unknown-territory' });
  const ministry = await world.as('ministry_viewer');
  const sits = await seat(whole, { account: ministry.account }, admin);
  expect(await seen(ministry)).toEqual([false, false, true]);
  expect(await sheet(whole, ministry)).toMatchObject({ mine: false, seats: [{ colleague: 'Amina Ben Salah' }] });
  await expect(seat(whole, { account: ministry.account }, admin)).rejects.toMatchObject({ code: 'programme.member-already' });
  await expect(seat(whole, { seat: {} }, admin)).rejects.toMatchObject({ code: 'programme.seat-unnamed' });
  const end = (until: string) => act(world.house, admin, endMember, { committee: whole, member: sits, until });
  await expect(end('2025-01-01')).rejects.toMatchObject({ code: 'programme.ends-before-start' });
  await end(on);
  await expect(end(on)).rejects.toMatchObject({ code: 'programme.member-ended' });
  expect(await inTransaction(world.house.app, beginFor(manager), (tx) => committeesOf(tx, { kind: 'funding', hub: world.hub }))).not.toEqual([]);
  await act(world.house, manager, closeCommittee, { committee: hubs, on });
  await expect(meet(hubs, [])).rejects.toMatchObject({ code: 'programme.committee-closed' });
});
