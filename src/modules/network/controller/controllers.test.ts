import { describe, expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { beginMembership } from '../organization/membership.ts';
import { processingRegister } from '../processing-register/processing-register.query.ts';
import { describedSchemas } from '../processing-register/purpose-of.ts';
import '../routes.tsx';
import { controllerList } from './controller-list.query.ts';
import { controllersOf } from './controllers-of.ts';
import { setController } from './set-controller.ts';

const said = { regime: 'association', legal_basis: 'consent', retention_months: 24, hosting_country: 'TN', declaration: 'pending' } as const;

async function open() {
  const world = await openHub();
  const directory = await openDirectory(world);
  const body = await directory.body({ ar: 'جمعية السراج', fr: 'Association Siraj' });
  await act(world.house, directory.manager, beginMembership, { organization: body, since: '2025-01-01' });
  return { ...world, manager: directory.manager, body };
}

describe('who answers for personal data', () => {
  it('is said for each member organization by the manager, and anyone may read it', async () => {
    const { house, network, hub, manager, body } = await open();
    expect((await ask(house, manager, controllerList, {})).bodies).toMatchObject([{ organization: body, said: null }]);
    await act(house, manager, setController, { organization: body, ...said });
    const seen = await inTransaction(house.app, beginFor(visitor(network)), (tx) => controllersOf(tx, hub));
    expect(seen).toMatchObject([{ organization: body, names: { fr: 'Association Siraj' }, months: 24, declaration: 'pending', version: 1 }]);
  });

  it('of two people at once the second looks again; a received declaration has a number', async () => {
    const { house, manager, body } = await open();
    await act(house, manager, setController, { organization: body, ...said });
    await expect(act(house, manager, setController, { organization: body, ...said })).rejects.toMatchObject({ code: 'network.controller-changed' });
    await expect(act(house, manager, setController, { organization: body, ...said, version: 7 })).rejects.toMatchObject({ code: 'network.controller-changed' });
    await expect(act(house, manager, setController, { organization: body, ...said, declaration: 'received', version: 1 })).rejects.toMatchObject({ code: 'network.number-needed' });
    await expect(act(house, manager, setController, { organization: body, ...said, declaration: 'received', declaration_number: '26/1234', version: 1 })).resolves.toHaveProperty('organization');
  });

  it('belongs to its hub: the dpo of this hub may, a manager or dpo of another finds nothing, an officer may not', async () => {
    const { house, as, secondHub, hub, body, network } = await open();
    const dpo = await as('dpo', { scope: 'hub' });
    await expect(act(house, dpo, setController, { organization: body, hub, ...said })).resolves.toHaveProperty('organization');
    const other = await secondHub();
    for (const role of ['hub_manager', 'dpo'] as const) {
      const stranger = await other.as(role, { scope: 'hub' });
      await expect(act(house, stranger, setController, { organization: body, hub, ...said, version: 1 })).rejects.toBeInstanceOf(NotFound);
      const rows = await inTransaction(house.app, beginFor(stranger), async (tx) => tx.updateTable('network.controller').set({ retention_months: 1 }).where('network_id', '=', network).executeTakeFirst());
      expect(rows.numUpdatedRows).toBe(0n);
    }
    await expect(act(house, await as('desk_officer'), setController, { organization: body, hub, ...said, version: 1 })).rejects.toMatchObject({ code: 'core.role-missing' });
  });

  it('stands on the public page of the hub, with what was declared, and warns of data kept abroad', async () => {
    const world = await open();
    const { house, manager, body, hub } = world;
    await act(house, manager, setController, { organization: body, ...said, hosting_country: 'ES', declaration: 'authorised', declaration_number: '26/1234' });
    const web = await openWeb(world);
    const page = await (await web.get(`/hubs/${hub}/data?lang=fr`)).text();
    for (const shown of ['Association Siraj', '24', 'Espagne', '26/1234', 'autorisée']) expect(page).toContain(shown);
    expect(await (await web.get('/personal-data?lang=en', manager)).text()).toContain('outside the country');
  });
});

describe('the register of processing', () => {
  it('is the schema: a table made a moment ago is in it, with its words and what is sealed', async () => {
    const { house, as } = await open();
    const dpo = await as('dpo', { scope: 'hub' });
    const { tables } = await ask(house, dpo, processingRegister, {});
    const of = (name: string) => tables.find((table) => `${table.schema}.${table.name}` === name)!;
    expect(of('people.person')).toMatchObject({ about: 'person', compartment: 'C0' });
    expect(of('people.consent')).toMatchObject({ about: 'person', compartment: 'C0' });
    expect(of('people.person_contact')).toMatchObject({ about: 'person', compartment: 'C1' });
    expect(of('people.person_contact').columns.find(({ name }) => name === 'sealed')).toMatchObject({ keptAs: 'sealed' });
    expect(of('desk.disclosure').columns.find(({ name }) => name === 'sealed')!.keptAs).toBe('sealed');
    expect(of('people.contact_mark').columns.find(({ name }) => name === 'blind')!.keptAs).toBe('fingerprint');
    expect(tables.filter(({ schema }) => schema === 'confidential').every(({ compartment }) => compartment === 'C2')).toBe(true);
    const ours = tables.filter(({ schema }) => describedSchemas.some((each) => each === schema));
    expect(ours.filter(({ says, columns }) => says === '' || columns.some((column) => column.says === '')).map(({ name }) => name)).toEqual([]);
    const [{ count } = { count: 0 }] = await ownerQuery<{ count: number }>(house, `select count(distinct c.oid)::int as count from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'network_id'
      join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname in ('people', 'desk', 'network', 'core', 'confidential')`);
    expect(tables.filter(({ schema }) => ['people', 'desk', 'network', 'core', 'confidential'].includes(schema))).toHaveLength(count);
  });

  it('every part of the house that says something of people has a purpose in words', async () => {
    const { house, manager } = await open();
    const { tables } = await ask(house, manager, processingRegister, {});
    const parts = new Set(tables.filter(({ about }) => about !== 'none').map(({ schema }) => schema));
    expect([...parts].filter((schema) => !describedSchemas.some((each) => each === schema) && !/test|probe|scratch/.test(schema))).toEqual([]);
  });

  it('goes out whole as a file: one line for each column of each table about people', async () => {
    const world = await open();
    const web = await openWeb(world);
    const html = await (await web.get('/personal-data/register/columns?lang=en', world.manager)).text();
    const href = /href="(\/lists\/csv\/personal-data\/register\/columns[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&');
    const csv = await (await web.get(href, world.manager)).text();
    const { tables } = await ask(world.house, world.manager, processingRegister, {});
    const lines = tables.filter(({ about }) => about !== 'none').flatMap(({ columns }) => columns);
    expect(csv.trim().split('\r\n')).toHaveLength(lines.length + 1);
    expect(csv).toContain('people.person_contact');
  }, 120_000);
});
