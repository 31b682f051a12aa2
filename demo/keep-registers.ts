import type { z } from 'zod';
import type { Action } from '#core/action.ts';
import { setBaseline } from '#modules/registers/measurement/set-baseline.ts';
import { addMeasure } from '#modules/registers/measure/add-measure.ts';
import { commissionStudy } from '#modules/registers/open-entry/commission-study.ts';
import { draftRecommendation } from '#modules/registers/open-entry/draft-recommendation.ts';
import { planEvent } from '#modules/registers/open-entry/plan-event.ts';
import { planStudyVisit } from '#modules/registers/open-entry/plan-study-visit.ts';
import { proposePilot } from '#modules/registers/open-entry/propose-pilot.ts';
import { addProfessional } from '#modules/registers/professional/add-professional.ts';
import { trainProfessionals } from '#modules/registers/professional/train-professionals.ts';
import { takeStep } from '#modules/registers/step/take-step.ts';
import { tellStory } from '#modules/registers/story/tell-story.ts';
import { loadIndicatorSet } from '#modules/evidence/kept/load-set.ts';
import { type DemoEntry, demoFestival, demoMeasures, demoPilot, demoRecommendations, demoStudy, demoVisits } from './content/registers.ts';
import { said } from './content/written.ts';
import { adminAt, colleagueAt, daysAgo, does, known, type Load } from './load.ts';

/** An empty sheet: the demo has no paper of anybody. */
const sheet = Buffer.from('%PDF-1.4\n%%EOF').toString('base64');

/** What the cluster of the Medina visited, recommended, studied and tried, with the papers that make it count; and the ready indicators of MedTOWN. */
export async function keepRegisters(load: Load): Promise<void> {
  if (!load.hubs.has('medina')) return;
  await does(load, adminAt(load, daysAgo(load, 60)), loadIndicatorSet, { set: 'medtown' });
  await does(load, adminAt(load, daysAgo(load, 60)), loadIndicatorSet, { set: 'hub' });
  const programme = load.programmes.get('medtown');
  const enter = <I extends z.ZodType>(action: Action<I, { entry: string }>, entry: DemoEntry, more: object = {}) => enterOne(load, action, entry, { ...(programme ? { programme } : {}), ...more });
  for (const visit of demoVisits) await enter(planStudyVisit, visit, { country: visit.country, starts_on: visit.from, ends_on: visit.to });
  for (const recommendation of demoRecommendations) await enter(draftRecommendation, recommendation, { level: 'macro', languages: ['ar', 'fr'], on: '2023-01-16' });
  await enter(commissionStudy, demoStudy, { level: 'macro', languages: ['fr'], authors: 'لا يذكرهم المصدر · non nommés par la source', on: '2021-01-15' });
  await enter(proposePilot, demoPilot, { territory: 'TN-11', starts_on: '2022-10-03', on: '2022-05-30' });
  const event = await enter(planEvent, demoFestival, { form: 'festival', territory: 'TN-11', starts_on: demoFestival.day, on: '2023-04-20' });
  for (const { what, owner, due } of demoMeasures) await does(load, manager(load), addMeasure, { event, what: said(what), owner, due_on: due });
  await tellAndMeasure(load);
}

const manager = (load: Load) => colleagueAt(load, 'manager.medina', daysAgo(load, 50));
const supervisor = (load: Load) => colleagueAt(load, 'supervisor.medina', daysAgo(load, 49));

/** An entry from its first words to the last step it took. */
async function enterOne<I extends z.ZodType>(load: Load, action: Action<I, { entry: string }>, { names, about, body, steps }: DemoEntry, more: object): Promise<string> {
  const { entry } = await does(load, manager(load), action, { names: said(names), about: said(about), organization: known(load.bodies, body), ...more });
  for (const { to, on, paper, another, women, men, others } of steps) {
    await does(load, another ? supervisor(load) : manager(load), takeStep, {
      entry, to, on, ...(paper ? { file: sheet, file_name: paper } : {}), ...(women ? { female: women } : {}), ...(men ? { male: men } : {}), ...(others ? { unknown: others } : {}),
    });
  }
  return entry;
}

/** Two professionals in the Phoenix workshop, what was found at the beginning, and a change that a body tells: examples. */
async function tellAndMeasure(load: Load): Promise<void> {
  const add = async (name: string, body: string, occupation: string) => (await does(load, manager(load), addProfessional, { name, organization: known(load.bodies, body), occupation, sex: 'female' })).professional;
  const professionals = [await add('نادية الورتاني', 'atfd', 'social_worker'), await add('Rim Chaabane', 'tunis', 'local_authority')];
  await does(load, manager(load), trainProfessionals, {
    professionals, topic: said(['رحلة العنقاء: ورشة وطنية', 'Voyage du Phénix : atelier national', 'Phoenix Journey: national workshop']), on: '2022-11-17', hours: '12', file: sheet, file_name: 'ورقة الحضور (مثال).pdf',
  });
  await does(load, manager(load), setBaseline, {
    what: said(['نساء لهن دخل قار من بين من استقبلهن العنقود (مثال)', 'Femmes au revenu stable parmi celles reçues (exemple)', 'Women with a steady income among those received (example)']),
    value: '18', unit: 'percent', on: '2022-01-31', method: 'survey', said_by: 'استبيان الاستقبال (مثال)',
  });
  await does(load, manager(load), tellStory, {
    kind: 'unintended', level: 'meso', organization: known(load.bodies, 'nour-studio'), names: said(['الجيران عادوا إلى النهج (مثال)', 'Les voisins reviennent dans la rue (exemple)', 'The neighbours are back in the street (example)']),
    words: said(['فُتحت الورشة للزوار فعاد الجيران يجلسون أمامها كل مساء.', 'L’atelier s’est ouvert aux visiteurs, et les voisins s’y retrouvent chaque soir.', 'The workshop opened to visitors, and the neighbours meet there every evening.']),
    original: 'ar', on: '2024-02-10', names_nobody: 'on', file: sheet, file_name: 'موافقة الجمعية (مثال).pdf',
  });
}
