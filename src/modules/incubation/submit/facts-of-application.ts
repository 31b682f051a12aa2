import type { Asking } from '#core/action.ts';
import { type Answers, askedQuestions, countedAnswers, type FormVersion, formVersion, lineUp } from '#modules/desk/public.ts';
import { organizationCard } from '#modules/network/public.ts';
import { birthDateOf, peopleByIds } from '#modules/people/public.ts';
import type { OwnApplication } from '../application/own-application.ts';
import { readAnswers } from '../application/read-answers.ts';
import type { IncubationTables } from '../incubation.ts';
import { agesOn } from './ages-on.ts';
import type { ApplicationFacts } from './weigh-application.ts';

/** What weighs an application, with who stands behind it, the form it answers and the questions that still must be answered. */
export interface Gathered {
  readonly facts: ApplicationFacts;
  readonly form: FormVersion;
  readonly persons: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Reads what an application is weighed by: persons as the register has them today, ages on the closing day, place, answers that count. A date of
 * birth opens only while something is open for her at this desk; else `born`, said by whoever applies, stands for it, or the year alone.
 */
export async function factsOfApplication(asking: Asking<IncubationTables>, application: OwnApplication, born?: string): Promise<Gathered> {
  const { tx, network } = asking;
  const behind = await tx.selectFrom('incubation.applicant').select(['person_id', 'part']).where('network_id', '=', network)
    .where('application_id', '=', application.id).where('left_at', 'is', null).orderBy('part').orderBy('person_id').execute();
  const cards = await peopleByIds(tx, behind.map(({ person_id }) => person_id));
  const form = (await formVersion(asking, application.call.form_id)) ?? asking.absent();
  const given: Answers = await readAnswers(asking, application);
  const answers = countedAnswers(form.questions, given);
  const lead = cards.get(application.person_id);
  const day = application.call.closes_on;
  const asksAge = application.applicant !== 'organization';
  const persons = await Promise.all(behind.map(async ({ person_id }) => {
    const card = cards.get(person_id);
    const date = asksAge ? ((person_id === application.person_id ? born : undefined) ?? (await birthDateOf(asking, person_id))) : undefined;
    return { sex: card?.sex ?? null, ages: agesOn({ date, year: card?.birthYear ?? null, about: card?.birthYearAbout ?? false }, day) };
  }));
  const body = application.organization_id ? await organizationCard(tx, application.organization_id) : undefined;
  const missing = askedQuestions(form.questions, given).filter(({ code, required }) => required && answers[code] === undefined).map(({ code }) => code);
  return {
    form, missing, persons: behind.map(({ person_id }) => person_id),
    facts: {
      applicant: application.applicant, persons, answers, territory: await lineUp(tx, body?.territoryCode ?? lead?.territory ?? null),
      sealed: new Set(form.questions.filter(({ sealed }) => sealed).map(({ code }) => code)),
    },
  };
}
