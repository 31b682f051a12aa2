import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import type { AccompanimentTables } from '../accompaniment.ts';
import { aboutClient, type CaseFile, clientOf } from '../case/worked-case.ts';
import type { ActKind } from '../codes.ts';

/** Writes one act with its minutes, once for each session, and the event that figures count. `on` is today unless said. */
export async function keepAct(
  doing: Doing<AccompanimentTables>, file: CaseFile, { act, minutes, session = null, on }: { act: ActKind; minutes: number; session?: string | null; on?: string | undefined },
): Promise<string> {
  const { tx, network, hub, now, actor } = doing;
  const about = await aboutClient(doing, file);
  const id = newId(now.getTime());
  await tx.insertInto('accompaniment.act').values({
    network_id: network, id, hub_id: hub, case_id: file.id, act, minutes, on_day: on ?? about.on, account_id: actor.account, session_id: session, recorded_at: now,
  }).execute();
  await doing.record({ name: 'act-recorded', subject: file.id, ...clientOf(file), body: { ...about, on: on ?? about.on, act, minutes } });
  return id;
}
