import { z } from 'zod';
import { choice } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../evidence.ts';
import { keptIndicators, newestVersion } from './kept-indicators.ts';
import { definitionText } from './read-kept.ts';
import { readySet, setCodes } from './ready-sets.ts';
import { keepVersion, sameWords } from './version.ts';

/** Takes a ready set into the network: what is new is opened, what reads otherwise becomes a new version, what is the same stays. */
export const loadIndicatorSet = action({
  name: 'load-indicator-set',
  says: 'Takes a ready set of indicators into the network; what is there already in the same words stays.',
  input: z.strictObject({ set: choice(setCodes) }),
  refuses: ['set-there-already', 'code-of-another'],
  run: async (doing, { set }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const there = (await keptIndicators(tx, network)).filter(({ hub }) => hub === null);
    let [opened, changed] = [0, 0];
    for (const { code, version } of readySet(set).indicators) {
      const kept = there.find((one) => one.code === code);
      if (kept && kept.set !== set) refuse('code-of-another', { code });
      const before = kept && newestVersion(kept);
      if (before && definitionText(before) === definitionText({ ...version, version: 0, reason: null }) && sameWords(before, version)) continue;
      const indicator = kept?.id ?? newId(now.getTime());
      if (!kept) await tx.insertInto('evidence.indicator').values({ network_id: network, id: indicator, hub_id: null, code, set_code: set, opened_at: now, opened_by: actor.account }).execute();
      await keepVersion(doing, { indicator, hub: null, version: (before?.version ?? 0) + 1, reason: before ? `Set ${set}` : null }, version);
      if (before) changed++;
      else opened++;
    }
    if (opened + changed === 0) refuse('set-there-already');
    await record({ name: 'indicator-set-loaded', subject: network, hub: null, body: { set, opened, changed } });
    return { opened, changed };
  },
});
