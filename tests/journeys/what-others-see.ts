import { inflateRawSync } from 'node:zlib';
import type { Actor } from '#core/actor.ts';
import { allQueries } from '#core/action.ts';
import { randomOf } from '#apps/trust/random.ts';
import { sample, shapeOf } from '#apps/trust/town/sample.ts';
import { apiAddress } from '#apps/trust/web/routes.ts';
import { sitemap } from '#apps/web/sitemap.ts';
import ar from '#modules/evidence/locales/ar.json' with { type: 'json' };
import fr from '#modules/evidence/locales/fr.json' with { type: 'json' };
import { patternOf } from '#tests/fixtures/crawl.ts';
import type { Web } from '#tests/fixtures/open-web.ts';

/** Somebody who must learn nothing, where she begins to look, and what her programs carry. */
export interface Onlooker {
  readonly who: string;
  readonly actor: Actor | null;
  readonly from: readonly string[];
  readonly bearer: Readonly<Record<string, string>>;
}

/** Identifiers that she could hold, by the name of the field or the part of the address. */
export type Ids = Readonly<Record<string, string>>;

/** Every answer the house gave, by who asked what: status, headers and body, letter by letter. */
export type Sight = ReadonlyMap<string, string>;

/** Pages that show who looked: looking at the other pages adds to them, so they are read apart. */
const audit = /^\/(looks|people\/[^/]+\/looks)(\?|$)/;
/** Where the newest seals stand: whatever anybody reads is recorded and sealed a moment later, so they are another's minute to minute. */
const seals = /^\/heads(\?|$)/;
const auditQueries = new Set(['people.who-looked', 'people.recent-looks']);
/** Whose programs ask too: the four whom the journey names. */
const programmed = new Set(['coach', 'hub manager', 'donor viewer', 'neighbour’s officer']);
/** Modules whose queries tell of persons or count them. */
const ofPersons = new Set(['people', 'accompaniment', 'confidential', 'evidence']);
const MOST = 45;
const MOST_ALIKE = 2;

/** Reads the pages, lists and files each onlooker begins with; thoroughly: also what their links lead to, and every query of persons in her name. */
export async function whatTheySee(web: Web, onlookers: readonly Onlooker[], ids: Ids, since: Date, { thorough = true }: { thorough?: boolean } = {}): Promise<Sight> {
  const seen = new Map<string, string>();
  const questions = thorough ? askable(ids) : [];
  for (const { who, actor, from, bearer } of onlookers) {
    const queue = [...from];
    const queued = new Set(queue);
    const alike = new Map<string, number>();
    const tell = (address: string) => alike.set(formOf(address), (alike.get(formOf(address)) ?? 0) + 1);
    queue.forEach(tell);
    for (let at = 0; at < queue.length && at < MOST; at++) {
      const address = queue[at]!;
      const answer = await web.get(address, actor);
      const bytes = Buffer.from(await answer.arrayBuffer());
      seen.set(`${who}: ${address}`, wholeAnswer(answer, bytes, since));
      if (!thorough || !answer.headers.get('content-type')?.startsWith('text/html')) continue;
      for (const link of linksIn(String(bytes))) {
        if (queued.has(link) || audit.test(link) || seals.test(link) || (actor && isForEverybody(link)) || (alike.get(formOf(link)) ?? 0) >= MOST_ALIKE) continue;
        queued.add(link);
        queue.push(link);
        tell(link);
      }
    }
    for (const [name, input] of programmed.has(who) ? questions : []) {
      if (auditQueries.has(name)) continue;
      seen.set(`${who}: API ${name}`, await apiAnswer(web, name, input, bearer, since));
    }
  }
  return seen;
}

/** What the pages and queries that tell who looked say to each onlooker. */
export async function whatAuditsSay(web: Web, onlookers: readonly Onlooker[], ids: Ids, since: Date): Promise<Sight> {
  const seen = new Map<string, string>();
  for (const { who, actor, bearer } of onlookers) {
    for (const address of ['/looks', `/people/${ids.person}/looks`]) {
      const answer = await web.get(address, actor);
      seen.set(`${who}: ${address}`, wholeAnswer(answer, Buffer.from(await answer.arrayBuffer()), since));
    }
    if (actor) for (const name of auditQueries) seen.set(`${who}: API ${name}`, await apiAnswer(web, name, { person: ids.person! }, bearer, since));
  }
  return seen;
}

/** What one of two sights holds and the other does not, a line each. */
export function changes(before: Sight, after: Sight): string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.filter((name) => before.get(name) !== after.get(name)).map((name) => `${name}: ${firstChange(before.get(name), after.get(name))}`);
}

