import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { describe, expect, it } from 'vitest';
import { cidsFile } from '../cids/write-cids.ts';
import { checkIati } from '../iati/check-iati.ts';
import { iatiFile, publisherOf } from '../iati/write-iati.ts';
import type { PublishedNetwork, PublishedWork } from './published-work.ts';

const standards = process.env.HADINA_STANDARDS;
const now = new Date('2026-11-20T10:00:00Z');
const day = '2026-11-20';

/** Texts as people type them, and as they should not. */
const text = fc.oneof(fc.constantFrom('تمكين النساء', 'Appui à l’ESS & "formation"', '<b>Projet</b>', 'a]]>b', '=1+1', 'ligne\nligne', '\u0007\uFFFE', '🌿', '\uD800', '&amp;'), fc.string({ minLength: 1, maxLength: 40, unit: 'binary' })).filter((found) => /[\p{L}\p{N}]/u.test(found));
const names = fc.record({ ar: text, fr: text, en: text }, { requiredKeys: ['fr'] });
const date = fc.integer({ min: 0, max: 3_650 }).map((days) => new Date(Date.UTC(2020, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const past = date.map((found) => (found > day ? day : found));
const body = fc.record({ names, kind: fc.constantFrom('association' as const, 'ministry' as const, 'smsa' as const, null) });

const work = fc.record({
  id: fc.uuid(), code: fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'B', '7', '-', ' ', '/', '&', 'é') }), level: fc.constantFrom('strategy' as const, 'programme' as const, 'project' as const), parent: fc.constant(null),
  names, about: fc.oneof(names, fc.constant({})), plannedFrom: date, startsOn: date, endsOn: fc.option(date), closedOn: fc.option(past), territory: fc.constantFrom(null, 'TN-43', 'MA-11'), lead: fc.option(body),
  partners: fc.array(body.chain((one) => fc.constantFrom('lead' as const, 'partner' as const, 'host' as const).map((role) => ({ ...one, role, country: null }))), { maxLength: 3 }),
  cost: fc.option(fc.record({ amount: fc.integer({ min: 1, max: 2 ** 40 }), currency: fc.constantFrom('TND', 'MAD', 'EUR'), scale: fc.constantFrom(2, 3), approximate: fc.boolean(), saidOn: fc.option(date), funders: fc.array(body.chain((one) => fc.option(fc.nat(1_000_000)).map((amount) => ({ ...one, amount }))), { maxLength: 3 }) })),
  sensitive: fc.constant(false),
  results: fc.array(fc.tuple(date, fc.nat(400)).chain(([from, days]) => fc.record({
    code: fc.constant('x'), names, sex: fc.constantFrom('all', 'female'), from: fc.constant(from), to: fc.constant(new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)), target: fc.nat(100_000), original: fc.nat(100_000),
    reached: fc.option(fc.nat(1_000)), atLeast: fc.boolean(), lookedUntil: fc.option(fc.constant(from)),
  })), { maxLength: 3 }),
}).map((found): PublishedWork => ({
  ...found, closedOn: found.closedOn && found.closedOn >= found.startsOn ? found.closedOn : null, endsOn: found.endsOn && found.endsOn >= found.startsOn ? found.endsOn : null,
}));

const network = fc.record({ network: fc.uuid(), names, countries: fc.constantFrom(['TN'], ['TN', 'MA']), day: fc.constant(day), works: fc.array(work, { minLength: 1, maxLength: 4 }) })
  .map((found): PublishedNetwork => ({ ...found, works: found.works.map((one, at) => ({ ...one, code: `${one.code}${at}`, parent: at ? found.works[0]!.id : null })) }));

const iatiOf = (published: PublishedNetwork): string => [...iatiFile(published, { publisher: publisherOf(published), now })].join('');

