import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { publishForm } from '#modules/desk/form/publish-form.ts';
import { beginApplication } from '#modules/incubation/application/begin-application.ts';
import { saveAnswers } from '#modules/incubation/application/save-answers.ts';
import { draftCall } from '#modules/incubation/call/draft-call.ts';
import { publishCall } from '#modules/incubation/call/publish-call.ts';
import { callProjectForm } from '#modules/incubation/form/call-project-form.ts';
import { writeCriterion } from '#modules/incubation/rules/write-criterion.ts';
import { writeQuota } from '#modules/incubation/rules/write-quota.ts';
import { submitApplication } from '#modules/incubation/submit/submit-application.ts';
import { registerPerson } from '#modules/people/register-person/register-person.ts';
import { callGiven } from '#tests/fixtures/call-to-answer.ts';
import type { World } from '#tests/fixtures/open-hub.ts';

const named = (ar: string, fr: string) => ({ ar, fr, en: fr });

/** A hub with a call in writing and one that is open: handed in by a woman alone, begun by a group. Gives the open call, both applications, and where each of them stands. */
export async function callsLivedIn({ house }: World, { manager, admin, woman }: { manager: Actor; admin: Actor; woman: string }) {
  const { form } = await act(house, admin, publishForm, callProjectForm);
  const write = async (code: string) => {
    const { call } = await act(house, manager, draftCall, { ...callGiven(form), code, names: named('دعوة مشاريع النساء', 'Appel aux projets de femmes'), papers: ['identity', 'quotes'] });
    await act(house, manager, writeCriterion, { call, code: 'stage', names: named('مرحلة المشروع', 'Étape du projet'), kind: 'automatic', weight: 20, most: 10, reads: 'stage', points: { existing: 10, idea: 5 } });
    await act(house, manager, writeCriterion, { call, code: 'age', names: named('السن', 'Âge'), kind: 'automatic', weight: 10, most: 10, reads: 'age', spans: { 1: { from: 18, to: 35, points: 10 } } });
    await act(house, manager, writeCriterion, { call, code: 'worth', names: named('قيمة المشروع', 'Intérêt du projet'), kind: 'jury', weight: 70, most: 20 });
    await act(house, manager, writeQuota, { call, names: named('نساء', 'Femmes'), dimension: 'sex', value: 'female', rule: 'at_least', places: 2 });
    return call;
  };
  const draft = await write('projets-en-projet');
  const call = await write('projets-de-femmes');
  await act(house, manager, publishCall, { call });
  const { person } = await act(house, manager, registerPerson, { name: 'ليلى الهمامي', birth_year: 1994, sex: 'female', territory: 'TN-43' });
  const { application: group } = await act(house, manager, beginApplication, { call, applicant: 'group', person });
  const { application } = await act(house, manager, beginApplication, { call, applicant: 'person', person: woman });
  await act(house, manager, saveAnswers, { application, answers: { stage: 'idea', sector: 'food', project: 'خبز الدار وحلويات تقليدية', 'head-of-household': 'yes', 'own-share': '15' } });
  await act(house, manager, submitApplication, { application, anyway: true });
  return { call, application, group, at: [`/calls/${call}`, `/calls/${draft}`, `/applications/${group}`, `/applications/${application}`] };
}
