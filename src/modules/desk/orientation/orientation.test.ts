import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { setEligibility } from '#modules/directory/set-eligibility/set-eligibility.ts';
import { type Desk, openDesk } from '#tests/fixtures/at-the-desk.ts';
import { eventsAbout } from '#tests/fixtures/events-about.ts';
import { inventOrganization } from '#tests/fixtures/invent-organization.ts';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { beginVisit } from '../begin-visit/begin-visit.ts';
import { callTicket } from '../call-ticket/call-ticket.ts';
import { needsFormV1 } from '../form/needs-form-v1.ts';
import { publishForm } from '../form/publish-form.ts';
import { answerNeeds } from '../needs/answer-needs.ts';
import { orientClient } from './orient-client.ts';
import { orientationMade } from './orientation-made.query.ts';
import { orientationOptions } from './orientation-options.query.ts';

interface Scene {
  readonly world: World;
  readonly desk: Desk;
  readonly directory: Directory;
  readonly ticket: string;
}

/** A woman of Sidi Bouzid with an idea, who needs money and is born in 1988, and a directory to fill. */
async function scene(): Promise<Scene> {
  const world = await openHub();
  await act(world.house, await world.as('network_admin'), publishForm, needsFormV1);
  const desk = await openDesk(world);
  const ticket = await desk.visit(await desk.person());
  await act(world.house, desk.officer, answerNeeds, { ticket, answers: { brings: ['money'], stage: 'idea', situation: ['rural'] }, seen: {}, finish: 'yes' });
  return { world, desk, directory: await openDirectory(world), ticket };
}
const options = ({ world, desk, ticket }: Scene) => ask(world.house, desk.officer, orientationOptions, { ticket });
const orient = ({ world, desk, ticket }: Scene, input: object) =>
  act(world.house, desk.officer, orientClient, { ticket, revision: 0, ...input } as never);

describe('the options shown', () => {
  it('say of each service what is met, what failed, its places and wait, the smallest change and what may be lost', async () => {
    const at = await scene();
    const money = await at.directory.service({ names: { fr: 'Micro-crédit' }, mainType: 'FIN', freePlaces: 4, waitingDays: 20, mayLose: [{ kind: 'aid', names: { fr: 'L’aide aux familles' } }] });
    const later = await at.directory.service({ names: { fr: 'Crédit de croissance' }, mainType: 'FIN', stages: ['development'] });
    const law = await at.directory.service({ names: { fr: 'Conseil juridique' }, mainType: 'LEG' });
    const closed = await at.directory.service({ names: { fr: 'Réservé aux hommes' }, mainType: 'FIN' });
    await at.directory.do(setEligibility, { service: money, rules: [{ field: 'territory', codes: ['TN-43'] }], priorities: [] });
    await at.directory.do(setEligibility, { service: closed, rules: [{ field: 'sex', codes: ['male'] }], priorities: [] });
    const { matches, client } = await options(at);
    expect(client?.need.wants).toContain('FIN');
    expect(matches.map(({ service, standing }) => [service.id, standing])).toEqual([[money, 'fits'], [law, 'fits'], [later, 'no'], [closed, 'no']]);
    const [first, , third, last] = matches;
    expect(first).toMatchObject({ full: false, changes: [], service: { freePlaces: 4, waitingDays: 20, mayLose: [{ names: { fr: 'L’aide aux familles' } }] } });
    expect(first!.met.map(({ field }) => field)).toEqual(['territory']);
    expect([third!.failed.map(({ field }) => field), third!.changes]).toEqual([['stage'], [{ field: 'stage', to: ['development'] }]]);
    expect(last!.changes).toBeNull();
  });

  it('put first the service whose groups she belongs to, by answers she let be sealed, only for whoever wrote them', async () => {
    const at = await scene();
    const plain = await at.directory.service({ names: { fr: 'A sans priorité' }, mainType: 'FIN' });
    const rural = await at.directory.service({ names: { fr: 'B rural d’abord' }, mainType: 'FIN' });
    await at.directory.do(setEligibility, { service: rural, rules: [], priorities: [{ test: { field: 'priority', codes: ['rural'] }, weight: 4 }] });
    expect((await options(at)).matches.map(({ service }) => service.id)).toEqual([rural, plain]);
    const colleague = { ...at, desk: await openDesk(at.world, await at.world.as('case_worker')) };
    expect((await options(colleague)).matches.map(({ service }) => service.id)).toEqual([plain, rural]);
  });

  it('weigh a cooperative by its own legal form and leave out sex and age', async () => {
    const at = await scene();
    const forWomen = await at.directory.service({ names: { fr: 'Pour les femmes' }, mainType: 'CAP' });
    const forCoops = await at.directory.service({ names: { fr: 'Pour les coopératives' }, mainType: 'MKT' });
    await at.directory.do(setEligibility, { service: forWomen, rules: [{ field: 'sex', codes: ['female'] }], priorities: [] });
    await at.directory.do(setEligibility, { service: forCoops, rules: [{ field: 'legal-form', codes: ['cooperative'] }, { field: 'client-kind', codes: ['organization'] }], priorities: [] });
    const { ticket } = await at.desk.ticket();
    await act(at.world.house, at.desk.officer, callTicket, { ticket, counter: 1 });
    const organization = await inventOrganization(at.world);
    await act(at.world.house, at.desk.officer, beginVisit, { ticket, organization, acting_person: await at.desk.person('Mabrouka Jelassi') });
    const { matches } = await options({ ...at, ticket });
    const standing = new Map(matches.map((match) => [match.service.id, match.standing]));
    expect([standing.get(forCoops), standing.get(forWomen)]).toEqual(['fits', 'ask']);
  });

  it('are absent in another hub', async () => {
    const at = await scene();
    const stranger = await (await at.world.secondHub()).as('desk_officer');
    await expect(ask(at.world.house, stranger, orientationOptions, { ticket: at.ticket })).rejects.toMatchObject({ name: 'NotFound' });
    expect(await ask(at.world.house, stranger, orientationMade, { ticket: at.ticket })).toBeNull();
  });
});

