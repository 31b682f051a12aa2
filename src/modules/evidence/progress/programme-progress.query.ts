import { z } from 'zod';
import { id } from '#core/input.ts';
import { callsOfProgramme } from '#modules/incubation/public.ts';
import { dayHere } from '#modules/network/public.ts';
import { type PromisedTarget, programmeCard, targetsPromised } from '#modules/programme/public.ts';
import { query } from '../evidence.ts';
import { countKept } from '../kept/count.ts';
import { newestHeads } from '../reading/head.ts';
import { monthOf } from '../reading/period.ts';
import { reachedBy } from './reached-by.ts';

/** One target with what the hub has reached of it so far. */
export interface TargetProgress extends PromisedTarget {
  /** Null where it cannot be told whose progress it is. */
  readonly reached: number | null;
  readonly leftOut: readonly { readonly reason: string; readonly many: number }[];
}

/**
 * What this hub has done of what a programme promised: against the version in force and the original. Only what says that it happened for
 * this programme counts. Targets of one place stand beside the whole’s and are not counted here.
 */
export const programmeProgress = query({
  name: 'programme-progress',
  says: 'Shows what this hub has reached of the targets of a programme, against the target in force and the first one.',
  input: z.strictObject({ programme: id() }),
  run: async (asking, { programme }) => {
    const { tx, network, hub, now, absent, counting } = asking;
    const card = (await programmeCard(tx, programme)) ?? absent();
    const today = await dayHere(asking);
    const period = { from: card.startsOn.slice(0, 7), to: [monthOf(now), card.startsOn.slice(0, 7)].sort()[1]! };
    const within = { programme, calls: await callsOfProgramme(tx, network, programme) };
    const promised = await targetsPromised(tx, network, { programme, on: today });
    const targets = await counting(async (by) => {
      const counted: TargetProgress[] = [];
      for (const target of promised) {
        const definition = target.territory === null ? reachedBy(target.indicator, target.sex) : undefined;
        const count = definition && (await countKept(by, definition, { network, hub, period, within }));
        counted.push({ ...target, reached: count?.all.value ?? null, leftOut: count?.leftOut ?? [] });
      }
      return counted;
    });
    return { programme: { id: card.id, names: card.names }, period, targets, head: (await newestHeads(tx, network, 1))[0] ?? null };
  },
});
