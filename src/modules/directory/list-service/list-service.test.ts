import { beforeAll, describe, expect, test } from 'vitest';
import type { Refusal } from '#core/refusal.ts';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { serviceList } from '../service-search/service-search.query.ts';
import { servicePage, serviceSheet } from '../service-page/service-page.query.ts';
import { listService } from './list-service.ts';

let directory: Directory;
beforeAll(async () => {
  directory = await openDirectory(await openHub());
});

const refusedWith = (code: string, field?: string) =>
  expect.objectContaining({ name: 'Refusal', code: `directory.${code}`, ...(field ? { field } : {}) }) as Refusal;

describe('listing a service', () => {
  test('keeps everything that was said, and finds it again', async () => {
    const service = await directory.service({
      names: { ar: 'ورشة الخياطة', fr: 'Atelier couture' },
      descriptions: { fr: 'On apprend à coudre.' },
      textStatus: { ar: 'machine' },
      mainType: 'CAP', otherTypes: ['PRO', 'CAP'], modes: ['on-site', 'mobile-visit'], stages: ['idea'], languages: ['aeb', 'fr'],
      areas: ['TN-43'], childcare: true, phone: '+216 73 000 000', url: 'https://example.org/couture',
      documents: { 0: { ar: 'بطاقة التعريف', fr: 'CIN' }, 1: { ar: '', fr: '' } },
      costs: { 0: { amount: '12,500', currency: 'TND', names: { fr: 'Hors région' } }, 1: { amount: '', currency: 'TND' } },
      mayLose: [{ kind: 'aid', names: { fr: 'La bourse de formation' } }],
      capacityPlaces: 12, freePlaces: 3, waitingDays: 10, bornOf: { fr: 'Atelier citoyen' }, bornOfReference: 'COP-1',
    });
    const { entry, provider, territories } = await directory.ask(serviceSheet, { service });
    expect(entry).toMatchObject({
      types: ['CAP', 'PRO'], textStatus: { ar: 'machine', fr: 'original' }, areas: ['TN-43'], childcare: true, stale: false,
      capacityPlaces: 12, freePlaces: 3, waitingDays: 10, bornOfReference: 'COP-1', version: 1,
      costs: [{ amountMinor: 12_500, currency: 'TND', names: { fr: 'Hors région' } }],
      mayLose: [{ kind: 'aid', names: { fr: 'La bourse de formation' } }],
      assessed: { count: 0, mean: null }, served: 0,
    });
    expect(entry.documents.map(({ names }) => names)).toEqual([{ ar: 'بطاقة التعريف', fr: 'CIN' }]);
    expect(provider?.names.fr).toBe('Association d’essai');
    expect(territories['TN-43']?.fr).toBe('Sidi Bouzid');
  });

  test('refuses what cannot be', async () => {
    await expect(directory.service({ areas: ['TN-99'] })).rejects.toEqual(refusedWith('unknown-territory', 'areas'));
    await expect(directory.service({ capacityPlaces: 2, freePlaces: 3 })).rejects.toEqual(refusedWith('more-free-than-places', 'freePlaces'));
    await expect(directory.service({ organization: '018f0000-0000-7000-8000-000000000000' })).rejects.toEqual(refusedWith('unknown-organization', 'organization'));
    await expect(directory.service({ costs: [{ amount: '1.2345', currency: 'TND' }] })).rejects.toThrow('costs.0.amount');
    await expect(directory.service({ names: {} })).rejects.toThrow('names one-language-at-least');
    await expect(directory.service({ modes: [] })).rejects.toThrow('modes required');
    await expect(directory.service({ url: 'javascript:alert(1)' })).rejects.toThrow('url not-understood');
  });

  test('is for those who keep the hub’s entries', async () => {
    const coach = await directory.world.as('coach');
    const input = { organization: await directory.body(), names: { fr: 'Tissage' }, mainType: 'CAP' as const, modes: ['on-site' as const] };
    await expect(directory.do(listService, input, coach)).rejects.toMatchObject({ code: 'core.role-missing' });
    const officer = await directory.world.as('desk_officer');
    await expect(directory.do(listService, input, officer)).resolves.toHaveProperty('service');
  });

  test('is read by the other hubs of the network and unseen by other networks', async () => {
    const service = await directory.service({ names: { fr: 'Conseil juridique visible' } });
    const neighbour = await openDirectory(await directory.world.secondHub());
    expect((await neighbour.ask(serviceSheet, { service })).entry.id).toBe(service);
    const stranger = await openDirectory(await openHub());
    await expect(stranger.ask(serviceSheet, { service })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(stranger.ask(servicePage, { service })).rejects.toMatchObject({ name: 'NotFound' });
    expect((await stranger.ask(serviceList, { q: 'juridique' })).total).toBe(0);
  });
});
