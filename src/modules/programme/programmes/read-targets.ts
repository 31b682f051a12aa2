import type { Asking } from '#core/action.ts';
import { territoryLine } from '#modules/network/public.ts';
import type { ProgrammeTables } from '../programme.ts';
import { mismatches } from '../target/mismatches.ts';

/**
 * The present targets with all their versions, and where they do not add up. Somebody who only looks over a region reads the whole
 * programme’s targets and those of her region and its provinces.
 */
export async function readTargets(asking: Asking<ProgrammeTables>, programme: string) {
  const { tx, network } = asking;
  const rows = (await tx
    .selectFrom('programme.target')
    .select(['indicator', 'territory_code as territory', 'sex', 'version', 'value', 'since', 'reason', 'said_by as saidBy', 'set_at as setAt'])
    .where('network_id', '=', network).where('programme_id', '=', programme).orderBy('indicator').orderBy('version').execute())
    .map((row) => ({ ...row, value: Number(row.value) }));
  const groups = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = [row.indicator, row.territory ?? '', row.sex].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const present = [...groups].map(([key, versions]) => ({ ...versions.at(-1)!, key, versions }));
  const hers = present.filter(({ territory }) => isHers(asking, territory));
  const flags = mismatches(present, (code) => territoryLine(code).slice(1).map((place) => place.code));
  return { targets: hers, flags: flags.filter(({ territory }) => isHers(asking, territory)) };
}

/** The whole programme’s, and, for who only looks over regions, what lies in one of hers. */
function isHers({ actor }: Asking<ProgrammeTables>, territory: string | null): boolean {
  const regional = actor.roles.length > 0 && actor.roles.every(({ scope }) => scope === 'region');
  if (!regional || territory === null) return true;
  const line = territoryLine(territory).map(({ code }) => code);
  return actor.roles.some(({ scopeId }) => scopeId !== null && line.includes(scopeId));
}

export type TargetsRead = Awaited<ReturnType<typeof readTargets>>;
