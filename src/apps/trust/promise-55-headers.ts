import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Audience } from '#core/page.ts';
import { loadMasterKey } from '#core/crypto/master-key.ts';
import type { openHadina } from '../open-hadina.ts';
import { openLog } from '../log.ts';
import { serve } from '../serve.ts';
import { sitemap } from '../web/sitemap.ts';
import { withFolder } from './datadir/own-folder.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { buildTown, type Town } from './town/town.ts';
import { type Door, openDoor } from './web/door.ts';
import { addressOf, apiAddress, apiNames, postedPages, shownPages } from './web/routes.ts';

export const headersPromise: TrustPromise = {
  number: 55,
  name: 'headers',
  title: 'every answer carries its security headers; no account, weak key or plain http comes with the house',
  tooLongForAMinute: 'asks every page and route for its headers',
  run: async (kit) => {
    const { house } = await kit.hadina();
    const accounts = await kit.accountsWhenNew();
    const town = await buildTown({ random: kit.random, tries: 40 });
    const faults: string[] = [];
    let cases = 0;
    for (const secure of [false, true]) {
      for (const answer of await everyAnswer(await openDoor(town.world, { secure }), town, kit.size === 'quick' ? (secure ? 1 : 0) : null)) {
        cases++;
        faults.push(...headerFaults(answer, secure));
      }
    }
    if (kit.size === 'quick') kit.shortened.push('as two people over http and two over https instead of four over each');
    const start = [...await keyFaults(), ...(accounts ? [`a new house holds ${accounts} accounts`] : []), ...await plainHttp({ house })];
    return noneOf('faults', cases + 6, [...faults, ...start]);
  },
  plantedFault: async () => {
    const bare = { what: 'GET /planted', audience: 'staff' as const, status: 200, headers: new Headers({ 'content-type': 'text/html', server: 'x', 'set-cookie': 'session=1; Path=/' }) };
    const faults = headerFaults(bare, true);
    return ['content-security-policy', 'x-content-type-options', 'strict-transport-security', 'server', 'cookie', 'cache'].every((word) => faults.some((fault) => fault.includes(word)));
  },
};

interface Answer { readonly what: string; readonly audience: Audience | null; readonly status: number; readonly headers: Headers }

/** Every page, form and address as four people, or as one half of them. */
async function everyAnswer(door: Door, { staff, known }: Town, half: 0 | 1 | null): Promise<Answer[]> {
  const answers: Answer[] = [];
  const add = async (what: string, audience: Audience | null, answer: Response) => { await answer.arrayBuffer(); answers.push({ what, audience, status: answer.status, headers: answer.headers }); };
  const audience = new Map(sitemap.map((page) => [page.path, page.audience]));
  for (const actor of [null, staff.get('desk_officer')!, staff.get('hub_manager')!, staff.get('protection_officer')!].filter((_, i) => half === null || i % 2 === half)) {
    for (const { path } of shownPages()) await add(`GET ${path}`, audience.get(path)!, await door.get(actor, addressOf(path, known)));
    for (const { path } of postedPages()) {
      await add(`POST ${path} without a token`, null, await door.app.request(`http://localhost${addressOf(path, known)}`, { method: 'POST' }));
      await add(`POST ${path} with nothing`, null, await door.post(actor, addressOf(path, known), {}));
    }
  }
  for (const address of ['/nowhere', '/healthz', '/readyz', '/metrics', '/api/openapi.json', '/hsds/services', '/assets/none.css']) await add(`GET ${address}`, null, await door.get(null, address));
  for (const { fullName } of apiNames().queries) await add(`GET ${apiAddress(fullName)}`, null, await door.get(null, apiAddress(fullName)));
  await add('POST / of three megabytes', null, await door.app.request('http://localhost/desk', { method: 'POST', body: 'x'.repeat(3 * 1024 * 1024), headers: { 'content-length': String(3 * 1024 * 1024) } }));
  return answers;
}

/** What each kind of answer must carry (OWASP ASVS V3; design.md 8). */
function headerFaults({ what, audience, status, headers }: Answer, secure: boolean): string[] {
  const faults: string[] = [];
  const must = (name: string, form: RegExp) => { if (!form.test(headers.get(name) ?? '')) faults.push(`${what} (${status}): ${name} is ${headers.get(name)}`); };
  must('x-content-type-options', /^nosniff$/);
  if (secure) must('strict-transport-security', /max-age=\d{8,}/);
  for (const name of ['server', 'x-powered-by']) if (headers.has(name)) faults.push(`${what}: the header ${name} tells what runs`);
  for (const cookie of headers.getSetCookie()) {
    if (!/^__Host-/.test(cookie) || !/; Secure/i.test(cookie) || !/; HttpOnly/i.test(cookie) || !/; SameSite=(Lax|Strict)/i.test(cookie)) faults.push(`${what}: the cookie ${cookie.split('=')[0]} is loose`);
  }
  if (/text\/html/.test(headers.get('content-type') ?? '')) {
    must('content-security-policy', /^default-src 'none'(?!.*unsafe)(?=.*base-uri 'none')(?=.*form-action 'self')(?=.*frame-ancestors 'none')(?=.*require-trusted-types-for 'script')/);
    must('x-frame-options', /^DENY$/);
    must('referrer-policy', /^(no-referrer|same-origin)$/);
    must('cross-origin-opener-policy', /^same-origin$/);
    must('permissions-policy', /geolocation=\(\)/);
  }
  if (audience && audience !== 'citizen' && status === 200) must('cache-control', /no-store/);
  if (audience === 'citizen' && status === 200) must('content-security-policy', /script-src 'none'/);
  return faults;
}

async function keyFaults(): Promise<string[]> {
  const weak = async (spoil: (file: string) => Promise<void>) => withFolder(async (home) => {
    await loadMasterKey(home, {});
    await spoil(join(home, 'master.key'));
    return loadMasterKey(home, {}).then(() => 'taken', (error: { code: string }) => error.code);
  });
  const readable = process.platform === 'win32' ? 'key-readable' : await weak((file) => chmod(file, 0o644));
  const short = await weak((file) => writeFile(file, `${Buffer.from('short').toString('base64')}\n`));
  const same = await weak((file) => writeFile(file, `${Buffer.alloc(32, 65).toString('base64')}\n`));
  const fresh = await withFolder(async (home) => { await loadMasterKey(home, {}); return readFile(join(home, 'master.key'), 'utf8'); });
  return [readable !== 'key-readable' && `a key that others can read: ${readable}`, short !== 'key-weak' && `a short key: ${short}`, same !== 'key-weak' && `a key of one byte: ${same}`,
    Buffer.from(fresh, 'base64').length !== 32 && 'a new key is not 32 bytes'].filter((fault): fault is string => Boolean(fault));
}

/** A public address without https must not be served. */
async function plainHttp(hadina: Pick<Awaited<ReturnType<typeof openHadina>>, 'house'>): Promise<string[]> {
  const said = await serve(hadina as Awaited<ReturnType<typeof openHadina>>, 0, 'http://guichet.example', openLog()).then(async (open) => { await open.stop(); return 'served'; }, (error: { code: string }) => error.code);
  return said === 'plain-http' ? [] : [`an address without https: ${said}`];
}
