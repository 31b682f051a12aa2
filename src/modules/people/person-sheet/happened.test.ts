import { expect, it } from 'vitest';
import { localeOf } from '#core/words/locale.ts';
import { momentsOf } from './happened.ts';

const reader = { locale: localeOf('fr', 'TN'), terms: {} };
const event = (name: string, at: string, body = {}) => ({ id: `${name} ${at}`, name, at: new Date(at), body });

it('tells the same thing several times on one day once, and on two days twice', () => {
  const moments = momentsOf([
    event('accompaniment.step-added', '2026-09-14T10:00:00Z'), event('accompaniment.step-added', '2026-09-14T09:00:00Z'),
    event('accompaniment.goal-added', '2026-09-14T08:00:00Z'), event('accompaniment.step-added', '2026-09-14T07:00:00Z'),
    // Half past eleven at night in UTC is the next day in Tunis.
    event('accompaniment.step-added', '2026-09-12T23:30:00Z'), event('accompaniment.step-added', '2026-09-12T22:00:00Z'),
  ], reader);
  expect(moments.map(({ title }) => String(title).replace(/[\u2068\u2069]/g, ''))).toEqual(['Une étape a été ajoutée (2 fois)', 'Un objectif a été ajouté', 'Une étape a été ajoutée', 'Une étape a été ajoutée', 'Une étape a été ajoutée']);
});
