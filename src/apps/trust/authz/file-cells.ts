import { newId } from '#core/id.ts';
import { accessToFile, type EmergencyFact, type GrantFact } from '#modules/confidential/file-access.ts';
import { mayDoInFile, type RightStory } from '#tests/oracle/file-oracle.ts';
import type { Random } from '../random.ts';

type Ask = typeof accessToFile;

const HOUR = 3_600_000;
const states = ['none', 'live', 'expired', 'revoked', 'future'] as const;
const keys = ['none', 'waiting', 'open', 'ended', 'over', 'left', 'reviewed'] as const;

/** Asks what an officer may do in a protected file, for every mixture of training, place, exclusion, grant and second key; compares with the oracle. */
export function fileCells(random: Random, ask: Ask = accessToFile): { cells: number; faults: string[] } {
  const faults: string[] = [];
  let cells = 0;
  for (const trained of [true, false]) for (const here of [true, false]) for (const keptOut of [true, false]) for (const grant of states) for (const writes of [true, false]) for (const key of keys) for (const asked of [true, false]) {
    cells++;
    const story: RightStory = { trained, here, keptOut, grant, writes, key, asked };
    const [wanted, given] = [mayDoInFile(story), answerFor(story, random, ask)];
    if (wanted !== given) faults.push(`in a protected file the policy says ${given}, trust.md says ${wanted} for ${JSON.stringify(story)}`);
  }
  return { cells, faults };
}

function answerFor({ trained, here, keptOut, grant, writes, key, asked }: RightStory, random: Random, ask: Ask): 'nothing' | 'read' | 'write' {
  const now = new Date(1_800_000_000_000 + random.below(1e9));
  const at = (hours: number) => new Date(now.getTime() + hours * HOUR);
  const [file, hub, mark] = [newId(), newId(), String(random.below(1e9))];
  // Exact at the ends: what ends now has ended, what begins now has begun.
  const [from, until] = { none: [0, 0], live: [-random.below(3), 1 + random.below(9)], expired: [-50, -random.below(2)], revoked: [-5, 5], future: [1, 9] }[grant] as [number, number];
  const grants: GrantFact[] = grant === 'none' ? [] : [{ file, actions: writes ? ['read', 'write'] : ['read'], from: at(from), until: at(until), revokedAt: grant === 'revoked' ? at(-1) : null }];
  const approved = { open: -1, ended: -1, over: -5, left: -72 - random.below(3), reviewed: -80 }[key as string] ?? 0;
  const emergencies: EmergencyFact[] = key === 'none' || key === 'waiting' ? []
    : [{ mark, asked, approvedAt: at(approved), until: at(approved + 4), endedAt: key === 'ended' ? at(-0.5) : null, reviewedAt: key === 'reviewed' ? at(-2) : null }];
  return ask({ trained, hubs: here ? [hub] : [newId()], keptOutBy: new Set(keptOut ? [mark] : []), grants, emergencies }, { id: file, hub, mark }, now).may;
}
