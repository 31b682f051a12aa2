import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { localeOf } from '#core/words/locale.ts';
import type { View } from '#ui/view.ts';
import type { BoardRead } from './boards.query.ts';
import { DrawnPart } from './drawn-part.tsx';

const viewOf = (country: 'TN' | 'MA'): View => ({
  locale: localeOf('fr', country), terms: {}, path: '/boards', search: '', csrf: 't', nonce: 'n', audience: 'staff', nav: [], languages: [],
  assets: { css: '', enhance: '', print: '', passkey: '', autosave: '', offlineTill: '/t', offlineWorker: '/o', quickExit: '', icon: '', neutralIcon: '' },
});

const at = (key: string, value: number) => ({ key, shown: { value, events: value, kept: false } });
const hubNames = [{ id: 'a', country: 'TN' }, { id: 'b', country: 'MA' }, { id: 'c', country: 'ES' }];

/** What is drawn of a network of three countries, with these rows by place. */
function drawn({ rows, exact, country }: { rows: readonly ReturnType<typeof at>[]; exact: boolean; country: 'TN' | 'MA' }): string {
  const board = { indicator: 'persons-received', exact, trend: [], frozen: [], hubNames, hubs: hubNames.map(({ id }) => ({ hub: id })), places: { rows, folded: true } } as unknown as BoardRead;
  return renderToStaticMarkup(<DrawnPart view={viewOf(country)} board={board} open={() => '/'} />);
}

const titlesIn = (html: string) => [...html.matchAll(/<figcaption>([^<]*)<\/figcaption>/g)].map(([, title]) => title!.replace(/[\u2066-\u2069]/g, '')).slice(1);

it('draws the map of each country of which something is said, and names beside them what stands on neither', () => {
  const rows = [at('TN-43', 16), at('MA-TNG', 10), at('ES-SE', 7)];
  expect(titlesIn(drawn({ rows, exact: false, country: 'TN' }))).toEqual(['Personnes accueillies par région', 'Personnes accueillies par gouvernorat']);
  expect(titlesIn(drawn({ rows: rows.slice(0, 1), exact: false, country: 'TN' }))).toEqual(['Personnes accueillies par gouvernorat']);
  expect(drawn({ rows, exact: false, country: 'TN' })).toMatch(/Hors de la carte\u00a0: .*ES-SE/);
});

it('draws the country of the hub whose own board it is, whichever hubs stand beside it', () => {
  expect(titlesIn(drawn({ rows: [at('MA-TNG', 10)], exact: true, country: 'MA' }))).toEqual(['Personnes accueillies par région']);
});
