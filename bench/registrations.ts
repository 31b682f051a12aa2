import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { importTable } from '#apps/cli/import.ts';
import { openHub } from '#modules/network/open-hub/open-hub.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor } from '#modules/network/public.ts';
import type { Actor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import '#apps/web/sitemap.ts';
import { asCsv, generatedRegistrations } from '#tests/fixtures/generated-registrations.ts';
import { openCall } from '#tests/fixtures/open-call.ts';
import { inSeconds, watchProcessor } from './processor.ts';
import { scratchHouse } from './scratch-house.ts';

/** One figure of the import of registrations. */
export interface RegistrationFigure {
  readonly name: string;
  readonly value: number;
  readonly bound: number;
  readonly unit: string;
  readonly atLeast: boolean;
  readonly detail: string;
}

/** Brings a generated list of registrations in as the command does: how long it takes, and how well the doubles in it are told. */
export async function registrationFigures(say: (line: string) => void = () => {}, rows = Number(process.env.BENCH_ROWS ?? 5_925)): Promise<readonly RegistrationFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hadina-registrations-'));
  const hadina = await scratchHouse();
  try {
    const network = newId();
    const admin = consoleActor(network);
    await act(hadina.house, admin, openNetwork, { names: { fr: 'Réseau d’essai' }, countries: ['MA'], demo: false });
    const { hub } = await act(hadina.house, admin, openHub, { kind: 'reference-incubator', country: 'MA', territory: 'MA-LAA', names: { fr: 'Incubateur d’essai' } });
    const actor: Actor = { ...admin, hub, roles: [...admin.roles, ...(['hub_manager', 'supervisor'] as const).map((role) => ({ role, scope: 'hub' as const, scopeId: hub, hubs: [hub] }))] };
    const { code } = await openCall({ house: hadina.house, console: admin } as Parameters<typeof openCall>[0], actor, { places: 3_000 });
    const file = generatedRegistrations({ rows });
    const path = join(folder, 'inscriptions.csv');
    writeFileSync(path, asCsv(file));
    const worked = await watchProcessor(hadina.house.app);
    const began = performance.now();
    const said = await importTable(hadina.house, actor, 'registrations', path, { call: code, consent: true });
    const seconds = (performance.now() - began) / 1_000;
    const processor = worked();
    const doubles = new Set(file.truth.doubles.map(({ row }) => row));
    const refused = said.refused.filter(({ code: why }) => why === 'registered-twice').map(({ row }) => row);
    const right = refused.filter((row) => doubles.has(row)).length;
    say(`${said.read} rows, ${said.added} applications, ${refused.length} refused as a second row, ${doubles.size} true doubles`);
    return [
      { name: `import of ${rows} registrations`, value: seconds, bound: Math.max(10, rows / 2_000), unit: 's', atLeast: false, detail: `${Math.round(rows / seconds)} rows/s; ${inSeconds(processor)}, load ${loadavg()[0]!.toFixed(1)}; ${said.added} applications` },
      { name: 'precision of refused doubles', value: (100 * right) / Math.max(1, refused.length), bound: 99, unit: '%', atLeast: true, detail: `${right} of ${refused.length}` },
      { name: 'recall of refused doubles', value: (100 * right) / doubles.size, bound: 85, unit: '%', atLeast: true, detail: `${right} of ${doubles.size}; the others are told to a human` },
    ];
  } finally {
    await hadina.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
