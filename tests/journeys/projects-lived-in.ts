import { act } from '#core/pipeline.ts';
import { letProjectGrow } from '#apps/trust/town/on-its-way.ts';
import { enterCohort } from '#modules/incubation/cohort/places.ts';
import { publishSpotlight, takeSpotlightAway } from '#modules/incubation/spotlight/spotlights.ts';
import { recordConsent } from '#modules/people/public.ts';
import type { World } from '#tests/fixtures/open-hub.ts';

/** A cohort with a project that has grown up to its first follow-up, one that begins, and somebody who shows publicly what she makes. */
export async function projectsLivedIn(world: World): Promise<void> {
  const { house } = world;
  const { application, cohort, coach, open, selected, supervisor } = await letProjectGrow(world, { words: () => 'Elle avance bien.', digits: (first) => `${first}250` });
  const begins = await selected('فوزية العبيدي');
  await act(house, supervisor, enterCohort, { cohort, receipt: begins.receipt });
  await act(house, open.officer, recordConsent, { person: begins.person, purpose: 'image', answer: 'given', channel: 'written', language: 'ar' });
  await act(house, coach, takeSpotlightAway, { application });
  await act(house, supervisor, publishSpotlight, { application: begins.application, name: 'أم ياسين', words: { ar: 'خبز الطابونة', fr: 'Pain tabouna', en: 'Tabouna bread' }, sector: 'food', she_asked: true });
}
