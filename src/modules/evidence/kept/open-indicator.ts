import { z } from 'zod';
import { id, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { keepingHub } from '#modules/network/public.ts';
import { action } from '../evidence.ts';
import { keptIndicators, newestVersion } from './kept-indicators.ts';
import { definitionText } from './read-kept.ts';
import { checkVersion, keepVersion, sameWords, versionFields, versionOf } from './version.ts';

/** Makes a new thing to be counted, composed from a closed list: for the hub where a manager stands, for the network by its administrator. */
export const openIndicator = action({
  name: 'open-indicator',
  says: 'Makes an indicator: what it counts, what proof it asks for, since when.',
  input: z.strictObject({ code: z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() : value), z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/)), ...versionFields }),
  refuses: ['code-taken', 'does-not-fit', 'ends-before'],
  run: async (doing, { code, ...typed }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const hub = keepingHub(doing);
    const version = versionOf(typed);
    checkVersion(doing, version);
    const taken = await tx.selectFrom('evidence.indicator').select('id').where('network_id', '=', network).where('code', '=', code).where('hub_id', hub ? '=' : 'is', hub).executeTakeFirst();
    if (taken) refuse('code-taken', {}, 'code');
    const indicator = newId(now.getTime());
    await tx.insertInto('evidence.indicator').values({ network_id: network, id: indicator, hub_id: hub, code, set_code: null, opened_at: now, opened_by: actor.account }).execute();
    await keepVersion(doing, { indicator, hub, version: 1, reason: null }, version);
    await record({ name: 'indicator-opened', subject: indicator, hub, body: { code, set: null, unit: version.unit, source: version.source } });
    return { indicator };
  },
});

/** Changes what an indicator counts from a day on: a new version with its reason, and the old one stays to be read. */
export const changeIndicator = action({
  name: 'change-indicator',
  says: 'Changes what an indicator counts from a day on; the earlier version stays.',
  input: z.strictObject({ indicator: id(), reason: text(500), ...versionFields }),
  refuses: ['does-not-fit', 'ends-before', 'same-definition', 'since-earlier'],
  run: async (doing, { indicator, reason, ...typed }) => {
    const { tx, network, refuse, absent, record } = doing;
    const [kept] = await keptIndicators(tx, network, indicator);
    if (!kept || kept.hub !== keepingHub(doing, kept.hub)) return absent();
    const before = newestVersion(kept);
    const version = versionOf(typed);
    checkVersion(doing, version);
    if (version.since < before.since) refuse('since-earlier', { day: before.since }, 'since');
    const next = { ...version, version: before.version + 1, reason };
    if (definitionText(next) === definitionText(before) && sameWords(next, before)) refuse('same-definition');
    await keepVersion(doing, { indicator, hub: kept.hub, version: next.version, reason }, version);
    await record({ name: 'indicator-changed', subject: indicator, hub: kept.hub, body: { version: next.version, unit: version.unit, source: version.source } });
    return { indicator, version: next.version };
  },
});
