import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkIati, StandardMissing } from './check-iati.ts';
import { sumIs } from './sum-is.ts';

const standards = process.env.HADINA_STANDARDS;
const now = new Date('2026-11-20T12:00:00Z');
const folder = join(standards ?? '', 'iati');
const judge = (xml: string | Uint8Array, schemaOnly = false) => checkIati(Buffer.from(xml as string), { folder, schemaOnly, now });

/** An activity as small as the schema allows, with more of it where a test says so. */
const activity = ({ attributes = 'xml:lang="fr" default-currency="TND"', before = '', after = '', dates = '<activity-date type="2" iso-date="2025-01-01"/>', country = '<recipient-country code="TN"/>', sector = '<sector code="16010"/>' } = {}) => `<?xml version="1.0"?>
<iati-activities version="2.03"><iati-activity ${attributes}>
<iati-identifier>TN-X-1-A</iati-identifier>
<reporting-org ref="TN-X-1" type="22"><narrative>Réseau</narrative></reporting-org>
<title><narrative>Titre</narrative></title>
<description><narrative>Ce qui est fait</narrative></description>
<participating-org role="4" ref="TN-X-1"/>${before}
<activity-status code="2"/>
${dates}
${country}
${sector}${after}
</iati-activity></iati-activities>`;

const errorsOf = async (xml: string | Uint8Array) => (await judge(xml)).findings.filter(({ severity }) => severity === 'error').map(({ line, rule }) => `${rule}@${line}`);

