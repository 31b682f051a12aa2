import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..', '..');
const config = require('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

/** One violation for each rule: without its fence, the rule would prove nothing. */
const planted: Readonly<Record<string, readonly [file: string, imports: string]>> = {
  'core-knows-nobody': ['src/core/planted.ts', '#modules/people/public.ts'],
  'ui-knows-words-only': ['src/ui/planted.ts', '#core/pipeline.ts'],
  'module-through-public-door': ['src/modules/desk/planted.ts', '#modules/people/inside.ts'],
  'module-knows-no-app': ['src/modules/desk/planted-app.ts', '#apps/log.ts'],
  'people-below-desk': ['src/modules/people/planted.ts', '#modules/desk/public.ts'],
  'network-at-the-bottom': ['src/modules/network/planted.ts', '#modules/people/public.ts'],
  'documents-know-persons-only': ['src/modules/documents/planted.ts', '#modules/desk/public.ts'],
  'accompaniment-above-desk': ['src/modules/desk/planted-file.ts', '#modules/accompaniment/public.ts'],
  'nobody-needs-transfers': ['src/modules/accompaniment/planted-move.ts', '#modules/transfer/public.ts'],
  'registers-above-programmes': ['src/modules/registers/planted.ts', '#modules/people/public.ts'],
  'training-below-incubation': ['src/modules/training/planted.ts', '#modules/desk/public.ts'],
  'funding-on-top-of-incubation': ['src/modules/funding/planted.ts', '#modules/exchange/public.ts'],
  'incubation-needs-registers': ['src/modules/incubation/planted.ts', '#modules/exchange/public.ts'],
  'programme-knows-network-only': ['src/modules/programme/planted.ts', '#modules/people/public.ts'],
  'reports-stand-on-figures': ['src/modules/reports/planted.ts', '#modules/people/public.ts'],
  'nobody-needs-rights': ['src/modules/accompaniment/planted-right.ts', '#modules/rights/public.ts'],
  'webhooks-know-network-only': ['src/modules/webhooks/planted.ts', '#modules/people/public.ts'],
  'messages-know-people-only': ['src/modules/messages/planted.ts', '#modules/desk/public.ts'],
  'nobody-needs-webhooks': ['src/modules/desk/planted-webhook.ts', '#modules/webhooks/public.ts'],
  'nobody-needs-the-portal': ['src/modules/desk/planted-portal.ts', '#modules/portal/public.ts'],
  'nobody-needs-exchange': ['src/modules/directory/planted-exchange.ts', '#modules/exchange/public.ts'],
  'exchange-needs-registers': ['src/modules/exchange/planted.ts', '#modules/desk/public.ts'],
  'app-through-doors': ['src/apps/planted.ts', '#modules/people/inside.ts'],
  'only-trust-knows-tests': ['src/apps/planted-test.ts', '#tests/fixture.ts'],
  'no-circle': ['src/core/one.ts', './two.ts'],
  'no-utils': ['src/core/planted-drawer.ts', './utils/drawer.ts'],
};
const others: Readonly<Record<string, string>> = {
  'src/core/pipeline.ts': '', 'src/core/two.ts': `import { one } from './one.ts';\nexport const two = one;`, 'src/core/utils/drawer.ts': '', 'src/apps/log.ts': '',
  'src/modules/people/public.ts': '', 'src/modules/portal/public.ts': '', 'src/modules/people/inside.ts': '', 'src/modules/desk/public.ts': '', 'src/modules/accompaniment/public.ts': '', 'src/modules/webhooks/public.ts': '', 'src/modules/transfer/public.ts': '', 'src/modules/exchange/public.ts': '', 'src/modules/rights/public.ts': '', 'tests/fixture.ts': '',
};

let folder = '';
afterAll(() => rm(folder, { recursive: true, force: true }));

it('nobody imports past a door', async () => {
  const { broken, files } = await cruise(root);
  expect(broken.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  expect(files).toBeGreaterThan(300);
}, 120_000);

it('each rule about imports bites', async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadina-imports-'));
  for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) await cp(join(root, name), join(folder, name));
  for (const [file, text] of Object.entries(others)) await write(file, `${text}\nexport const here = 1;\n`);
  for (const [file, imported] of Object.values(planted)) await write(file, `import { ${imported === './two.ts' ? 'two as here' : 'here'} } from '${imported}';\nexport const one = here;\n`);
  const { broken } = await cruise(folder);
  expect(Object.keys(planted).sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
  for (const [rule, [file]] of Object.entries(planted)) {
    expect(broken.some(({ rule: { name }, from, to }) => name === rule && [from, to].includes(file)) || (rule === 'no-utils' && broken.some(({ rule: { name } }) => name === rule)), rule).toBe(true);
  }
}, 120_000);

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(join(folder, dirname(file)), { recursive: true });
  await writeFile(join(folder, file), text);
};

interface Broken { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }

async function cruise(cwd: string): Promise<{ broken: Broken[]; files: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'], { cwd, maxBuffer: 256 * 1024 * 1024 })
    .catch((error: { stdout: string }) => error);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Broken[]; totalCruised: number } };
  return { broken: summary.violations, files: summary.totalCruised };
}