describe('orienting', () => {
  it('keeps the services in her order, with one event each that carries who she was', async () => {
    const at = await scene();
    const [one, two] = [await at.directory.service({ mainType: 'FIN' }), await at.directory.service({ mainType: 'LEG' })];
    await orient(at, { choose: { [one]: '2', [two]: '1' } });
    const made = await ask(at.world.house, at.desk.officer, orientationMade, { ticket: at.ticket });
    expect(made?.choices.map(({ service, type, standing }) => [service, type, standing])).toEqual([[two, 'LEG', 'fits'], [one, 'FIN', 'fits']]);
    const events = await eventsAbout(at.world, at.ticket, 'desk.client-oriented');
    expect(events.map(({ body }) => [body.service, body.choice, body.sex, body.age_band, body.fitting])).toEqual([
      [two, 1, 'female', '35-49', 2], [one, 2, 'female', '35-49', 2],
    ]);
  });

  it('overrides a failed rule only with a reason, and says which', async () => {
    const at = await scene();
    const later = await at.directory.service({ mainType: 'FIN', stages: ['development'] });
    await expect(orient(at, { choose: { [later]: '1' } })).rejects.toMatchObject({ code: 'desk.reason-needed', field: `reason.${later}` });
    await orient(at, { choose: { [later]: '1' }, reason: { [later]: 'provider-agreed' } });
    const made = await ask(at.world.house, at.desk.officer, orientationMade, { ticket: at.ticket });
    expect(made?.choices[0]).toMatchObject({ standing: 'no', failed: ['stage'], reason: 'provider-agreed' });
  });

  it('asks that she was told what may be lost', async () => {
    const at = await scene();
    const costly = await at.directory.service({ mainType: 'FIN', mayLose: [{ kind: 'aid', names: { fr: 'L’aide aux familles' } }] });
    await expect(orient(at, { choose: { [costly]: '1' } })).rejects.toMatchObject({ code: 'desk.losses-not-told', field: 'losses_told' });
    await expect(orient(at, { choose: { [costly]: '1' }, losses_told: 'yes' })).resolves.toHaveProperty('orientation');
  });

  it('never lets an open row tell what she let be sealed', async () => {
    const at = await scene();
    const rural = await at.directory.service({ mainType: 'FIN' });
    await at.directory.do(setEligibility, { service: rural, rules: [{ field: 'priority', codes: ['rural'] }], priorities: [] });
    expect((await options(at)).matches[0]!.standing).toBe('fits');
    await orient(at, { choose: { [rural]: '1' } });
    expect(await ownerQuery(at.world.house, 'select standing, failed from desk.orientation_choice where network_id = $1', [at.world.network]))
      .toEqual([{ standing: 'ask', failed: [] }]);
  });

  it('refuses nothing chosen, two first choices, and a service of nowhere', async () => {
    const at = await scene();
    const [one, two] = [await at.directory.service(), await at.directory.service()];
    await expect(orient(at, {})).rejects.toMatchObject({ code: 'desk.nothing-chosen' });
    await expect(orient(at, { choose: { [one]: '1', [two]: '1' } })).rejects.toMatchObject({ code: 'desk.two-in-one-place' });
    const elsewhere = await (await openDirectory(await openHub())).service();
    await expect(orient(at, { choose: { [elsewhere]: '1' } })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('is decided once when two officers decide at the same moment', async () => {
    const at = await scene();
    const [one, two] = [await at.directory.service(), await at.directory.service()];
    const colleague = { ...at, desk: await openDesk(at.world) };
    const tries = await Promise.allSettled([orient(at, { choose: { [one]: '1' } }), orient(colleague, { choose: { [two]: '1' } })]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((tries.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ code: 'desk.oriented-meanwhile' });
    await orient(at, { choose: { [two]: '1' }, revision: 1 });
    expect((await ask(at.world.house, at.desk.officer, orientationMade, { ticket: at.ticket }))?.revision).toBe(2);
  });

  it('needs an open visit with a client', async () => {
    const at = await scene();
    const service = await at.directory.service();
    const { ticket } = await at.desk.ticket();
    await expect(orient({ ...at, ticket }, { choose: { [service]: '1' } })).rejects.toMatchObject({ code: 'desk.visit-not-held' });
  });
});
