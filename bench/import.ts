import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { importTable } from '#apps/cli/import.ts';
import { openHub } from '#modules/network/open-hub/open-hub.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor } from '#modules/network/public.ts';
import type { Actor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import '#apps/web/sitemap.ts';
import { scratchHouse } from './scratch-house.ts';

/** One measured import. */
export interface ImportSpeed {
  readonly name: string;
  readonly value: number;
  readonly bound: number;
  readonly unit: string;
  readonly detail: string;
}

/** A generator of pseudo-random numbers in [0, 1) from a seed: the same rows at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const firstNames = ['Fatma', 'Mohamed', 'Aïcha', 'Amine', 'Khadija', 'Youssef', 'Mariem', 'Ali', 'Nour', 'Salma', 'Rim', 'Karim', 'Sonia', 'Hedi', 'Leila', 'Omar', 'Zohra', 'Anis', 'Wafa', 'Bilel', 'فاطمة', 'محمد', 'خديجة', 'أمين', 'سلمى', 'ريم'];
const syllables = ['ba', 'cha', 'dri', 'fe', 'gha', 'ham', 'ja', 'ka', 'la', 'ma', 'ni', 'ou', 'ra', 'sa', 'ta', 'zi', 'bou', 'mar', 'sel', 'tri'];
const subjects = ['Atelier', 'Conseil', 'Formation', 'Appui', 'Écoute', 'Permanence', 'ورشة', 'تكوين'];
const themes = ['couture', 'comptabilité', 'agriculture', 'numérique', 'tourisme', 'artisanat', 'énergie', 'halieutique', 'الخياطة', 'المحاسبة'];

/** Writes a table of so many rows into a file; every hundredth row repeats an earlier one. Answers how many are repeated. */
async function writeRows(file: string, heading: string, count: number, row: (random: () => number, at: number) => string): Promise<number> {
  const random = seeded(20_261_122);
  const out = createWriteStream(file);
  out.write(`${heading}\n`);
  let before = '';
  let repeated = 0;
  for (let at = 0; at < count; at++) {
    const again = at % 100 === 99;
    const line = again ? before : row(random, at);
    if (again) repeated++;
    before = line;
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return repeated;
}

const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
const family = (random: () => number): string => { const name = Array.from({ length: 3 }, () => pick(random, syllables)).join(''); return name.charAt(0).toUpperCase() + name.slice(1); };

/** Imports tables of services and of persons, with duplicate detection, as the command does; rows a second and growth of memory. */
export async function importSpeed(rows = Number(process.env.BENCH_ROWS ?? 100_000), say: (line: string) => void = () => {}): Promise<readonly ImportSpeed[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hadina-import-'));
  const hadina = await scratchHouse();
  try {
    const network = newId();
    const admin = consoleActor(network);
    await act(hadina.house, admin, openNetwork, { names: { fr: 'Réseau d’essai' }, countries: ['TN'], demo: false });
    const { hub } = await act(hadina.house, admin, openHub, { kind: 'citess', country: 'TN', territory: 'TN-43', names: { fr: 'Centre d’essai' } });
    const actor: Actor = { ...admin, hub, roles: [...admin.roles, ...(['hub_manager', 'supervisor'] as const).map((role) => ({ role, scope: 'hub' as const, scopeId: hub, hubs: [hub] }))] };
    const bare = await bareRows(hadina.house.connectAs('hadina_owner'));
    const services = join(folder, 'services.csv');
    const persons = join(folder, 'persons.csv');
    const twice = {
      services: await writeRows(services, 'Nom;Organisme;Type;Gouvernorat;Téléphone;Description', rows, (random, at) =>
        `${pick(random, subjects)} ${pick(random, themes)} ${at};Association ${family(random).slice(0, 4)};${pick(random, ['LEG', 'ADV', 'FIN', 'INC', 'ORI'])};Sidi Bouzid;+216 76 ${String(at).padStart(6, '0')};${pick(random, themes)} et ${pick(random, themes)}`),
      persons: await writeRows(persons, 'Nom et prénom;Date de naissance;Sexe;Tél', rows, (random, at) =>
        `${pick(random, firstNames)} ${family(random)} ${family(random)};${1 + Math.floor(random() * 28)}/${1 + Math.floor(random() * 12)}/${1945 + Math.floor(random() * 60)};${pick(random, ['F', 'M'])};9${String(1_000_000 + at).padStart(7, '0')}`),
    };
    const measured: ImportSpeed[] = [];
    for (const [kind, file] of [['services', services], ['persons', persons]] as const) {
      globalThis.gc?.();
      const before = process.memoryUsage().rss;
      const began = performance.now();
      // Flat means: what the last rows need is what the first ones needed.
      const seen: { at: number; rss: number }[] = [];
      const watch = setInterval(() => seen.push({ at: performance.now() - began, rss: process.memoryUsage().rss - before }), 200);
      const said = await importTable(hadina.house, actor, kind, file, { consent: true });
      const seconds = (performance.now() - began) / 1_000;
      clearInterval(watch);
      const [early, late] = [(at: number) => at < seconds * 250, (at: number) => at > seconds * 500].map((when) => Math.round(Math.max(0, ...seen.filter(({ at }) => when(at)).map(({ rss }) => rss)) / 1024 / 1024));
      const counted = await countRows(hadina.house.connectAs('hadina_owner'), kind, network);
      const right = counted === said.added && said.added + said.refused.length === rows && said.refused.length >= twice[kind];
      say(`${kind}: ${JSON.stringify({ ...said, refused: said.refused.length })}, ${counted} in the table, ${seconds.toFixed(1)} s`);
      measured.push({
        name: `import of ${rows} ${kind}, doubles found`, value: right ? rows / seconds : 0, bound: 2_000, unit: 'rows/s',
        detail: `${((rows / seconds) / bare).toFixed(3)} × bare inserts of one row; ${said.added} added, ${said.refused.length} doubles${right ? '' : ' — COUNTS WRONG'}; memory +${early} MB in the first quarter, +${late} MB in the last half`,
      });
    }
    return measured;
  } finally {
    await hadina.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows a second that a bare client inserts in statements of five hundred into a table without rules: what the machine gives now. */
async function bareRows(config: pg.PoolConfig): Promise<number> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query('create temp table bare (id uuid primary key, name text, said jsonb)');
    const rows = 50_000;
    const began = performance.now();
    for (let at = 0; at < rows; at += 500) {
      const part = Array.from({ length: 500 }, (_, each) => ({ id: newId(), name: `row ${at + each}`, said: { at } }));
      await client.query('insert into bare select * from json_to_recordset($1::json) as r (id uuid, name text, said jsonb)', [JSON.stringify(part)]);
    }
    return rows / ((performance.now() - began) / 1_000);
  } finally {
    await client.end();
  }
}

async function countRows(config: pg.PoolConfig, kind: 'services' | 'persons', network: string): Promise<number> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local row_security = off`).catch(() => {});
    await client.query(`set local app.network = '${network}'`);
    const { rows } = await client.query(`select count(*)::int as n from ${kind === 'services' ? 'exchange.import_row where state = \'added\' and import_id in (select id from exchange.import where kind = \'services\')' : 'exchange.import_row where state = \'added\' and import_id in (select id from exchange.import where kind = \'persons\')'}`);
    return rows[0].n as number;
  } finally {
    await client.end();
  }
}
