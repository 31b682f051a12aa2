import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '#core/project-root.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { type Supply, supplyFaults } from './supply/supply-faults.ts';

export const supplyPromise: TrustPromise = {
  number: 57,
  name: 'supply',
  title: 'every package is sealed, exact, explained and needs no install script',
  apart: true,
  run: async () => {
    const supply = await readSupply();
    const { checks, faults } = supplyFaults(supply);
    const bill = await billOfMaterials();
    const locked = new Set(Object.entries(supply.lock.packages).filter(([path]) => path).map(([path, { version }]) => `${nameOf(path)}@${version}`));
    const unknown = bill.filter((part) => !locked.has(part)).map((part) => `the bill of materials lists ${part}, the lock file does not`);
    return noneOf('packages at fault', checks + bill.length, [...faults, ...unknown, ...(bill.length ? [] : ['npm sbom listed nothing'])]);
  },
  plantedFault: async () => {
    const { lock, manifest, ...rest } = await readSupply();
    const [, first] = Object.keys(lock.packages);
    const planted: Supply = {
      ...rest,
      lock: { packages: { ...lock.packages, [first!]: { ...lock.packages[first!], integrity: 'sha1-abc' }, 'node_modules/worm': { version: '1.0.0', integrity: `sha512-${'A'.repeat(86)}==`, license: 'MIT', hasInstallScript: true } } },
      manifest: { ...manifest, dependencies: { ...(manifest.dependencies as object), worm: '^1.0.0' } },
    };
    const { faults } = supplyFaults(planted);
    return ['has no sha512', 'wants to run an install script', 'not as one exact version', 'no decision explains it']
      .every((said) => faults.some((fault) => fault.includes(said)));
  },
};

async function readSupply(): Promise<Supply> {
  const file = (name: string) => readFile(join(projectRoot(), name), 'utf8');
  return {
    manifest: JSON.parse(await file('package.json')), lock: JSON.parse(await file('package-lock.json')),
    npmrc: await file('.npmrc'), decision: await file('docs/decisions/0006-libraries.md'),
  };
}

/** The software bill of materials as npm writes it from the lock file: `name@version` of every part that runs with the product. */
async function billOfMaterials(): Promise<string[]> {
  const { stdout } = await promisify(execFile)('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev'], {
    cwd: projectRoot(), maxBuffer: 64 * 1024 * 1024,
  });
  const { components } = JSON.parse(stdout) as { components: { group?: string; name: string; version: string }[] };
  return components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`);
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
