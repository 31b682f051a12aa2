import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, maybe, text } from '#core/input.ts';
import { action } from '../incubation.ts';
import { planKinds, planSections, sectionsOf } from '../path/venture-codes.ts';
import { aboutHer, herself, moveOn, workRefusals } from '../path/worked-application.ts';
import { ofVenture, workedVenture } from './venture-of.ts';

const sections = z.strictObject(Object.fromEntries(planSections.map((section) => [section, maybe(text(4_000))])) as Record<(typeof planSections)[number], ReturnType<typeof maybe<ReturnType<typeof text>>>>);

/** Writes the next version of a canvas or plan; the ones before stay as they were. */
export const writePlan = action({
  name: 'write-plan',
  says: 'Writes a new version of the canvas or the business plan.',
  input: z.strictObject({ venture: id(), kind: choice(planKinds), seen: z.coerce.number().int().min(0), sections }),
  refuses: [...workRefusals, 'plan-empty', 'newer-version'],
  run: async (doing, { venture: id, kind, seen, sections: given }) => {
    const { tx, network, now, actor } = doing;
    const { venture, row } = await workedVenture(doing, id);
    const kept = Object.fromEntries(sectionsOf(kind).flatMap((section) => (given[section] ? [[section, given[section]]] : [])));
    if (Object.keys(kept).length === 0) doing.refuse('plan-empty');
    const last = await tx.selectFrom('incubation.plan_version').select('version')
      .where('network_id', '=', network).where('venture_id', '=', id).where('kind', '=', kind).orderBy('version', 'desc').limit(1).executeTakeFirst();
    const before = last?.version ?? 0;
    // Somebody wrote a version while this one was being written: she reads it first, so that nothing of it is lost.
    if (before !== seen) doing.refuse('newer-version', { version: before });
    const plan = newId(now.getTime());
    await tx.insertInto('incubation.plan_version').values({
      ...ofVenture(doing, venture), id: plan, kind, version: before + 1, sections: kept, written_at: now, written_by: actor.account!, decision: null, decided_at: null, decided_by: null, words: null,
    }).execute();
    await doing.record({ name: 'plan-written', subject: id, ...herself(row), body: { kind, version: before + 1, sections: Object.keys(kept).length } });
    return { plan, venture: id, version: before + 1 };
  },
});

/** Validates the newest version of a plan, or gives it back with what to do better. Never by who wrote it; a validated business plan takes her on. */
export const decidePlan = action({
  name: 'decide-plan',
  says: 'Validates a plan, or gives it back.',
  input: z.strictObject({ plan: id(), decision: choice(['validated', 'returned']), words: maybe(text(1_000)) }),
  refuses: [...workRefusals, 'own-plan', 'decided-already', 'newer-version', 'say-what-to-change', 'no-such-step'],
  run: async (doing, { plan, decision, words }) => {
    const { tx, network, hub, now, actor } = doing;
    const version = (await tx.selectFrom('incubation.plan_version').selectAll()
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', plan).forUpdate().executeTakeFirst()) ?? doing.absent();
    const { row } = await workedVenture(doing, version.venture_id);
    if (version.decision) doing.refuse('decided-already');
    if (version.written_by === actor.account) doing.refuse('own-plan');
    const newer = await tx.selectFrom('incubation.plan_version').select('version')
      .where('network_id', '=', network).where('venture_id', '=', version.venture_id).where('kind', '=', version.kind).where('version', '>', version.version).executeTakeFirst();
    if (newer) doing.refuse('newer-version', { version: newer.version });
    if (decision === 'returned' && !words) doing.refuse('say-what-to-change', {}, 'words');
    await tx.updateTable('incubation.plan_version').set({ decision, decided_at: now, decided_by: actor.account, words: words ?? null }).where('network_id', '=', network).where('id', '=', plan).execute();
    const takesOn = decision === 'validated' && version.kind === 'plan' && row.state === 'incubating';
    if (takesOn) await moveOn(doing, row, 'plan_validated', 'plan');
    const about = await aboutHer(doing, row);
    if (takesOn) await doing.record({ name: 'plan-validated', subject: row.id, ...herself(row), body: { ...about, version: version.version } });
    await doing.record({ name: 'plan-decided', subject: version.venture_id, ...herself(row), body: { kind: version.kind, version: version.version, decision } });
    return { plan, venture: version.venture_id };
  },
});
