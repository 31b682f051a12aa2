import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { localeOf } from '#core/words/locale.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { consentPurposes } from '../consent/consent-table.ts';
import { builtInVersion } from '../consent/notice-told.ts';
import { toldText } from '../consent/told-text.ts';
import { consentReceipt } from '../consent-receipt/consent-receipt.query.ts';
import { recordConsent } from '../record-consent/record-consent.ts';
import { consentNotices } from './consent-notices.query.ts';
import { publishNotice } from './publish-notice.ts';

const texts = { ar: 'نص المكان', fr: 'Texte du lieu', en: 'Words of this hub' };

describe('what is read aloud', () => {
  it('is the common text until a hub publishes its own; an answer keeps the version it was told', async () => {
    const world = await openHub();
    const { house } = world;
    const manager = await world.as('hub_manager');
    const { officer, person } = await openDesk(world).then(async (desk) => ({ officer: desk.officer, person: await desk.person() }));
    const answer = async () => (await act(house, officer, recordConsent, { person, purpose: 'image', answer: 'given', channel: 'written', language: 'ar' })).consent;
    const before = await answer();
    await act(house, manager, publishNotice, { purpose: 'image', texts });
    const first = await answer();
    await act(house, manager, publishNotice, { purpose: 'image', texts: { ...texts, fr: 'Texte corrigé' } });
    const told = async (consent: string) => (await ask(house, officer, consentReceipt, { person, consent })).told;
    expect(await told(before)).toEqual({ id: null, version: builtInVersion, texts: null });
    expect(await told(first)).toMatchObject({ version: '1', texts });
    const [image] = (await ask(house, visitor(world.network), consentNotices, { hub: world.hub })).filter(({ purpose }) => purpose === 'image');
    expect(image!.versions.map(({ version, texts: said }) => [version, said!.fr])).toEqual([['2', 'Texte corrigé'], ['1', 'Texte du lieu']]);
  });

  it('is published by the manager alone, and not twice the same', async () => {
    const world = await openHub();
    await expect(act(world.house, await world.as('desk_officer'), publishNotice, { purpose: 'image', texts })).rejects.toMatchObject({ code: 'core.role-missing' });
    const manager = await world.as('hub_manager');
    await act(world.house, manager, publishNotice, { purpose: 'image', texts });
    await expect(act(world.house, manager, publishNotice, { purpose: 'image', texts })).rejects.toMatchObject({ code: 'people.notice-unchanged' });
  });

  it('the common text of a version never changes: other words need another version', () => {
    const all = (['ar', 'fr', 'en'] as const).map((lang) => consentPurposes.map((purpose) =>
      toldText({ locale: localeOf(lang, 'TN'), terms: {} }, { version: builtInVersion, texts: null }, purpose).text).join('\n')).join('\n');
    expect({ [builtInVersion]: createHash('sha256').update(all).digest('hex').slice(0, 16) }).toEqual({ '2026-11-22': '866ad9ba0f0abc0b' });
  });

  it('stands on the public page of the hub, old versions too, and on her receipt as PDF in her language', async () => {
    const world = await openHub();
    const manager = await world.as('hub_manager');
    const desk = await openDesk(world);
    const person = await desk.person();
    for (const fr of ['Premier texte', 'Second texte']) await act(world.house, manager, publishNotice, { purpose: 'image', texts: { ...texts, fr } });
    const { consent } = await act(world.house, desk.officer, recordConsent, { person, purpose: 'image', answer: 'given', channel: 'written', language: 'fr' });
    const web = await openWeb(world);
    const page = await (await web.get(`/hubs/${world.hub}/data?lang=fr`)).text();
    for (const said of ['Premier texte', 'Second texte']) expect(page).toContain(said);
    const receipt = `/people/${person}/consent/${consent}/receipt`;
    const html = await (await web.get(`${receipt}?lang=ar`, desk.officer)).text();
    expect(html).toContain('<html lang="fr');
    expect(html).toContain('Second texte');
    expect((await web.get(`${receipt}.pdf`, desk.officer)).headers.get('content-type')).toBe('application/pdf');
    const elsewhere = await (await world.secondHub()).as('desk_officer');
    expect((await web.get(receipt, elsewhere)).status).toBe(404);
  });
});
