import { z } from 'zod';
import { id, maybe, text } from '#core/input.ts';
import { formVersion } from '#modules/desk/public.ts';
import { hubCard } from '#modules/network/public.ts';
import { standingAt } from '../call/call-window.ts';
import { query } from '../incubation.ts';
import { readRules } from '../rules/read-rules.ts';

const MOST = 200;

/** The calls of the network that are open or will open, those that close first in front. */
export const openCalls = query({
  name: 'open-calls',
  says: 'Lists the calls one may apply to.',
  input: z.strictObject({ hub: maybe(id()) }),
  run: async ({ tx, network, now }, { hub }) => {
    const found = tx.selectFrom('incubation.call').select(['code', 'names', 'state', 'opens_at', 'closes_at', 'territory_code as territory', 'hub_id as hub', 'places', 'applicants'])
      .where('network_id', '=', network).where('state', 'in', ['published', 'open']).where('closes_at', '>=', now);
    const rows = await (hub ? found.where('hub_id', '=', hub) : found).orderBy('closes_at').orderBy('code').limit(MOST).execute();
    return { calls: rows.map((row) => ({ ...row, standing: standingAt(row, now) })) };
  },
});

/** One published call for whoever thinks of applying: what it is for, who may, until when, how it scores, what it asks, where to go. */
export const openCall = query({
  name: 'open-call',
  says: 'Shows a published call with its rules.',
  input: z.strictObject({ code: text(40) }),
  run: async (asking, { code }) => {
    const { tx, network, now } = asking;
    const call = (await tx.selectFrom('incubation.call').selectAll().where('network_id', '=', network).where('code', '=', code.toLowerCase()).where('state', '<>', 'draft').executeTakeFirst()) ?? asking.absent();
    const form = await formVersion(asking, call.form_id);
    const hub = await hubCard(tx, call.hub_id);
    const { opened_by: _, published_by: __, network_id: ___, ...shown } = call;
    return {
      call: shown, standing: standingAt(call, now), ...(await readRules(asking, call.id)),
      questions: (form?.questions ?? []).map(({ code: question, labels, choices, kind, sealed, required }) => ({ code: question, labels, choices, kind, sealed, required })),
      hub: hub ? { id: hub.id, names: hub.names, address: hub.address, phone: hub.phone, email: hub.email, timeZone: hub.timeZone, country: hub.country } : null,
    };
  },
});