describe.runIf(standards)('files of the standard', () => {
  it('every one of its own tests is judged as it says itself', async () => {
    const files = ['should-pass', 'should-fail'].flatMap((expected) => (readdirSync(join(folder, 'tests', expected), { recursive: true }) as string[]).filter((name) => name.endsWith('.xml')).map((name) => ({ expected, name })));
    const wrong: string[] = [];
    for (const { expected, name } of files) {
      const { valid, findings } = await judge(readFileSync(join(folder, 'tests', expected, name)), true);
      if (valid !== (expected === 'should-pass')) wrong.push(`${expected}/${name}`);
      if (!valid && !findings.every(({ line, reason }) => line > 0 && reason)) wrong.push(`${name} names no place`);
    }
    expect(files.length).toBeGreaterThanOrEqual(264);
    expect(wrong).toEqual([]);
  });

  it('the annotated examples of the standard are valid by its schema', async () => {
    for (const kind of ['activity', 'organisation']) expect(await judge(readFileSync(join(folder, 'examples', `${kind}-standard`, `${kind}-standard-example-annotated.xml`)), true)).toMatchObject({ valid: true, many: 1 });
  });

  it('a small whole activity passes schema, ruleset and codelists, and says only what could be better', async () => {
    const { valid, kind, many, findings } = await judge(activity());
    expect({ valid, kind, many }).toEqual({ valid: true, kind: 'iati-activities', many: 1 });
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it.each([
    ['a text whose language nobody says', activity({ attributes: 'default-currency="TND"' }), ['4.1.1@4']],
    ['a value whose currency nobody says', activity({ attributes: 'xml:lang="fr"', after: '<budget><period-start iso-date="2025-01-01"/><period-end iso-date="2025-12-31"/><value value-date="2025-01-01">5</value></budget>' }), ['7.8.1@11']],
    ['a budget longer than a year', activity({ after: '\n<budget><period-start iso-date="2025-01-01"/><period-end iso-date="2026-01-02"/><value value-date="2025-01-01">5</value></budget>' }), ['7.5.3@12']],
    ['an end before the start', activity({ dates: '<activity-date type="2" iso-date="2025-01-01"/><activity-date type="4" iso-date="2024-12-31"/>' }), ['11.1.3@9']],
    ['an actual start that is to come', activity({ dates: '<activity-date type="2" iso-date="2026-11-21"/>' }), ['11.1.4@9']],
    ['no start', activity({ dates: '<activity-date type="3" iso-date="2026-01-01"/>' }), ['6.11.1@2']],
    ['no country and no region', activity({ country: '' }), ['3.7.1@2']],
    ['shares of countries that are not a hundred', activity({ country: '<recipient-country code="TN" percentage="40"/><recipient-country code="MA" percentage="59.9"/>' }), ['3.1.2@10']],
    ['shares of sectors that are not a hundred', activity({ sector: '<sector code="16010" percentage="50"/><sector code="15170" percentage="49"/>' }), ['2.1.2@11']],
    ['a code that its list does not know', activity({ sector: '<sector code="99999"/>' }), ['codelist:Sector@11']],
    ['an identifier that is the publisher’s own', activity().replace('TN-X-1-A', 'TN-X-1'), ['1.1.3@3']],
    ['a body without reference and name', activity({ before: '\n<participating-org role="1"/>' }), ['6.10.1@8']],
    ['a result of numbers without one', activity({ after: '\n<result type="1"><title><narrative>R</narrative></title><indicator measure="1"><title><narrative>I</narrative></title><period><period-start iso-date="2025-01-01"/><period-end iso-date="2025-12-31"/><target/></period></indicator></result>' }), ['8.9.1@12']],
  ])('finds %s, and where', async (_, xml, expected) => {
    expect(await errorsOf(xml)).toEqual(expected);
    expect((await judge(xml)).valid).toBe(false);
  });

  it('a fault of an attribute stands at the line of its element, also where the reader has other bytes behind it', async () => {
    const [whole] = /<iati-activity [^]*<\/iati-activity>/.exec(activity({ attributes: 'xml:lang="fr" hierarchy="2" default-currency="TND"' }))!;
    const one = whole.replaceAll('\n', '').replaceAll('TN-X-1', 'XI-HADINA').replace('<narrative>Réseau', '<narrative xml:lang="ar">شبكة</narrative><narrative xml:lang="fr">Réseau');
    const { findings } = await judge(`<iati-activities version="2.03">\n${one}\n${one}\n</iati-activities>`);
    expect(findings.filter(({ rule }) => rule === '1.14.8').map(({ line }) => line)).toEqual([2, 3]);
  });

  it('shares that are a hundred in decimals only are a hundred', async () => {
    expect(await errorsOf(activity({ country: '<recipient-country code="TN" percentage="33.3"/><recipient-country code="MA" percentage="66.6"/><recipient-country code="JO" percentage="0.1"/>' }))).toEqual([]);
  });

  it('what is not of the schema is said with its line and judged no further', async () => {
    const verdict = await judge(activity().replace('<activity-status code="2"/>', ''));
    expect(verdict).toMatchObject({ valid: false, kind: 'iati-activities' });
    expect(verdict.findings).toMatchObject([{ line: 9, rule: 'schema', reason: expect.stringContaining('activity-status') }]);
  });

  it.each([
    ['a document type', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><iati-activities version="2.03"/>', /document type/],
    ['an entity that reads a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><iati-activities version="2.03">&x;</iati-activities>', /document type|Entity/],
    ['entities that multiply', `<!DOCTYPE a [<!ENTITY a0 "ha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(20)}">`).join('')}]><iati-activities>&a12;</iati-activities>`, /document type|amplification|entity/i],
    ['a hundred thousand elements in each other', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`, /depth/i],
    ['a tag that is not closed', '<iati-activities version="2.03"><iati-activity></iati-activities>', /mismatch/i],
    ['nothing', '', /empty|Start tag/i],
    ['no XML', '%PDF-1.7', /Start tag/i],
    ['another standard', '<html/>', /begins with “html”/],
  ])('refuses %s', async (_, xml, reason) => {
    const verdict = await judge(xml);
    expect(verdict).toMatchObject({ valid: false, kind: null, many: 0 });
    expect(verdict.findings[0]!.reason).toMatch(reason);
    expect(JSON.stringify(verdict)).not.toContain('root:');
  });

  it('refuses more than a hundred megabytes unread', async () => {
    expect((await judge(new Uint8Array(100 * 1_048_576 + 1))).findings).toMatchObject([{ reason: expect.stringContaining('100 MB') }]);
  });

  it('says which part of the standard a folder lacks', async () => {
    await expect(checkIati(Buffer.from(activity()), { folder: join(standards!, 'hxl'), now })).rejects.toThrow(StandardMissing);
  });
});

describe('decimals', () => {
  it('add up as written', () => {
    expect(sumIs(['33.3', '66.6', '0.1'], 100)).toBe(true);
    expect(sumIs(['99.99999999999999999'], 100)).toBe(false);
    expect(sumIs(['50', 'x'], 50)).toBe(false);
    expect(sumIs([' +.5', '99.5 '], 100)).toBe(true);
  });
});
