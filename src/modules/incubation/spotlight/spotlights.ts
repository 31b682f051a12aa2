import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { checkFile } from '#core/files/check-file.ts';
import { fileFaults, type Verdict } from '#core/files/media-type.ts';
import { newId } from '#core/id.ts';
import { choice, id, maybe, multilingual, text, yes } from '#core/input.ts';
import { territoryCard } from '#modules/network/public.ts';
import { consentHolding } from '#modules/people/public.ts';
import { action, type IncubationTables } from '../incubation.ts';
import { ventureSectors } from '../path/venture-codes.ts';
import { herself, workedApplication, workRefusals } from '../path/worked-application.ts';

const mostBytes = 300_000;
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const drawnCode = (): string => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');

/**
 * Publishes a profile she opts into, under the name she wishes: it leads back to no file. It stands on her consent to images and goes in
 * the moment that ends. A picture is read and written anew first: what the camera wrote beside it is gone.
 */
export const publishSpotlight = action({
  name: 'publish-spotlight',
  says: 'Publishes a profile that a woman opted into.',
  input: z.strictObject({
    application: id(), name: text(80), words: multilingual(600), sector: choice(ventureSectors), territory: maybe(text(20)), she_asked: yes(),
    file: maybe(z.string().max(12_000_000).refine((value) => /^[A-Za-z0-9+/]+={0,2}$/.test(value), { message: 'not-understood' })), file_name: maybe(z.string().max(300)),
  }),
  refuses: [...workRefusals, ...fileFaults, 'no-image-consent', 'she-must-agree', 'unknown-territory', 'shown-already', 'picture-only'],
  around: async ({ input: { file } }, run) => run(file ? await checkFile(Buffer.from(file, 'base64'), mostBytes) : null),
  run: async (doing, { application, name, words, sector, territory, she_asked }) => {
    const { tx, network, hub, now } = doing;
    const row = await workedApplication(doing, application, { over: true });
    if (!she_asked) doing.refuse('she-must-agree', {}, 'she_asked');
    const consent = (await consentHolding(tx, row.person_id, 'image', { at: now, hub })) ?? doing.refuse('no-image-consent');
    if (territory && !(await territoryCard(tx, territory))) doing.refuse('unknown-territory', {}, 'territory');
    if (await liveSpotlight(doing, application)) doing.refuse('shown-already');
    const picture = pictureOf(doing, doing.brought as Verdict | null);
    const spotlight = newId();
    const code = drawnCode();
    await tx.insertInto('incubation.spotlight').values({
      network_id: network, id: spotlight, hub_id: hub, code, name, words, sector, territory_code: territory ?? null, picture,
      consent_id: consent.id, consent_until: consent.until, published_at: now, taken_away_at: null,
    }).execute();
    await tx.insertInto('incubation.spotlight_owner').values({ network_id: network, hub_id: hub, spotlight_id: spotlight, application_id: application, person_id: row.person_id }).execute();
    await doing.record({ name: 'spotlight-published', subject: application, ...herself(row), body: { picture: picture !== null } });
    return { spotlight, code, application };
  },
});

function pictureOf(doing: Doing<IncubationTables>, verdict: Verdict | null): Buffer | null {
  if (verdict === null) return null;
  if (!verdict.ok) return doing.refuse(verdict.fault, {}, 'file');
  return verdict.mediaType === 'image/jpeg' ? verdict.content : doing.refuse('picture-only', {}, 'file');
}

/** The profile of an application that is public now. */
async function liveSpotlight({ tx, network }: Doing<IncubationTables>, application: string): Promise<string | undefined> {
  const row = await tx.selectFrom('incubation.spotlight_owner as owner')
    .innerJoin('incubation.spotlight as shown', (join) => join.onRef('shown.network_id', '=', 'owner.network_id').onRef('shown.id', '=', 'owner.spotlight_id'))
    .select('shown.id').where('owner.network_id', '=', network).where('owner.application_id', '=', application).where('shown.taken_away_at', 'is', null)
    .where('shown.consent_id', 'not in', (eb) => eb.selectFrom('incubation.ended_image').select('consent_id').where('network_id', '=', network)).executeTakeFirst();
  return row?.id;
}

/** Takes a public profile away, at her wish; the consent to images stays as she gave it. */
export const takeSpotlightAway = action({
  name: 'take-spotlight-away',
  says: 'Takes a public profile away.',
  input: z.strictObject({ application: id() }),
  refuses: ['not-shown'],
  run: async (doing, { application }) => {
    const { tx, network, hub, now } = doing;
    const row = (await tx.selectFrom('incubation.application').select(['person_id', 'organization_id']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', application).executeTakeFirst()) ?? doing.absent();
    const shown = (await liveSpotlight(doing, application)) ?? doing.refuse('not-shown');
    await tx.updateTable('incubation.spotlight').set({ taken_away_at: now, picture: null }).where('network_id', '=', network).where('id', '=', shown).execute();
    await doing.record({ name: 'spotlight-taken-away', subject: application, ...herself(row), body: {} });
    return { application };
  },
});
