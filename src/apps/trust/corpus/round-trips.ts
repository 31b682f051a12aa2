import { openOutbound } from '#core/outbound/outbound.ts';
import { act, ask } from '#core/pipeline.ts';
import { editHub } from '#modules/network/edit-hub/edit-hub.ts';
import { hubDoor } from '#modules/network/hub/hub-doors.query.ts';
import { organizationSheet } from '#modules/network/organization/organization-list.query.ts';
import { registerOrganization } from '#modules/network/organization/register-organization.ts';
import { lifeNotes } from '#modules/people/write-life-note/life-notes.ts';
import { writeLifeNote } from '#modules/people/write-life-note/write-life-note.ts';
import { changeSubscription } from '#modules/webhooks/change-subscription/change-subscription.ts';
import { subscribe } from '#modules/webhooks/subscribe/subscribe.ts';
import { subscriptionSheet } from '#modules/webhooks/subscription/subscription-sheet.query.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import type { World } from '#tests/fixtures/open-hub.ts';
import type { Actor } from '#core/actor.ts';

/** A way for a text into the house and back out of it. */
export interface RoundTrip {
  readonly name: string;
  /** Puts the text in and gives what is answered when it is asked for; throws what the house says when it does not take it. */
  readonly go: (text: string) => Promise<unknown>;
  /** The page where it stands for a reader, once it is in. */
  readonly page?: (answer: unknown) => { readonly address: string; readonly actor: Actor | null };
}

/** Five ways in and out: a sealed note, a hub's plate, a body's name and description, the label of a subscription. */
export async function roundTrips(world: World): Promise<RoundTrip[]> {
  const house = { ...world.house, outbound: openOutbound({ resolve: async () => ['9.9.9.9'] }) };
  const desk = await openDesk(world);
  const manager = await world.as('hub_manager');
  const person = await desk.person('منيرة الورغي', 1979);
  await desk.visit(person);
  const target = 'https://open.example/';
  const { subscription } = await act(house, manager, subscribe, { label: 'x', target, events: ['desk.ticket-opened'] });
  const body = async (fields: object) => {
    const { organization } = await act(house, manager, registerOrganization, { names: { fr: 'Association' }, sector: 'civil', kind: 'association', ...fields });
    return ask(house, manager, organizationSheet, { organization });
  };
  const sheet = (answer: unknown) => ({ address: `/network/organizations/${(answer as { id: string }).id}?lang=fr`, actor: manager });
  return [
    { name: 'a sealed note on a life', go: async (note) => { await act(house, desk.officer, writeLifeNote, { person, kind: 'situation', note }); return (await ask(house, desk.officer, lifeNotes, { person })).slice(0, 1); } },
    { name: 'whom a hub welcomes', go: async (fr) => { await act(house, manager, editHub, { names: { fr: 'Centre' }, welcomes: { fr }, territory: 'TN-43' }); return ask(house, manager, hubDoor, { hub: world.hub }); } },
    { name: 'the name of a body', go: (fr) => body({ names: { fr } }), page: sheet },
    { name: 'the description of a body', go: (fr) => body({ descriptions: { fr } }), page: sheet },
    { name: 'the label of a subscription', go: async (label) => { await act(house, manager, changeSubscription, { subscription, label, target, events: ['desk.ticket-opened'] }); return ask(house, manager, subscriptionSheet, { subscription }); }, page: () => ({ address: `/settings/webhooks/${subscription}?lang=fr`, actor: manager }) },
  ];
}