describe.runIf(standards)('whatever a network publishes', () => {
  it('is valid by the schema, ruleset and codelists of IATI', { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(network, async (published) => {
      const xml = iatiOf(published);
      const { valid, many, findings } = await checkIati(Buffer.from(xml), { folder: join(standards!, 'iati'), now });
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect({ valid, many }).toEqual({ valid: true, many: published.works.length });
    }), { numRuns: 20 });
  });

  it('is valid by the Basic tier’s shapes of CIDS, and a programme without a name is not', { timeout: 120_000 }, async () => {
    const folder = join(standards!, 'impact/cids-3.2.1');
    const context = JSON.parse(readFileSync(join(folder, 'contexts/cidsContext.jsonld'), 'utf8')) as object;
    const shapes = new Store(new Parser().parse(readFileSync(join(folder, 'validation/cids-shacl-generator/output/cids-shacl-BasicTier.ttl'), 'utf8').replace(/^\uFEFF/u, '')));
    const validator = new SHACLValidator(shapes as never);
    const judged = async (document: object) => {
      const quads = await jsonld.toRDF(document as never, { format: 'application/n-quads', documentLoader: async (url: string) => ({ contextUrl: undefined, documentUrl: url, document: context }) } as never) as unknown as string;
      const data = new Store(new Parser({ format: 'N-Quads' }).parse(quads));
      const { results } = await validator.validate(data as never);
      return { size: data.size, broken: results.map(({ path, focusNode }) => `${focusNode?.value} ${path && 'value' in path ? path.value : ''}`) };
    };
    await fc.assert(fc.asyncProperty(network, async (published) => {
      const { size, broken } = await judged(cidsFile(published));
      expect(broken).toEqual([]);
      expect(size).toBeGreaterThan(published.works.length * 4);
    }), { numRuns: 15 });
    const [published] = fc.sample(network, { numRuns: 1, seed: 7 });
    const { '@graph': graph, ...rest } = cidsFile(published!) as { '@graph': Record<string, unknown>[] };
    const nameless = graph.map(({ hasName, ...node }) => (node['@type'] === 'cids:Program' ? node : { ...node, hasName }));
    expect((await judged({ ...rest, '@graph': nameless })).broken.length).toBe(published!.works.length);
  });

  it('many activities with a common parent are one valid file', { timeout: 120_000 }, async () => {
    const [one] = fc.sample(network, { numRuns: 1, seed: 11 });
    const works = Array.from({ length: 150 }, (_, at) => ({ ...one!.works[0]!, id: `${at}`, code: `p${at}`, parent: at ? '0' : null }));
    expect(await checkIati(Buffer.from(iatiOf({ ...one!, works })), { folder: join(standards!, 'iati'), now })).toMatchObject({ valid: true, many: 150 });
  });
});

describe('what stands in the file', () => {
  const base: PublishedWork = {
    id: 'w', code: 'medtown / 1', level: 'project', parent: null, names: { ar: 'ميدتاون', fr: 'MedTOWN & co', 'ar-MA': 'x' } as PublishedWork['names'], about: {}, plannedFrom: '2019-09-05', startsOn: '2019-09-05', endsOn: '2023-12-04', closedOn: null, territory: null, lead: null, partners: [], sensitive: false,
    cost: { amount: 3_500_005, currency: 'TND', scale: 3, approximate: false, saidOn: '2030-01-01', funders: [] },
    results: [{ code: 'agreements', names: { fr: 'Conventions' }, sex: 'female', from: '2019-09-05', to: '2023-12-04', target: 10, original: 6, reached: 30, atLeast: true, lookedUntil: '2023-11-30' }],
  };
  const published: PublishedNetwork = { network: '0190', names: { fr: 'Réseau' }, countries: ['TN'], day, works: [base] };
  const xml = iatiOf(published);

  it.each([
    '<iati-identifier>XI-HADINA-0190-medtown-1</iati-identifier>', '<title><narrative xml:lang="ar">ميدتاون</narrative><narrative xml:lang="fr">MedTOWN &amp; co</narrative></title>',
    '<activity-status code="2"/>', '<activity-date type="2" iso-date="2019-09-05"/>', '<activity-date type="3" iso-date="2023-12-04"/>', '<recipient-country code="TN"/>',
    // A commitment said of a day to come is told as of today; three decimals are three decimals.
    '<value currency="TND" value-date="2026-11-20">3500.005</value>', '<target value="10"><dimension name="sex" value="female"/><comment>', '<actual value="30"><dimension name="sex" value="female"/><comment>', 'Première cible',
  ])('%s', (part) => { if (part === 'Première cible') expect(xml).toContain('La première cible était 6.'); else expect(xml).toContain(part); });

  it('what may not be said is not said, and nothing published is no file', () => {
    expect(iatiOf({ ...published, works: [{ ...base, results: [{ ...base.results[0]!, reached: null }] }] })).not.toContain('<actual');
    expect(iatiOf({ ...published, works: [] })).toBe('');
    expect(iatiOf({ ...published, works: [{ ...base, closedOn: '2024-01-01' }] })).toContain('<activity-status code="4"/>');
    expect(iatiOf({ ...published, works: [{ ...base, startsOn: '2027-01-01', endsOn: null }] })).toMatch(/<activity-status code="1"\/><activity-date type="1" iso-date="2019-09-05"\/><recipient/u);
  });
});
