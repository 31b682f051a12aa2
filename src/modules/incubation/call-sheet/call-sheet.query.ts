import { z } from 'zod';
import { id } from '#core/input.ts';
import { formVersion } from '#modules/desk/public.ts';
import { hubCard } from '#modules/network/public.ts';
import { programmeCard } from '#modules/programme/public.ts';
import { countedApplications } from '../application/counted-applications.ts';
import { standingAt } from '../call/call-window.ts';
import { ownCall } from '../call/own-call.ts';
import { type ApplicationState, applicationStates } from '../codes.ts';
import { extensionsOf } from '../extend/extensions-of.ts';
import { query } from '../incubation.ts';
import { readRules } from '../rules/read-rules.ts';

/** A call with its rules, where it stands by the clock, and how many applications stand where. No application is named. */
export const callSheet = query({
  name: 'call-sheet',
  says: 'Shows a call, its rules and how many applied.',
  input: z.strictObject({ call: id() }),
  run: async (asking, { call: wanted }) => {
    const { tx, network, now } = asking;
    const call = await ownCall(asking, wanted);
    const counts = byState((await countedApplications(asking, [call.id])).get(call.id) ?? (await tx.selectFrom('incubation.application').select('state').select(({ fn }) => fn.countAll<string>().as('count')).select(({ fn }) => fn.sum<string>('members').as('persons'))
      .where('network_id', '=', network).where('call_id', '=', call.id).groupBy('state').execute()));
    const form = await formVersion(asking, call.form_id);
    return {
      call, moves: await extensionsOf(asking, call.id), standing: standingAt(call, now), timeZone: (await hubCard(tx, call.hub_id))?.timeZone ?? 'UTC', ...(await readRules(asking, call.id)),
      programme: (call.programme_id && (await programmeCard(tx, call.programme_id))) || null,
      questions: form?.questions ?? [], form: form ? { id: form.id, names: form.names, version: form.version } : null,
      counts,
    };
  },
});

/** One line for each state, in the order of the road of an application. */
function byState(cells: readonly { readonly state: ApplicationState; readonly count: number | string; readonly persons: number | string }[]) {
  return applicationStates.flatMap((state) => {
    const there = cells.filter((cell) => cell.state === state);
    const sum = (of: 'count' | 'persons'): number => there.reduce((all, cell) => all + Number(cell[of]), 0);
    return there.length ? [{ state, count: sum('count'), persons: sum('persons') }] : [];
  });
}
