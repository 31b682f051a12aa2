import fc from 'fast-check';
import type pg from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { openPool } from '#core/db/pool.ts';
import { consoleActor } from '#modules/network/public.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import '../routes.tsx';
import { indicators } from '../indicator/indicators-of-the-desk.ts';
import type { Scope } from '../reading/events-inside.ts';
import { tally, tallyMonths, type Tally } from '../reading/tally.ts';
import { countAnew } from './count-anew.ts';
import { countSome } from './count-waiting.ts';
import { digestOfCounted } from './digest-of-counted.ts';
import { slowTally, type Told } from '#tests/fixtures/slow-tally.ts';

const HISTORIES = Number(process.env.HISTORIES ?? 16);
const LANES = 2;
const FILES = 6;
const ORGANIZATIONS = 2;
const months = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];

const near = (most: number) => fc.integer({ min: 0, max: most - 1 });
const day = fc.tuple(near(months.length), fc.integer({ min: 1, max: 28 })).map(([month, at]) => `${months[month]}-${String(at).padStart(2, '0')}`);
const about = fc.record({ hub: near(3), file: near(FILES), sex: fc.constantFrom('female', 'male', null), age: fc.constantFrom('18-24', '25-34'), place: fc.constantFrom('TN-43', 'TN-53-01', null), day, late: fc.boolean() });
const step = fc.oneof(
  { weight: 8, arbitrary: about.map((of) => ({ is: 'came', ...of } as const)) },
  { weight: 2, arbitrary: fc.record({ hub: near(3), organization: near(ORGANIZATIONS), day }).map((of) => ({ is: 'organization', ...of } as const)) },
  { weight: 2, arbitrary: about.map((of) => ({ is: 'registered', ...of } as const)) },
  { weight: 1, arbitrary: near(4).map((which) => ({ is: 'struck', which } as const)) },
  { weight: 2, arbitrary: fc.tuple(about, fc.integer({ min: 1, max: 9 })).map(([of, amount]) => ({ is: 'granted', amount, ...of } as const)) },
  { weight: 1, arbitrary: near(4).map((which) => ({ is: 'cancelled', which } as const)) },
  { weight: 1, arbitrary: about.map((of) => ({ is: 'funded', ...of } as const)) },
  { weight: 1, arbitrary: near(4).map((which) => ({ is: 'unfunded', which } as const)) },
  { weight: 2, arbitrary: fc.tuple(about, fc.integer({ min: 1, max: 5 })).map(([of, faces]) => ({ is: 'assessed', faces, ...of } as const)) },
  { weight: 1, arbitrary: fc.tuple(about, fc.integer({ min: 0, max: 50 })).map(([of, waited]) => ({ is: 'called', waited, ...of } as const)) },
  { weight: 3, arbitrary: fc.tuple(near(FILES), near(FILES)).map(([one, other]) => ({ is: 'merged', one, other } as const)) },
  { weight: 2, arbitrary: near(FILES).map((one) => ({ is: 'parted', one } as const)) },
  { weight: 1, arbitrary: fc.tuple(near(3), fc.constantFrom('TN-43', 'TN-53')).map(([hub, region]) => ({ is: 'hub-moved', hub, region } as const)) },
  { weight: 3, arbitrary: fc.constant({ is: 'counted' } as const) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Plays a history past the actions, as the owner of the tables, and keeps aside what was told, to be counted in another way. */
class History {
  readonly told: Told[] = [];
  readonly survivors = new Map<string, string>();
  /** By file the one it was merged into, of merges that stand. */
  private readonly into = new Map<string, string>();
  readonly files = Array.from({ length: FILES }, () => newId());
  readonly organizations = Array.from({ length: ORGANIZATIONS }, () => newId());
  private readonly subjects: Record<string, string[]> = { registered: [], granted: [], funded: [] };
  private clock = Date.parse('2026-04-01T08:00:00Z');

  constructor(private readonly owner: pg.Pool, private readonly house: House, readonly network: string, readonly hubs: readonly string[], readonly regions: string[]) {}

  async play(one: Step): Promise<void> {
    switch (one.is) {
      case 'came': return this.tell('desk.client-received', one, {}, newId());
      case 'assessed': return this.tell('desk.experience-assessed', one, { faces: one.faces }, newId());
      case 'called': return this.tell('desk.ticket-called', one, { waited_minutes: one.waited }, newId());
      case 'registered': return this.tell('incubation.applicant-registered', one, {}, this.begin('registered'));
      case 'funded': return this.tell('funding.person-funded', one, {}, this.begin('funded'));
      case 'granted': return this.tell('funding.grant-certified', one, { currency: 'TND', amount_minor: one.amount * 1000 }, this.begin('granted'));
      case 'organization': return this.keep({ name: 'desk.client-received', hub: one.hub, on: one.day, subject: newId(), organization: this.organizations[one.organization]!, body: { kind: 'organization', sex: null, age_band: null, territory: null } });
      case 'struck': return this.strike('incubation.application-struck-out', this.subjects.registered![one.which]);
      case 'cancelled': return this.strike('funding.grant-cancelled', this.subjects.granted![one.which]);
      case 'unfunded': return this.strike('funding.application-unfunded', this.subjects.funded![one.which]);
      case 'merged': return this.join(one.one, one.other);
      case 'parted': return this.part(one.one);
      case 'hub-moved': return this.move(one.hub, one.region);
      case 'counted': return void (await countSome(this.house.worker, this.network));
    }
  }

  private begin(kind: string): string {
    const subject = newId();
    this.subjects[kind]!.push(subject);
    return subject;
  }

  private tell(name: string, of: typeof about extends fc.Arbitrary<infer A> ? A : never, more: object, subject: string): Promise<void> {
    const { hub, file, sex, age, place, day: on, late } = of as { hub: number; file: number; sex: string | null; age: string; place: string | null; day: string; late: boolean };
    return this.keep({ name, hub, on: late ? on : undefined, at: late ? undefined : on, subject, file: this.files[file]!, body: { kind: 'person', sex, age_band: age, territory: place, ...more } });
  }

  private async keep({ name, hub, on, at, subject, file, organization, body = {} }: { name: string; hub: number; on?: string | undefined; at?: string | undefined; subject: string; file?: string; organization?: string; body?: Record<string, unknown> }): Promise<void> {
    // Half past eleven at night by UTC is the next day in Tunis.
    const when = at ? new Date(`${at}T23:30:00Z`) : new Date((this.clock += 1000));
    const id = newId(this.clock += 1000);
    const said = { ...body, ...(on ? { on } : {}) };
    await this.owner.query(`insert into core.event (network_id, id, at, hub_id, app, action, name, subject_id, person_id, organization_id, compartment, body) values ($1, $2, $3, $4, 'web', 'x.y', $5, $6, $7, $8, 'C0', $9)`,
      [this.network, id, when, this.hubs[hub], name, subject, file ?? null, organization ?? null, said]);
    this.told.push({ id, name, hub: this.hubs[hub]!, at: when, on, subject, file, organization, body: said as Told['body'] });
  }

  private strike(name: string, subject: string | undefined): Promise<void> {
    return subject ? this.keep({ name, hub: 0, subject }) : Promise.resolve();
  }

  private async join(a: number, b: number): Promise<void> {
    const [survivor, absorbed] = [this.identity(this.files[a]!), this.identity(this.files[b]!)];
    if (survivor === absorbed) return;
    this.into.set(absorbed, survivor);
    await this.joinOrPart('people.persons-merged', survivor, absorbed);
  }

  private async part(one: number): Promise<void> {
    const file = this.files[one]!;
    const into = this.into.get(file);
    if (!into) return;
    this.into.delete(file);
    await this.joinOrPart('people.merge-undone', into, file);
  }

  readonly identity = (file: string): string => (this.into.has(file) ? this.identity(this.into.get(file)!) : file);

  /** The map of identities and the two events that tell of it, in one transaction as the action writes them. */
  private async joinOrPart(name: string, one: string, other: string): Promise<void> {
    const client = await this.owner.connect();
    try {
      await client.query('begin; set local session_replication_role = replica');
      await client.query('delete from core.same_person where network_id = $1', [this.network]);
      for (const file of this.files) {
        const known = this.into.has(file) || [...this.into.values()].includes(file);
        if (known) await client.query('insert into core.same_person (network_id, person_id, survivor_id, into_id, merge_id) values ($1, $2, $3, $4, $5)', [this.network, file, this.identity(file), this.into.get(file) ?? null, this.into.has(file) ? newId() : null]);
      }
      for (const [about, with_] of [[one, other], [other, one]]) {
        await client.query(`insert into core.event (network_id, id, at, hub_id, app, action, name, subject_id, person_id, compartment, body) values ($1, $2, now(), $3, 'web', 'x.y', $4, $5, $6, 'C0', $7)`,
          [this.network, newId(), this.hubs[0], name, newId(), about, { other: with_ }]);
      }
      await client.query('commit');
    } finally {
      client.release();
    }
  }

  private async move(hub: number, region: string): Promise<void> {
    this.regions[hub] = region;
    await this.owner.query('update network.hub set region_code = $3 where network_id = $1 and id = $2', [this.network, this.hubs[hub], region]);
    await this.owner.query(`insert into core.event (network_id, id, at, hub_id, app, action, name, subject_id, compartment) values ($1, $2, now(), $3, 'web', 'x.y', 'network.hub-edited', $3, 'C0')`, [this.network, newId(), this.hubs[hub]]);
  }
}

const asked: readonly { readonly by: Scope['by']; readonly months: readonly [number, number]; readonly hub: number | null }[] = [
  ...[null, 0].flatMap((hub) => ([undefined, 'hub', 'month', 'sex', 'age_band', 'territory'] as const).map((by) => ({ by, months: [2, 2] as const, hub }))),
  ...[null, 1].flatMap((hub) => ([undefined, 'hub', 'month', 'sex'] as const).map((by) => ({ by, months: [1, 3] as const, hub }))),
];

it(`counts ${HISTORIES} random histories as they are told, anew, and by hand: the same numbers and the same bytes`, async () => {
  const world = await openHub({ demo: true });
  const hubs = [world.hub, (await world.secondHub()).hub, (await world.secondHub()).hub];
  const owner = openPool({ ...world.house.connectAs('hadina_owner', 'hadina'), max: 2 });
  onTestFinished(() => owner.end());
  const { rows: columns } = await owner.query<{ list: string }>(`select string_agg(quote_ident(column_name), ', ') as list from information_schema.columns where table_schema = 'network' and table_name = 'hub' and is_generated = 'NEVER' and column_name not in ('network_id', 'region_code')`);
  const open = async (): Promise<History> => {
    const network = newId();
    const client = await owner.connect();
    await client.query('begin; set local session_replication_role = replica');
    await client.query(`insert into network.hub (network_id, region_code, ${columns[0]!.list}) select $1, 'TN-43', ${columns[0]!.list} from network.hub where network_id = $2`, [network, world.network]);
    await client.query('commit');
    client.release();
    await countAnew(world.house.worker, network);
    return new History(owner, world.house, network, hubs, hubs.map(() => 'TN-43'));
  };
  const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
    const history = await open();
    const look = (wishes: typeof asked) => inTransaction(world.house.report, beginFor(consoleActor(history.network), { readOnly: true }), async (tx) => {
      for (const { by, months: [from, to], hub } of wishes) {
        const scope = { network: history.network, by, period: { from: months[from]!, to: months[to]! }, hub: hub === null ? undefined : hubs[hub] };
        const read = await tally(tx, indicators, scope);
        for (const one of indicators) expect([one.code, by, from, to, hub, plain(read.get(one.code)!, by !== undefined)]).toEqual([one.code, by, from, to, hub, slowTally(history, one, scope)]);
      }
    });
    const celled = indicators.filter(({ counting }) => counting !== 'median-waited' && counting !== 'professionals');
    const lookAtMonths = () => inTransaction(world.house.report, beginFor(consoleActor(history.network), { readOnly: true }), async (tx) => {
      const read = await tallyMonths(tx, celled, { network: history.network, period: { from: months[0]!, to: months.at(-1)! } });
      for (const month of months) for (const one of celled) expect([one.code, month, plain(read.get(month)!.get(one.code)!, true)]).toEqual([one.code, month, slowTally(history, one, { by: 'hub', period: { from: month, to: month } })]);
    });
    for (const [at, one] of steps.entries()) {
      await history.play(one as Step);
      if (at % 11 === 10) await look(asked.filter((_, n) => n % 7 === at % 7));
    }
    await look(asked.filter((_, n) => n % 3 === steps.length % 3));
    await lookAtMonths();
    // Other tests of the same server hold transactions open for a while: nothing counts before they ended.
    await vi.waitFor(async () => {
      const { rows: [open] } = await owner.query<{ many: number }>('select count(*)::int as many from core.event where network_id = $1 and xid >= pg_snapshot_xmin(pg_current_snapshot())', [history.network]);
      expect(open!.many).toBe(0);
    }, { timeout: 60_000 });
    while (await countSome(world.house.worker, history.network));
    await look(asked);
    const digest = () => inTransaction(world.house.worker, 'begin read only', (tx) => digestOfCounted(tx, history.network));
    const followed = await digest();
    await countAnew(world.house.worker, history.network);
    expect(await digest()).toBe(followed);
  });
  // Several are lived beside each other: while the database answers of one, another is counted by hand, and one’s open transaction holds back what another counts.
  const seed = Number(process.env.SEED ?? 57);
  await Promise.all(Array.from({ length: LANES }, (_, lane) => fc.assert(property, { numRuns: Math.ceil(HISTORIES / LANES), seed: seed + lane * 1_000, endOnFailure: true })));
}, Math.max(400_000, HISTORIES * 6_000));

/** A tally as sorted lines; of means no more than nine digits. */
const plain = ({ all, keys, regions, cells }: Tally, divided: boolean) => {
  const of = ({ value, base, events }: Tally['all']) => [value === null ? null : Number(value.toFixed(9)), base, events].join(' ');
  return [`all ${of(all)}`, ...(divided ? [...keys].map(([key, one]) => `${key} ${of(one)}`) : []), ...[...regions].map(([region, one]) => `@${region} ${of(one)}`), ...(divided ? cells.map(({ region, key, amount }) => `${key}@${region} ${of(amount)}`) : [])].sort();
};
