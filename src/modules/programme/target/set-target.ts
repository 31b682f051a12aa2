import { z } from 'zod';
import { choice, id, isoDate, maybe, text, wholeNumber } from '#core/input.ts';
import { dayHere, territoryCard } from '#modules/network/public.ts';
import { countedSexes } from '../codes.ts';
import { ownProgramme } from '../own-programme.ts';
import { action } from '../programme.ts';
import { indicatorCodes } from './indicators.ts';

/** Promises how many of what, where, women and men apart. A new number is a new version with its reason; the old one stays (domain.md rule 8). */
export const setTarget = action({
  name: 'set-target',
  says: 'Sets a target; an earlier one for the same thing stays as its old version.',
  input: z.strictObject({
    programme: id(), indicator: choice(indicatorCodes), territory: maybe(text(20)), sex: choice(countedSexes), value: wholeNumber(0, 1_000_000_000),
    since: maybe(isoDate()), said_by: text(300), reason: maybe(text(500)),
  }),
  refuses: ['programme-closed', 'unknown-territory', 'reason-needed', 'same-target'],
  run: async (doing, { programme, indicator, territory, sex, value, since, said_by, reason }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const own = await ownProgramme(doing, programme);
    if (territory && !(await territoryCard(tx, territory))) refuse('unknown-territory', {}, 'territory');
    const before = await tx
      .selectFrom('programme.target').select(['version', 'value'])
      .where('network_id', '=', network).where('programme_id', '=', programme).where('indicator', '=', indicator)
      .where('territory_code', territory ? '=' : 'is', territory ?? null).where('sex', '=', sex)
      .orderBy('version', 'desc').executeTakeFirst();
    if (before && before.value === BigInt(value)) refuse('same-target', {}, 'value');
    if (before && !reason) refuse('reason-needed', {}, 'reason');
    const version = (before?.version ?? 0) + 1;
    await tx
      .insertInto('programme.target')
      .values({
        network_id: network, programme_id: programme, indicator, territory_code: territory ?? null, sex, version, value,
        since: since ?? (version === 1 ? own.starts_on : await dayHere(doing)), reason: before ? reason! : null, said_by, set_at: now, set_by: actor.account,
      })
      .execute();
    await record({ name: 'target-set', subject: programme, hub: null, body: { indicator, territory: territory ?? null, sex, version, value } });
    return { programme, version };
  },
});
