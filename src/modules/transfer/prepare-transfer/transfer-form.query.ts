import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { documentList, movingKinds } from '#modules/documents/public.ts';
import { hubsOf } from '#modules/network/public.ts';
import { contactIsOpen, noticeToTell, personCard, personGroup } from '#modules/people/public.ts';
import { query } from '../transfer.ts';
import { whatGoesAlong } from './what-goes-along.ts';

/** What preparing a move needs: the other hubs that are open; for one of them what she agreed to, and which documents could go along. */
export const transferForm = query({
  name: 'transfer-form',
  says: 'Shows where somebody may move and what she agreed may go along.',
  input: z.strictObject({ person: id(), to: maybe(id()) }),
  run: async (asking, { person, to }) => {
    const { tx, network, hub, absent } = asking;
    const card = (await personCard(tx, person)) ?? absent();
    const hubs = (await hubsOf(tx)).filter((each) => each.open && each.id !== hub).map((each) => ({ id: each.id, names: each.names, kind: each.kind, territory: each.territoryCode }));
    const there = to ? (hubs.find((each) => each.id === to) ?? absent()) : null;
    const along = there ? await whatGoesAlong(asking, card.id, there.id) : undefined;
    const waiting = await tx.selectFrom('transfer.departure as departure').innerJoin('transfer.waiting as waiting', (join) => join.onRef('waiting.network_id', '=', 'departure.network_id').onRef('waiting.parcel_id', '=', 'departure.id'))
      .select('departure.id').where('departure.network_id', '=', network).where('departure.person_id', 'in', [...(await personGroup(tx, card.id))]).executeTakeFirst();
    const listed = along?.fields.includes('documents') ? (await documentList.spec.run(asking as never, { person: card.id })).documents : [];
    return {
      card, hubs, there, notice: await noticeToTell(tx, network, hub, 'sharing'), fields: along?.fields ?? null, contactOpen: await contactIsOpen(asking, card.id), onItsWay: waiting?.id ?? null,
      documents: listed.filter((each) => each.withdrawnAt === null && movingKinds.some((kind) => kind === each.of)).map(({ id: document, paper, title }) => ({ id: document, paper, title })),
    };
  },
});
