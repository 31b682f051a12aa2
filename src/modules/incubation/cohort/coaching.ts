import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, isoDate, maybe, text, wholeNumber } from '#core/input.ts';
import { action, query } from '../incubation.ts';
import { coachingKinds } from '../path/venture-codes.ts';
import { opensLife } from '../path/opens-life.ts';
import { aboutHer, dayAt, herself, workedApplication, workRefusals } from '../path/worked-application.ts';
import { accountNames } from '#modules/network/public.ts';

/** Writes down one act of accompaniment with its minutes; a note is sealed under her key. */
export const recordCoaching = action({
  name: 'record-coaching',
  says: 'Writes down what was done for a project, and the minutes it took.',
  input: z.strictObject({ application: id(), kind: choice(coachingKinds), minutes: wholeNumber(1, 600), on: isoDate(), note: maybe(text(4_000)) }),
  refuses: [...workRefusals, 'day-to-come'],
  run: async (doing, { application, kind, minutes, on, note }) => {
    const { tx, network, hub, now, actor, vault } = doing;
    const row = await workedApplication(doing, application);
    if (on > (await dayAt(doing))) doing.refuse('day-to-come', {}, 'on');
    const act = newId(now.getTime());
    await tx.insertInto('incubation.coaching_act').values({
      network_id: network, id: act, hub_id: hub, application_id: application, person_id: row.person_id, kind, minutes, on_day: on, account_id: actor.account!, recorded_at: now,
    }).execute();
    if (note) {
      const sealed = await vault.seal({ person: row.person_id, hub, table: 'incubation.coaching_note', column: 'sealed', row: act }, note);
      await tx.insertInto('incubation.coaching_note').values({ network_id: network, id: act, hub_id: hub, application_id: application, person_id: row.person_id, sealed }).execute();
    }
    await doing.record({ name: 'coaching-recorded', subject: application, ...herself(row), body: { ...(await aboutHer(doing, row)), on, act: kind, minutes } });
    return { act, application };
  },
});

/** The notes on the coaching of one application, the newest first, opened for the coach who accompanies her or by a grant; absent to all others. */
export const coachingNotes = query({
  name: 'coaching-notes',
  says: 'Opens the notes on the coaching of a project.',
  purpose: 'case',
  input: z.strictObject({ application: id() }),
  run: async (asking, { application }) => {
    const { tx, network, hub, vault, absent } = asking;
    const of = (await tx.selectFrom('incubation.application').select('person_id').where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', application).executeTakeFirst()) ?? absent();
    if (!(await opensLife(asking, application, of.person_id))) absent();
    const acts = await tx.selectFrom('incubation.coaching_act as act').leftJoin('incubation.coaching_note as note', (join) => join.onRef('note.network_id', '=', 'act.network_id').onRef('note.id', '=', 'act.id'))
      .select(['act.id', 'act.kind', 'act.minutes', 'act.on_day', 'act.account_id', 'act.person_id', 'note.sealed'])
      .where('act.network_id', '=', network).where('act.application_id', '=', application).orderBy('act.on_day', 'desc').orderBy('act.id', 'desc').limit(100).execute();
    const names = await accountNames(tx, acts.map(({ account_id }) => account_id));
    const notes = [];
    for (const act of acts) {
      notes.push({
        id: act.id, kind: act.kind, minutes: act.minutes, on: act.on_day, by: names.get(act.account_id) ?? null,
        note: act.sealed && act.sealed.length > 0 ? await vault.open({ person: act.person_id, hub, table: 'incubation.coaching_note', column: 'sealed', row: act.id }, act.sealed) : null,
      });
    }
    return { application, notes };
  },
});
