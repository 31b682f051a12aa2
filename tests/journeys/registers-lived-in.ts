import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { addMeasure } from '#modules/registers/measure/add-measure.ts';
import { setBaseline } from '#modules/registers/measurement/set-baseline.ts';
import { draftRecommendation } from '#modules/registers/open-entry/draft-recommendation.ts';
import { planEvent } from '#modules/registers/open-entry/plan-event.ts';
import { planStudyVisit } from '#modules/registers/open-entry/plan-study-visit.ts';
import { addProfessional } from '#modules/registers/professional/add-professional.ts';
import { trainProfessionals } from '#modules/registers/professional/train-professionals.ts';
import { tellStory } from '#modules/registers/story/tell-story.ts';
import { takeStep } from '#modules/registers/step/take-step.ts';
import '#modules/registers/routes.tsx';
import type { World } from '#tests/fixtures/open-hub.ts';

const file = Buffer.from('%PDF-1.4\n%%EOF').toString('base64');

/** A visit with its report, an event that decided a measure, a draft that does not count, a professional who was trained, a baseline: every page of the registers has something to show. */
export async function registersLivedIn({ house }: World, manager: Actor, organization: string): Promise<void> {
  const step = (entry: string, to: string, on: string, more: Record<string, unknown> = {}) => act(house, manager, takeStep, { entry, to, on, ...more } as never);
  const { entry: visit } = await act(house, manager, planStudyVisit, { names: { ar: 'زيارة إلى إشبيلية', fr: 'Visite à Séville' }, about: { fr: 'La monnaie locale de deux quartiers' }, organization, country: 'ES', starts_on: '2025-03-10', ends_on: '2025-03-12' } as never);
  await step(visit, 'done', '2025-03-12', { female: '7', male: '4' });
  await step(visit, 'reported', '2025-04-02', { file, file_name: 'Rapport de visite.pdf' });
  const { entry: event } = await act(house, manager, planEvent, { names: { ar: 'يوم دراسي حول الحاضنات', fr: 'Journée d’étude sur les incubatrices' }, organization, form: 'study_day', territory: 'TN-43', starts_on: '2025-05-07' } as never);
  await step(event, 'announced', '2025-04-20');
  await step(event, 'held', '2025-05-07');
  await act(house, manager, addMeasure, { event, what: { ar: 'فتح حاضنة في كل جهة', fr: 'Ouvrir une incubatrice par région' }, organization, owner: 'Direction régionale', due_on: '2025-12-31' } as never);
  await act(house, manager, draftRecommendation, { names: { ar: 'شباك في كل بلدية', fr: 'Un guichet par commune' }, about: { fr: 'Ouvrir un guichet social dans chaque commune.' }, organization, level: 'macro', languages: ['fr'], from_event: event } as never);
  const { professional } = await act(house, manager, addProfessional, { name: 'Salma Trabelsi', organization, occupation: 'social_worker', sex: 'female' });
  await act(house, manager, trainProfessionals, { professionals: [professional], topic: { fr: 'Écoute active' }, on: '2025-06-03', hours: '12', file } as never);
  await act(house, manager, setBaseline, { what: { ar: 'نسبة سكان الريف', fr: 'Part rurale' }, value: '36', unit: 'percent', on: '2025-01-15', method: 'register', said_by: 'Recensement' } as never);
  await act(house, manager, tellStory, { kind: 'unintended', level: 'meso', organization, names: { fr: 'Les voisins reviennent' }, words: { ar: 'عاد الجيران إلى السوق.', fr: 'Les voisins reviennent au marché.' }, original: 'ar', on: '2025-09-01', names_nobody: 'on', file } as never);
}
