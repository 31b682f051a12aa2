import '../../web/sitemap.ts';
import { allActions } from '#core/action.ts';
import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { openCall } from '#tests/fixtures/open-call.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { ReferringDesk } from '#tests/fixtures/refer.ts';
import type { Said } from './full-house.ts';

const told = { code: 'home', kind: 'text', sealed: true, labels: { ar: 'وضعية الأسرة', fr: 'Situation de la famille' } };
const stage = { code: 'stage', kind: 'choice', labels: { ar: 'المرحلة', fr: 'Étape' }, choices: [{ code: 'idea', labels: { ar: 'فكرة', fr: 'Idée' } }, { code: 'existing', labels: { ar: 'مشروع قائم', fr: 'Projet existant' } }] };

interface Team { readonly manager: Actor; readonly supervisor: Actor; readonly coach: Actor }

/** A call from its draft to an appeal and a place that went to the next in line, with what a jury says and who is kin; beside it one in writing, and a file with a doubt. */
export async function answerACall({ world, officer, person, woman }: ReferringDesk, { manager, supervisor, coach }: Team, said: Said): Promise<void> {
  const { house, network, hub } = world;
  const done = (who: Actor, name: string, input: Record<string, unknown>) => act(house, who, allActions().get(`incubation.${name}`)!, input) as Promise<Record<string, string>>;
  const [juror, decider] = [await world.as('juror'), await world.as('funding_officer')];
  const quotas = [{ dimension: 'sex', value: 'female', rule: 'at_least' as const, places: 1 }];
  const { call, form } = await openCall(world, manager, { code: 'whole-way', territory: 'TN-43', places: 1, criteria: [{ code: 'project', weight: 60, most: 20 }, { code: 'stage', reads: 'stage', weight: 40, most: 10, points: { idea: 5, existing: 10 } }], quotas, questions: [stage, told] });
  await done(manager, 'name-juror', { call, account: juror.account });
  const applications: string[] = [];
  for (const who of [woman, await person('رجاء التليلي', 1990), await person('سنية الحامدي', 1993), await person('لمياء العوني', 1995)]) {
    const { application } = await done(officer, 'begin-application', { call, applicant: 'person', person: who });
    await done(officer, 'save-answers', { application, answers: { stage: 'idea', home: said.words('home') } });
    await done(officer, 'submit-application', { application, anyway: true });
    applications.push(application!);
  }
  // A file of one who may be one of them under another spelling: only a human can say.
  const table = 'Nom;Date de naissance;Sexe;Gouvernorat\nRaja Tlili;1990;F;Sidi Bouzid\n';
  await act(house, supervisor, allActions().get('exchange.bring-file')!, { kind: 'registrations', call: 'whole-way', file: Buffer.from(table).toString('base64'), file_name: 'x.csv' });
  await ownerQuery(house, `insert into incubation.perhaps_twice (network_id, hub_id, call_id, application_id, first_id, score, reasons) values ($1, $2, $3, $4, $5, 60, '{same-name}') on conflict do nothing`, [network, hub, call, applications[3], applications[2]]);
  await ownerQuery(house, `update incubation.call set state = 'closed' where id = $1`, [call]);
  await done(jobOf(network), 'find-links', { call });
  // One of those who look at everything afterwards sits on the jury too, kept from one application.
  await ownerQuery(house, `insert into incubation.jury_member (network_id, id, hub_id, call_id, account_id, from_at, checked_at) values ($1, gen_random_uuid(), $2, $3, $4, now(), now())`, [network, hub, call, coach.account]);
  await ownerQuery(house, `insert into incubation.conflict (network_id, hub_id, call_id, application_id, account_id, kind, declared_at) values ($1, $2, $3, $4, $5, 'kin', now())`, [network, hub, call, applications[1], coach.account]);
  for (const [at, application] of applications.entries()) await done(juror, 'score-application', { application, scores: [{ criterion: 'project', points: 15 - at }] });
  await done(manager, 'close-scoring', { call });
  await done(manager, 'rank-applications', { call, waitlist: 1 });
  const { decision } = await done(manager, 'propose-selection', { call, present: [juror.account, coach.account] });
  await done(decider, 'decide-selection', { decision, answer: 'approved' });
  await done(manager, 'publish-results', { call });
  await done(officer, 'file-appeal', { application: applications[3], ground: 'points', words: said.words('appeal', 500) });
  await done(officer, 'withdraw-application', { application: applications[0], reason: 'her_wish' });
  await done(jobOf(network), 'promote-next', { application: applications[0] });
  await done(manager, 'draft-call', {
    code: 'in-writing', names: { fr: 'Appel en cours d’écriture' }, about: {}, next_step: {}, territory: 'TN-43', applicants: 'persons', opens: '2031-01-01', opens_hour: '08:00', closes: '2031-02-01', closes_hour: '18:00',
    appeal_days: 5, places: 3, sexes: [], members_least: 1, form, tie_break: ['younger'], papers: [],
  });
}
