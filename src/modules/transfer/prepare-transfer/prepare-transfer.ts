import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { choice, id, listOf, maybe, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { openPlans } from '#modules/accompaniment/public.ts';
import { documentToMove } from '#modules/documents/public.ts';
import { hubCard } from '#modules/network/public.ts';
import { contactIsOpen, contactsToMove, personCard, personGroup, type SharedField } from '#modules/people/public.ts';
import { mostDocuments, mostParcelBytes, moveKinds, waitDays } from '../codes.ts';
import type { ParcelContent } from '../parcel/content.ts';
import { headHash } from '../parcel/head-hash.ts';
import { sealParcel } from '../parcel/seal-parcel.ts';
import { drawWords, wordLanguages } from '../spoken-words/spoken-words.ts';
import { action, type TransferTables } from '../transfer.ts';
import { whatGoesAlong } from './what-goes-along.ts';

const DAY = 86_400_000;

const input = z.strictObject({
  person: id(), to: id(), kind: choice(moveKinds), language: choice(wordLanguages), summary: maybe(text(2_000)), documents: listOf(id()).refine((list) => list.length <= mostDocuments, { message: 'too-many' }),
});

/**
 * Prepares somebody's move to another hub, or a referral there, with her at the table: what she agreed to is sealed for that hub and for
 * six words that she alone carries. The words are in the answer and nowhere else. Waits seven days at most, never longer than her consent.
 */
export const prepareTransfer = action({
  name: 'prepare-transfer',
  says: 'Prepares a person’s move or referral to another hub and gives her the six words that open it.',
  input,
  refuses: ['hub-not-open', 'consent-missing', 'already-on-its-way', 'contact-closed', 'documents-not-agreed', 'parcel-too-big'],
  // The words are in the answer: it is not kept under the key of a second press.
  remembers: false,
  run: async (doing, { person: asked, to, kind, language, summary, documents }) => {
    const { tx, network, hub, now, actor, vault, refuse } = doing;
    const card = (await personCard(tx, asked)) ?? doing.absent();
    const person = card.id;
    const there = await hubCard(tx, to);
    if (!there?.open || to === hub) return refuse('hub-not-open', {}, 'to');
    const along = (await whatGoesAlong(doing, person, to)) ?? refuse('consent-missing');
    await onlyOne(doing, person);
    const { content, files } = await packed(doing, { person, kind, fields: along.fields, summary: summary ?? null, documents });
    const { id: _, ...told } = card;
    const parcel = newId(now.getTime());
    const words = drawWords(language);
    const sealed = (await sealParcel(vault, { parcel, person, to, words, content: { ...content, card: told }, files })) ?? doing.absent();
    const until = new Date(Math.min(now.getTime() + waitDays * DAY, along.until?.getTime() ?? Number.MAX_SAFE_INTEGER));
    const number = await numbered(doing, { id: parcel, to_hub_id: to, digest: sealed.digest, until_at: until });
    await tx.insertInto('transfer.waiting').values({ network_id: network, parcel_id: parcel, hub_id: hub, to_hub_id: to }).execute();
    for (const [n, piece] of sealed.pieces.entries()) {
      await tx.insertInto('transfer.piece').values({ network_id: network, parcel_id: parcel, n, to_hub_id: to, from_at: now, until_at: until, sealed: piece }).execute();
    }
    await tx.insertInto('transfer.departure').values({ network_id: network, id: parcel, hub_id: hub, person_id: person, kind, fields: along.fields, documents: files.length, prepared_by: actor.account! }).execute();
    await doing.record({
      name: 'parcel-prepared', subject: parcel, person,
      body: { kind, to_hub: to, fields: along.fields, documents: files.length, digest: sealed.digest.toString('hex'), head: await headHash(doing) },
    });
    // Destroyed at its last moment; the nightly round looks after what a stopped house missed.
    await doing.later('transfer.destroy-late-parcels', {}, { at: until, key: `late-${parcel}` });
    return { parcel, number, words, language, until: until.toISOString(), to: there.names };
  },
});

/** One parcel of hers on its way at a time; two officers who prepare at once wait for each other. */
async function onlyOne({ tx, network, refuse }: Doing<TransferTables>, person: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`transfer|${network}|${person}`}, 0))`.execute(tx);
  const waiting = await tx.selectFrom('transfer.departure as departure')
    .innerJoin('transfer.waiting as waiting', (join) => join.onRef('waiting.network_id', '=', 'departure.network_id').onRef('waiting.parcel_id', '=', 'departure.id'))
    .select('departure.id').where('departure.network_id', '=', network).where('departure.person_id', 'in', [...(await personGroup(tx, person))]).executeTakeFirst();
  if (waiting) refuse('already-on-its-way', {}, undefined, { parcel: waiting.id });
}

interface Packing {
  readonly person: string;
  readonly kind: ParcelContent['kind'];
  readonly fields: readonly SharedField[];
  readonly summary: string | null;
  readonly documents: readonly string[];
}

/** What goes in: nothing that she did not agree to. */
async function packed(doing: Doing<TransferTables>, { person, kind, fields, summary, documents }: Packing): Promise<{ content: Omit<ParcelContent, 'card'>; files: Buffer[] }> {
  const { refuse } = doing;
  if (fields.includes('phone') && !(await contactIsOpen(doing, person))) refuse('contact-closed');
  if (documents.length > 0 && !fields.includes('documents')) refuse('documents-not-agreed', {}, 'documents');
  const group = await personGroup(doing.tx, person);
  const opened = [];
  for (const document of documents) opened.push(await documentToMove(doing, group, document));
  if (opened.reduce((sum, { content }) => sum + content.length, 0) > mostParcelBytes) refuse('parcel-too-big', {}, 'documents');
  return {
    content: {
      kind, fields, summary,
      contacts: fields.includes('phone') ? await contactsToMove(doing, person) : [],
      plans: fields.includes('plan') ? await openPlans(doing, person) : [],
      documents: opened.map(({ content, ...document }, at) => ({ ...document, n: at + 2, bytes: content.length })),
    },
    files: opened.map(({ content }) => content),
  };
}

/** Writes the parcel under a number of six digits that is free in this network. */
async function numbered({ tx, network, hub, now, refuse }: Doing<TransferTables>, parcel: { id: string; to_hub_id: string; digest: Buffer; until_at: Date }): Promise<number> {
  if (parcel.until_at <= now) refuse('consent-missing');
  for (;;) {
    const number = randomInt(100_000, 1_000_000);
    const written = await tx.insertInto('transfer.parcel').values({ network_id: network, ...parcel, number, hub_id: hub, state: 'waiting', reason: null, prepared_at: now, answered_at: null })
      .onConflict((conflict) => conflict.columns(['network_id', 'number']).doNothing()).executeTakeFirst();
    if (written.numInsertedOrUpdatedRows) return number;
  }
}
