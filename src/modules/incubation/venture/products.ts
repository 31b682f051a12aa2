import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choices, id, isoDate, maybe, text, wholeNumber } from '#core/input.ts';
import { minorUnits } from '#modules/directory/public.ts';
import { hubCard } from '#modules/network/public.ts';
import { countryFacts } from '#core/words/countries.ts';
import { action } from '../incubation.ts';
import { productCriteria } from '../path/venture-codes.ts';
import { dayAt, herself, workRefusals } from '../path/worked-application.ts';
import { herDocument } from './her-document.ts';
import { ofVenture, workedVenture } from './venture-of.ts';

/** Writes down the next version of what she makes: what is new, who tried it and what they said. */
export const addPrototype = action({
  name: 'add-prototype',
  says: 'Writes down a new version of a prototype and what users said.',
  input: z.strictObject({ venture: id(), changed: text(1_000), tried_by: wholeNumber(0, 100_000), heard: maybe(text(2_000)), document: maybe(id()), on: isoDate() }),
  refuses: [...workRefusals, 'day-to-come', 'unknown-document'],
  run: async (doing, { venture: id, changed, tried_by, heard, document, on }) => {
    const { tx, network, now, actor } = doing;
    const { venture, row } = await workedVenture(doing, id);
    if (on > (await dayAt(doing))) doing.refuse('day-to-come', {}, 'on');
    const { last } = await tx.selectFrom('incubation.prototype').select(({ fn }) => fn.max('version').as('last'))
      .where('network_id', '=', network).where('venture_id', '=', id).executeTakeFirstOrThrow();
    const version = Number(last ?? 0) + 1;
    await tx.insertInto('incubation.prototype').values({
      ...ofVenture(doing, venture), id: newId(now.getTime()), version, changed, tried_by, heard: heard ?? null, document_id: document ? await herDocument(doing, row.person_id, document) : null, made_on: on, written_by: actor.account,
    }).execute();
    await doing.record({ name: 'prototype-made', subject: id, ...herself(row), body: { version, tried_by } });
    return { venture: id, version };
  },
});

/** Writes down a product with its price, what it is made of and which criteria of sustainability it meets. */
export const addProduct = action({
  name: 'add-product',
  says: 'Writes down a product with its price and what makes it sustainable.',
  input: z.strictObject({ venture: id(), name: text(120), materials: text(500), price: text(16), criteria: choices(productCriteria) }),
  refuses: [...workRefusals, 'price-not-understood'],
  run: async (doing, { venture: id, name, materials, price, criteria }) => {
    const { tx, hub, now, actor } = doing;
    const { venture, row } = await workedVenture(doing, id);
    const { currency, minorUnits: scale } = countryFacts[(await hubCard(tx, hub))!.country];
    const minor = minorUnits(price, currency);
    if (minor === null) return doing.refuse('price-not-understood', {}, 'price');
    await tx.insertInto('incubation.product_sheet').values({
      ...ofVenture(doing, venture), id: newId(now.getTime()), name, materials, price_minor: minor, currency, scale, criteria, written_at: now, written_by: actor.account, left_at: null,
    }).execute();
    await doing.record({ name: 'product-written', subject: id, ...herself(row), body: { criteria: criteria.length } });
    return { venture: id };
  },
});
