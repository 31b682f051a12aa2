import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, maybe, wholeNumber } from '#core/input.ts';
import { action } from '../accompaniment.ts';
import { noteNextDue } from '../case/next-due.ts';
import { aboutClient, clientOf, todayAt, workedCase } from '../case/worked-case.ts';
import { type Domain, domains } from '../codes.ts';
import { sessionsFor } from './weak-domains.ts';

const scores = z.strictObject(Object.fromEntries(domains.map((domain) => [domain, maybe(wholeNumber(1, 5))])) as Record<Domain, ReturnType<typeof maybe<ReturnType<typeof wholeNumber>>>>);

/** Writes down how strong a body is in each domain, as its members and the worker see it together; each time anew, so that change shows. */
export const makeDiagnosis = action({
  name: 'make-diagnosis',
  says: 'Writes down how strong a body is in each domain.',
  input: z.strictObject({ case: id(), scores }),
  refuses: ['case-over', 'bodies-only', 'no-score'],
  run: async (doing, { case: file, scores: given }) => {
    const { tx, network, hub, now, actor } = doing;
    const row = await workedCase(doing, file);
    if (row.kind !== 'organization') doing.refuse('bodies-only');
    const said = Object.fromEntries(Object.entries(given).filter(([, score]) => score !== undefined)) as Partial<Record<Domain, number>>;
    if (Object.keys(said).length === 0) doing.refuse('no-score', {}, 'scores.governance');
    const diagnosis = newId(now.getTime());
    await tx.insertInto('accompaniment.diagnosis').values({
      network_id: network, id: diagnosis, hub_id: hub, case_id: file, scores: sql`${JSON.stringify(said)}::jsonb`, made_by: actor.account, made_at: now,
    }).execute();
    await doing.record({ name: 'diagnosis-made', subject: file, ...clientOf(row), body: { ...(await aboutClient(doing, row)), scores: said } });
    return { diagnosis, case: file };
  },
});

/**
 * Makes a capacity plan of the last diagnosis: a goal for each weak domain that has none open, with as many sessions as it is weak,
 * a fortnight apart. `wording` are the sentences in the language of whoever asks, for she will read them on paper.
 */
export const planFromDiagnosis = action({
  name: 'plan-from-diagnosis',
  says: 'Makes a capacity plan of what a diagnosis found weak.',
  input: z.strictObject({ case: id(), wording: z.partialRecord(z.enum(domains), z.strictObject({ goal: z.string().min(1).max(300), session: z.string().min(1).max(280) })) }),
  refuses: ['case-over', 'no-diagnosis', 'nothing-weak'],
  run: async (doing, { case: file, wording }) => {
    const { tx, network, hub, now, actor } = doing;
    const row = await workedCase(doing, file);
    const last = await tx.selectFrom('accompaniment.diagnosis').select('scores')
      .where('network_id', '=', network).where('case_id', '=', file).orderBy('made_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
    if (!last) return doing.refuse('no-diagnosis');
    const open = await tx.selectFrom('accompaniment.goal').select('area').where('network_id', '=', network).where('case_id', '=', file).where('state', '=', 'open').execute();
    const today = Date.parse(await todayAt(doing));
    const weak = sessionsFor(last.scores).filter(({ domain }) => wording[domain] && !open.some(({ area }) => area === domain));
    if (weak.length === 0) doing.refuse('nothing-weak');
    let turn = 0;
    for (const { domain, sessions } of weak) {
      const goal = newId(now.getTime());
      const { goal: words, session } = wording[domain]!;
      await tx.insertInto('accompaniment.goal').values({
        network_id: network, id: goal, hub_id: hub, case_id: file, area: domain, words, state: 'open', added_by: actor.account, added_at: now, closed_at: null,
      }).execute();
      await tx.insertInto('accompaniment.step').values(Array.from({ length: sessions }, (_, at) => ({
        network_id: network, id: newId(now.getTime()), hub_id: hub, case_id: file, goal_id: goal, words: sessions > 1 ? `${session} (${at + 1}/${sessions})` : session,
        who: 'worker' as const, partner_id: null, due_on: new Date(today + ++turn * 14 * 86_400_000).toISOString().slice(0, 10), done_at: null, done_by: null,
        added_by: actor.account, added_at: now,
      }))).execute();
      await doing.record({ name: 'goal-added', subject: file, ...clientOf(row), body: { area: domain } });
    }
    await noteNextDue(doing, file);
    await doing.record({ name: 'plan-drawn-from-diagnosis', subject: file, ...clientOf(row), body: { goals: weak.length } });
    return { case: file, goals: weak.length };
  },
});