function firstChange(one = '(nothing)', other = '(nothing)'): string {
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  const [from, to] = at < 0 ? [one.length, one.length + 60] : [Math.max(0, at - 40), at + 60];
  return `…${one.slice(from, to)}… became …${other.slice(from, to)}…`;
}

const apiAnswer = async (web: Web, name: string, input: Record<string, string>, bearer: Onlooker['bearer'], since: Date): Promise<string> => {
  const answer = await web.app.request(`http://localhost${apiAddress(name)}?${new URLSearchParams(input)}`, { headers: { ...bearer } });
  return wholeAnswer(answer, Buffer.from(await answer.arrayBuffer()), since);
};

/**
 * The whole answer as text: status, every header with its length, and the body, of a table or a package each file inside it. What is drawn
 * anew for each answer and the hour of the answer itself are taken out; an hour that lies before the looking began stays. So is how far
 * the register is sealed: other tests of the same server seal it; that no ordinary row is new is compared row by row.
 */
function wholeAnswer(answer: Response, bytes: Buffer, since: Date): string {
  const type = answer.headers.get('content-type') ?? '';
  const body = /spreadsheetml|zip/.test(type) ? filesIn(bytes) : String(bytes);
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).sort().join('\n');
  return `${answer.status}\n${[headers, body].map((text) => withoutChance(text, since)).join('\n\n')}`;
}

/** What a figure's page says of how far the register is sealed, in the languages of the journey. */
const sealedSoFar = new RegExp(`(?<=<dt>(?:${[ar, fr].map((words) => words['opened.head']).join('|')})</dt>)<dd>(?:(?!</dd>).)*</dd>`, 'gs');

const withoutChance = (text: string, since: Date): string => text
  .replace(/<time dateTime="([^"]+)">.*?<\/time>/g, (whole, at: string) => (new Date(at) >= since ? '<time>' : whole))
  .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => (new Date(at) >= since ? 'now' : at))
  .replace(/nonce[=-]["']?[\w+/=-]+/g, 'nonce').replace(/name="(_key|_csrf|press)" value="[^"]+"/g, '').replace(/(__Host-\w+)=[^;]+/g, '$1').replace(/challenge&quot;:&quot;[\w-]+/g, '')
  .replace(/"heads":\[[^\]]*\]|"head":(?:null|\{[^{}]*\})/g, '"sealed"').replace(sealedSoFar, '<dd>sealed</dd>')
  .replace(/"instance":"[^"]*"|urn:uuid:[0-9a-f-]+/g, '')
  // A receipt is signed with the hour at which it was given.
  .replace(/\\*"signature\\*": *\\*"[\w-]+/g, 'signature');

/** The files of a ZIP archive with their names, unpacked; the hour at which each was packed is no part of it. */
function filesIn(zip: Buffer): string {
  const files: string[] = [];
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0 && zip.readUInt32LE(at) === 0x02014b50; at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)) {
    const [method, packed, local, name] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42), zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28))];
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(from, from + packed);
    files.push(`${name}\n${String(method === 0 ? content : inflateRawSync(content))}`);
  }
  return files.join('\n\n');
}

/** Links to pages, lists and files; another language is a walk of its own, one’s own account draws secrets anew, and a sheet for the printer is drawn from its page. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/(?:href|src)="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&')).filter((href) => !/^\/(assets|icons|me)\//.test(href) && !/[?&]lang=|\.pdf(\?|$)/.test(href));

/** A page for citizens is read once, by the visitor. */
const isForEverybody = (link: string): boolean => sitemap.find(({ path }) => path === patternOf(sitemap, link))?.audience === 'citizen';

/** What addresses have in common that differ only in identifiers and in what stands behind the question mark: two of a form are enough. */
const formOf = (address: string): string => address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/=[^&]*/g, '=');

/** An input for every query that takes one, with the identifiers she could hold; the same each time. */
function askable(ids: Ids): [string, Record<string, string>][] {
  return [...allQueries().values()].filter(({ module }) => ofPersons.has(module)).flatMap(({ fullName, spec }): [string, Record<string, string>][] => {
    for (let seed = 1; seed < 40; seed++) {
      const made = sample(shapeOf(spec.input), { random: randomOf(seed), id: (field) => ids[field] ?? ids.other!, text: (_, most) => 'خديجة'.slice(0, most) }) as Record<string, unknown>;
      if (spec.input.safeParse(made).success) return [[fullName, Object.fromEntries(Object.entries(made).map(([name, value]) => [name, String(value)]))]];
    }
    return [];
  });
}
