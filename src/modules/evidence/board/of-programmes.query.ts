import { z } from 'zod';
import { id } from '#core/input.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import { paidParts, programmeCard, programmesByIds, readCosts } from '#modules/programme/public.ts';
import { funderShares } from '../attribution/attributed-to.ts';
import { query } from '../evidence.ts';
import { newestHeads } from '../reading/head.ts';
import { readTargets } from '../target/read-targets.ts';

/** The board of a programme: what was promised and reached, what it costs by each source. Persons are said as “at least” outside the hub that serves them. */
export const programmeBoard = query({
  name: 'programme-board',
  says: 'Shows what a programme promised and reached, and what it costs by each source.',
  input: z.strictObject({ programme: id() }),
  run: async (asking, { programme }) => {
    const { tx, network, absent } = asking;
    const card = (await programmeCard(tx, programme)) ?? absent();
    return {
      programme: card, costs: (await readCosts(tx, network, programme)).filter(({ withdrawnAt }) => withdrawnAt === null),
      targets: await readTargets(asking, { level: 'programme', scopeId: programme }), head: (await newestHeads(tx, network, 1))[0] ?? null,
    };
  },
});

/** The board of a body that pays: which programmes it pays for, what was promised to it and what may be reported to it. */
export const funderBoard = query({
  name: 'funder-board',
  says: 'Shows which programmes a body pays for, what it was promised and what may be reported to it.',
  input: z.strictObject({ funder: id() }),
  run: async (asking, { funder }) => {
    const { tx, network, absent } = asking;
    const [body] = await organizationsByIds(tx, [funder]);
    const [parts, shares] = [await paidParts(tx, network, funder), await funderShares(asking, { funder })];
    if (!body || parts.length + shares.length === 0) return absent();
    const programmes = await programmesByIds(tx, [...parts, ...shares].map(({ programme }) => programme));
    return {
      funder: { id: body.id, names: body.names }, targets: await readTargets(asking, { level: 'funder', scopeId: funder }), head: (await newestHeads(tx, network, 1))[0] ?? null,
      programmes: programmes.map((programme) => ({ ...programme, parts: parts.filter((part) => part.programme === programme.id), shares: shares.filter((share) => share.programme === programme.id) })),
    };
  },
});
