import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plants mistakes, one after another, into what decides and what seals, and asks the tests beside it whether they notice. Prints the
// share that was noticed in each part; ends with 1 below 90 %, or when a mistake nobody noticed is not explained in
// docs/mutation-survivors.md. `npm run mutate -- decide.ts letter.ts` asks only about files whose path ends so.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const LEAST = 90;
/** Which files, and which tests are asked (a configuration in scripts/mutate). */
const parts = {
  'core/policy': { config: 'decisions', files: allIn('src/core/policy') },
  consent: {
    config: 'decisions',
    files: named('src/modules/people/consent', 'consent-state consent-length consent-in-force has-consent keep-consent minor-law'),
  },
  'safe contact': {
    config: 'decisions',
    files: named('src/modules/people/safe-contact', 'may-contact next-safe-moment ways-to-reach place-of-hub'),
  },
  'core/crypto': { config: 'crypto', files: allIn('src/core/crypto') },
  // What moves value is written in PL/pgSQL: its mistakes are planted by sql-mutants.ts.
  ledger: { config: 'ledger', files: [] },
};
const only = process.argv.slice(2);

const tester = install();
const mutants = [...['decisions', 'crypto'].flatMap(run), ...functionsOfLedger()];
process.exit(report() ? 0 : 1);

/** The tester lies apart from the packages that build and test the product, in exactly the versions of its own lock file. */
function install() {
  const folder = join(root, 'node_modules', '.cache', 'mutate');
  const wanted = join(root, 'scripts', 'mutate', 'package-lock.json');
  const done = join(folder, 'node_modules', '.installed-from');
  if (!existsSync(done) || readFileSync(done, 'utf8') !== readFileSync(wanted, 'utf8')) {
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(root, 'scripts', 'mutate', 'package.json'), join(folder, 'package.json'));
    copyFileSync(join(root, '.npmrc'), join(folder, '.npmrc'));
    copyFileSync(wanted, join(folder, 'package-lock.json'));
    // Vitest is that of the project: the tester finds it further up.
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    if (status !== 0) process.exit(1);
    copyFileSync(wanted, done);
  }
  return join(folder, 'node_modules', '@stryker-mutator');
}

/** Runs the tester on a copy of the sources and gives every mistake it planted, with what became of it. */
function run(config) {
  const files = Object.values(parts).flatMap((part) => (part.config === config ? part.files : []));
  const asked = files.filter((file) => only.length === 0 || only.some((end) => file.endsWith(end)));
  if (asked.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'hadina-mutate-'));
  const settings = join(folder, 'settings.json');
  const result = join(folder, 'result.json');
  writeFileSync(
    settings,
    JSON.stringify({
      mutate: asked,
      testRunner: 'vitest',
      plugins: [join(tester, 'vitest-runner', 'dist', 'src', 'index.js')],
      vitest: { configFile: `scripts/mutate/${config}.config.ts`, related: false },
      ignorePatterns: ['dist', 'screenshots', '.hadina', 'coverage'],
      tempDirName: join(folder, 'copy'),
      cleanTempDir: 'always',
      concurrency: Number(process.env.HADINA_MUTATE_WORKERS ?? 2),
      reporters: ['json', process.stdout.isTTY ? 'progress' : 'progress-append-only'],
      jsonReporter: { fileName: result },
      allowConsoleColors: process.stdout.isTTY ?? false,
      disableTypeChecks: false,
      timeoutMS: 15_000,
    }),
  );
  const { status } = spawnSync(process.execPath, [join(tester, 'core', 'bin', 'stryker.js'), 'run', settings], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0 || !existsSync(result)) process.exit(1);
  const told = JSON.parse(readFileSync(result, 'utf8')).files;
  rmSync(folder, { recursive: true, force: true });
  return Object.entries(told).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ file, status: mutant.status, line: mutant.location.start.line, change: changeOf(source, mutant) })),
  );
}

/** Plants mistakes into the functions of the ledger (`mutate-ledger.ts`), in a database of its own. Left out when files are asked for, unless one is `ledger`. */
function functionsOfLedger() {
  if (only.length > 0 && !only.includes('ledger')) return [];
  const folder = mkdtempSync(join(tmpdir(), 'hadina-mutate-'));
  const result = join(folder, 'result.json');
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', 'scripts/mutate/ledger.config.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, HADINA_MUTATE_RESULT: result },
  });
  if (status !== 0 || !existsSync(result)) process.exit(1);
  const told = JSON.parse(readFileSync(result, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  return told.map((mutant) => ({ ...mutant, part: 'ledger' }));
}

/** A planted mistake in one line: what stood there and what was put in its place. */
function changeOf(source, { location: { start, end }, replacement }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return [lines.join('\n'), replacement].map((code) => code.replace(/\s+/g, ' ').trim()).join(' → ');
}

/** Prints the shares and whatever nobody noticed; true when all is well. */
function report() {
  const listed = readFileSync(join(root, 'docs', 'mutation-survivors.md'), 'utf8');
  const explained = [...listed.matchAll(/^- `` (.+) ``: \S/gm)].map(([, change]) => change);
  const survivors = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const name = ({ file, change }) => `${file.replace('src/', '')}: ${change}`;
  let well = true;
  for (const [part, { files }] of Object.entries(parts)) {
    // What could not even run is neither noticed nor missed.
    const here = mutants.filter(({ file, part: of, status }) => (files.includes(file) || of === part) && !/Error$|^Ignored$/.test(status));
    if (here.length === 0) continue;
    const noticed = here.filter((mutant) => !survivors.includes(mutant));
    const share = (100 * noticed.length) / here.length;
    well &&= share >= LEAST;
    process.stdout.write(
      `${part}: ${noticed.length} of ${here.length} planted mistakes noticed, ${share.toFixed(1)} % (at least ${LEAST})\n`,
    );
  }
  // Two mistakes may read alike: as many lines must explain them.
  const unexplained = survivors.filter((mutant) => !take(explained, name(mutant)));
  for (const mutant of unexplained) process.stdout.write(`Not noticed, not explained (line ${mutant.line}): ${name(mutant)}\n`);
  const outdated = only.length > 0 ? [] : explained;
  for (const change of outdated) process.stdout.write(`Explained, but noticed or gone by now; take it out: ${change}\n`);
  return well && unexplained.length === 0;
}

/** Takes one of these out of the list; false when there is none. */
function take(list, wanted) {
  const at = list.indexOf(wanted);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}

/** The sources of a folder. */
function allIn(folder) {
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`);
}

/** These sources of a folder. */
function named(folder, names) {
  return names.split(' ').map((name) => `${folder}/${name}.ts`);
}
