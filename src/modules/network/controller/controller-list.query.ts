import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { hubCard, hubsOf } from '../hub/hub-card.ts';
import { query } from '../network.ts';
import { organizationsByIds } from '../organization/organization-card.ts';
import { answerableHub, usualHub } from './answerable-hub.ts';
import { controllersOf } from './controllers-of.ts';

/** The member organizations of a hub, each with how it answers for personal data, or nothing yet. Without a hub: the hubs to choose from. */
export const controllerList = query({
  name: 'controller-list',
  says: 'Shows which organization answers for personal data at a hub, and how.',
  input: z.strictObject({ hub: maybe(id()) }),
  run: async (asking, { hub: named }) => {
    const { tx, network, actor, absent } = asking;
    const wanted = named ?? usualHub(actor);
    if (!wanted) return { hub: null, hubs: (await hubsOf(tx)).map(({ id: hub, names }) => ({ id: hub, names })), bodies: [] };
    const hub = (await hubCard(tx, answerableHub(asking, wanted))) ?? absent();
    const set = await controllersOf(tx, hub.id);
    const members = await tx.selectFrom('network.membership').select('organization_id')
      .where('network_id', '=', network).where('hub_id', '=', hub.id).where('ended_on', 'is', null).execute();
    const running = await tx.selectFrom('network.organization').select('id').where('network_id', '=', network).where('runs_hub_id', '=', hub.id).execute();
    const ids = [...new Set([...running.map((each) => each.id), ...members.map((each) => each.organization_id), ...set.map((each) => each.organization)])];
    const cards = new Map((await organizationsByIds(tx, ids)).map((card) => [card.id, card]));
    return {
      hub: { id: hub.id, names: hub.names, country: hub.country }, hubs: [],
      bodies: ids.map((organization) => {
        const said = set.find((each) => each.organization === organization) ?? null;
        return { organization, names: cards.get(organization)?.names ?? said?.names ?? {}, sector: cards.get(organization)?.sector ?? null, said };
      }),
    };
  },
});
