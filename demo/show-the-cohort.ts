import { makeCatalogue } from '#modules/incubation/catalogue/catalogues.ts';
import { cohortSheet } from '#modules/incubation/cohort/cohort-sheet.query.ts';
import { noteHandedIn, setDeliverable } from '#modules/incubation/deliverable/deliverables.ts';
import { addMentor } from '#modules/incubation/mentor/mentors.ts';
import { answerMentoring, proposeMentor } from '#modules/incubation/mentor/mentoring.ts';
import { bookPhotos } from '#modules/incubation/spotlight/photos.ts';
import { publishSpotlight } from '#modules/incubation/spotlight/spotlights.ts';
import { ventureSheet } from '#modules/incubation/venture/venture-sheet.query.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import type { DemoHub } from './content/hubs.ts';
import { said } from './content/written.ts';
import { asks, colleagueAt, dayAgo, daysAgo, does, type Load } from './load.ts';

/** What a cohort hands in, a mentor of hers, an appointment for photos, and the catalogue in which one of the enterprises stands because she wished it. */
export async function showTheCohort(load: Load, hub: DemoHub, cohort: string): Promise<void> {
  const at = (role: string, days: number) => colleagueAt(load, `${role}.${hub.key}`, daysAgo(load, days));
  const { cards } = await asks(load, at('coach', 9), cohortSheet, { cohort });
  const [application, second] = cards.map(({ id }) => id);
  if (!application || !second) return;
  const names = said(['مخطط الأعمال (مثال)', 'Plan d’affaires (exemple)', 'Business plan (example)']);
  const { deliverable } = await does(load, at('supervisor', 9), setDeliverable, { cohort, names, due_on: dayAgo(load, -12) });
  await does(load, at('coach', 4), noteHandedIn, { deliverable, application, on: dayAgo(load, 4) });
  const { mentor } = await does(load, at('supervisor', 9), addMentor, { name: 'منجية الزرلي', sectors: ['food', 'crafts'], languages: ['ar', 'fr'], territory: 'TN-43', most: '2' });
  const { mentoring } = await does(load, at('supervisor', 8), proposeMentor, { application, mentor });
  await does(load, at('supervisor', 7), answerMentoring, { mentoring, answer: 'accepted' });
  await shownAsSheWishes(load, application, second, at);
}

async function shownAsSheWishes(load: Load, application: string, second: string, at: (role: string, days: number) => ReturnType<typeof colleagueAt>): Promise<void> {
  const sheet = await asks(load, at('supervisor', 6), ventureSheet, { application });
  const person = sheet.application.person;
  if (!person) return;
  await does(load, at('desk', 6), recordConsent, { person, purpose: 'image', answer: 'given', channel: 'written', language: 'ar-TN' });
  await does(load, at('supervisor', 5), publishSpotlight, {
    application, name: 'خبز الدار', sector: 'food', territory: 'TN-43', she_asked: 'on',
    words: said(['خبز الشعير والملاوي من سيدي بوزيد (مثال).', 'Pain d’orge et mlaoui de Sidi Bouzid (exemple).', 'Barley bread and mlaoui from Sidi Bouzid (example).']),
  });
  await does(load, at('coach', 3), bookPhotos, { application: second, what: 'photo', on: dayAgo(load, -6), time: '10:00', minutes: '45' });
  await does(load, at('supervisor', 2), makeCatalogue, { names: said(['كتيب الربيع (مثال)', 'Catalogue du printemps (exemple)', 'Spring catalogue (example)']), copies: '50' });
}
