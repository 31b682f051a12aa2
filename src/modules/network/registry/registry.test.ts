import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { editOrganization } from '../organization/edit-organization.ts';
import { organizationSheet } from '../organization/organization-list.query.ts';
import { registerOrganization } from '../organization/register-organization.ts';
import { registry, registryBody } from './registry.query.ts';

let world: World;
let web: Web;
let manager: Actor;
const ids: Record<string, string> = {};
const register = async (key: string, said: Record<string, unknown>) => {
  const least = { names: { fr: key }, sector: 'sse', kind: 'cooperative', listed: true };
  ids[key] = (await act(world.house, manager, registerOrganization, { ...least, ...said } as never)).organization;
};

beforeAll(async () => {
  world = await openHub();
  web = await openWeb(world);
  manager = await world.as('hub_manager');
  await register('Oliviers', { names: { fr: 'Coopérative des oliviers', ar: 'تعاضدية الزيتون' }, territory: 'TN-43', activities: ['AM130', 'AM60'], qualifiers: ['q06'], phone: '+21670000001', founded_year: '2019' });
  await register('Appui', { sector: 'civil', kind: 'association', support_body: true, territory: 'TN-11' });
  await register('Pôle', { kind: 'federation', runs_hub: world.hub, agreed_on: '2025-03-01', territory: 'TN-43' });
  await register('Groupe', { kind: 'informal-group', phone: '+21622000002', email: 'moi@hadina.example', address: { fr: 'chez Fatma' } });
  await register('Cachée', { listed: false });
  await register('Mairie', { sector: 'public', kind: 'municipality' });
});

const look = (filter: Record<string, unknown> = {}) => ask(world.house, visitor(world.network), registry, filter);
const names = async (filter: Record<string, unknown>) => (await look(filter)).entries.map(({ id }) => Object.entries(ids).find(([, known]) => known === id)?.[0]);

describe('the registry', () => {
  test('holds enterprises and those who support them, only where they agreed', async () => {
    expect(await names({})).toEqual(['Oliviers', 'Appui', 'Pôle', 'Groupe']);
    expect((await look()).entries.find(({ id }) => id === ids.Pôle)).toMatchObject({ role: 'both', agreedOn: '2025-03-01', runsHub: world.hub });
    for (const hidden of ['Cachée', 'Mairie']) {
      await expect(ask(world.house, visitor(world.network), registryBody, { organization: ids[hidden] })).rejects.toMatchObject({ name: 'NotFound' });
    }
  });

  test('is narrowed by role, form, activity, place and words, with true counts', async () => {
    expect(await names({ role: 'support' })).toEqual(['Appui', 'Pôle']);
    expect(await names({ activity: 'AM60' })).toEqual(['Oliviers']);
    expect(await names({ territory: 'TN-43' })).toEqual(['Oliviers', 'Pôle']);
    expect(await names({ territory: 'TN' })).toEqual(['Oliviers', 'Appui', 'Pôle']);
    expect(await names({ q: 'الزيتون' })).toEqual(['Oliviers']);
    expect(await names({ q: 'cooperative', qualifier: 'q06' })).toEqual(['Oliviers']);
    const { facets } = await look({ activity: 'AM60' });
    for (const [kind, number] of Object.entries(facets.kind)) expect((await look({ activity: 'AM60', kind })).total).toBe(number);
    expect(await look({ activity: 'AM60', kind: 'association' })).toMatchObject({ total: 0, without: { activity: 1, kind: 1 } });
  });

  test('never shows how to reach the members of an informal group', async () => {
    const { entry } = await ask(world.house, visitor(world.network), registryBody, { organization: ids.Groupe });
    expect(entry).toMatchObject({ phone: null, email: null, address: {} });
    const pages = await Promise.all(['/registry?lang=fr', `/registry/${ids.Groupe}?lang=fr`].map(async (address) => (await web.get(address)).text()));
    for (const page of pages) expect(page).not.toMatch(/22000002|22 000 002|moi@hadina|chez Fatma/);
  });

  test('tells programs the same in the terms of schema.org and ESSglobal', async () => {
    const page = await (await web.get(`/registry/${ids.Oliviers}?lang=fr`)).text();
    const facts = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)![1]!);
    expect(facts).toMatchObject({
      type: ['Organization', 'essglobal:SSEInitiative'], name: 'Coopérative des oliviers', alternateName: ['تعاضدية الزيتون'], foundingDate: '2019',
      'essglobal:legalForm': { id: 'http://purl.org/essglobal/standard/legal-form/L2' },
      'essglobal:primarySector': { id: 'http://purl.org/essglobal/standard/activities-modified/AM130' },
    });
    expect(facts.id).toBe(`http://localhost/registry/${ids.Oliviers}`);
  });

  test('a name cannot end the block it stands in', async () => {
    await register('Piège', { names: { fr: '</script><img src=x onerror=alert(1)>' } });
    const page = await (await web.get(`/registry/${ids.Piège}?lang=fr`)).text();
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page).not.toContain('<img');
  });
});

describe('correcting a body', () => {
  const said = { names: { fr: 'Les oliviers' }, sector: 'sse', kind: 'cooperative', listed: true, territory: 'TN-43', activities: ['AM130'] };

  test('shows at once, keeps the day it agreed, and tells the second colleague', async () => {
    const before = await ask(world.house, manager, organizationSheet, { organization: ids.Oliviers });
    await act(world.house, manager, editOrganization, { organization: ids.Oliviers, version: before.version, ...said });
    expect(await (await web.get('/registry', null)).text()).toContain('Les oliviers');
    const after = await ask(world.house, manager, organizationSheet, { organization: ids.Oliviers });
    expect([after.version, after.agreedOn]).toEqual([before.version + 1, before.agreedOn]);
    await expect(act(world.house, manager, editOrganization, { organization: ids.Oliviers, version: before.version, ...said }))
      .rejects.toMatchObject({ code: 'network.organization-changed' });
  });

  test('refuses an unknown place or hub, and listing by who may not', async () => {
    const { version } = await ask(world.house, manager, organizationSheet, { organization: ids.Oliviers });
    const edit = (more: object, actor = manager) => act(world.house, actor, editOrganization, { organization: ids.Oliviers, version, ...said, ...more } as never);
    await expect(edit({ territory: 'TN-99' })).rejects.toMatchObject({ code: 'network.unknown-territory' });
    await expect(edit({ runs_hub: ids.Oliviers })).rejects.toMatchObject({ code: 'network.unknown-hub' });
    await expect(edit({ listed: false }, await world.as('desk_officer'))).rejects.toMatchObject({ code: 'network.listing-needs-manager' });
    await expect(act(world.house, manager, registerOrganization, { names: { fr: 'X' }, sector: 'sse', kind: 'other', runs_hub: ids.Oliviers } as never)).rejects.toMatchObject({ code: 'network.unknown-hub' });
  });

  test('another hub finds nothing to correct', async () => {
    const neighbour = await (await world.secondHub()).as('hub_manager');
    await expect(act(world.house, neighbour, editOrganization, { organization: ids.Oliviers, version: 1, ...said } as never)).rejects.toMatchObject({ name: 'NotFound' });
  });
});
