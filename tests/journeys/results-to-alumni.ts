import { expect } from 'vitest';
import { act } from '#core/pipeline.ts';
import { enterCohort } from '#modules/incubation/cohort/places.ts';
import { publishSpotlight } from '#modules/incubation/spotlight/spotlights.ts';
import { recordConsent } from '#modules/people/public.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { type Applied, day, idAt } from './call-to-results.ts';
import { type CallTeam, women } from './call-team.ts';
import { closedTo, type Hands, picture } from './hands.ts';

/** Days go by in the rows of one table, as nobody waits in a test. */
const daysGoBy = ({ world: { house } }: CallTeam, table: string, columns: readonly string[], where: string, id: string, days: number): Promise<unknown> =>
  ownerQuery(house, `update ${table} set ${columns.map((column) => `${column} = ${column} - make_interval(days => $2)`).join(', ')} where ${where} = $1`, [id, days]);

/** A cohort is opened for the call, she enters it with her coach, and a course joins it. Gives cohort and course. */
export async function openTheCohort(team: CallTeam, call: string, [her, second]: readonly Applied[]): Promise<{ cohort: string; session: string }> {
  const { hands: { decider }, actors, world: { house } } = team;
  await decider.begin('/trainings');
  await decider.press('main a[href="/trainings/trainers"]');
  await decider.send({ account: actors.trainer.account!, topics: 'digital', languages: 'ar' });
  await decider.press('main a[href="/trainings"]');
  await decider.press('main a[href="/trainings/new"]');
  await decider.send({ topic: 'digital', 'names.ar': 'دورة رقمية', 'place.ar': 'القاعة الكبرى', 'days.0.on': day(3), 'days.0.halves': 'morning', trainers: (await ownerQuery<{ id: string }>(house, 'select id from training.trainer where account_id = $1', [actors.trainer.account]))[0]!.id, asks_until: day(2) });
  const session = idAt(decider.at());
  await decider.press('main form[action$="/announced"] button');
  await decider.begin(`/calls/${call}`);
  await decider.press('main a[href^="/cohorts/new"]');
  expect(await decider.page.inputValue('[name=call]')).toBe(call);
  await decider.send({ 'names.ar': 'الفوج الأول', from_on: day(0), until_on: day(300), places: '2' });
  const cohort = idAt(decider.at());
  await decider.send({ receipt: her!.receipt, coach: actors.coach.account! });
  await decider.send({ session });
  await act(house, actors.decider, enterCohort, { cohort, receipt: second!.receipt });
  await decider.begin(`/cohorts/${cohort}`);
  await picture(decider, '10-cohort');
  return { cohort, session };
}

/** She asks for a seat, is given one, the trainer marks who came, the course is closed with her certificate. The trainer reads names in her room, and no score. */
export async function train(team: CallTeam, { session, cohort }: { session: string; cohort: string }, call: string, { application, person }: Applied): Promise<void> {
  const { hands: { officer, trainer, decider }, web, actors } = team;
  await officer.begin(`/trainings/${session}`);
  await officer.press('main a[href$="/ask"]');
  await officer.send({ q: women[0] });
  await officer.press(`main form:has([value="${person}"]) button.primary`);
  await daysGoBy(team, 'training.session', ['asks_until'], 'id', session, 9);
  await decider.begin(`/trainings/${session}`);
  await decider.press('main form[action$="/seats-given"] button');
  for (const [table, where] of [['session', 'id'], ['half_day', 'session_id'], ['taught', 'session_id']] as const) await daysGoBy(team, `training.${table}`, ['starts_at', 'ends_at'], where, session, 9);
  await trainer.begin(`/trainings/${session}`);
  expect(await trainer.reads()).toContain(women[0]);
  await trainer.press('main a[href$="/attendance"]');
  const mark = (await trainer.page.locator('main input[name^="mark."][value=present]').first().getAttribute('name'))!;
  await trainer.send({ [mark]: 'present' });
  await picture(trainer, '11-attendance');
  await closedTo(web, actors.trainer, [`/calls/${call}/ranking`, `/calls/${call}/ranking/${application}`, `/calls/${call}/jury/${application}`, `/people/${person}/contact`, '/grants', '/follow-ups']);
  await decider.begin(`/trainings/${session}`);
  await decider.press('main form[action$="/closed"] button');
  expect(await decider.page.locator('main a[href^="/trainings/certificates/"]').count()).toBe(1);
  await decider.begin(`/cohorts/${cohort}`);
  await decider.press(`main form[action$="/${application}/move"] button`);
}

/** The coach writes down the project, what they did, and its plan; a colleague validates it. Gives the venture. */
export async function accompany({ hands: { coach, decider }, web, actors }: CallTeam, cohort: string, { application }: Applied, other: Applied): Promise<string> {
  await coach.begin('/cohorts');
  await coach.press('main a[href="/coaching"]');
  await coach.press(`main a[href$="${application}"]`);
  await coach.send({ name: 'خبز الدار', sector: 'food' });
  const venture = idAt(coach.at());
  await coach.press(`main a[href="/ventures/${venture}/coaching"]`);
  await coach.send({ kind: 'skills', minutes: '90', on: day(0), note: 'تتعلم حساب الكلفة.' });
  await coach.press(`main a[href="/ventures/${venture}/plan"]`);
  await coach.press('main a[href$="kind=plan"]');
  await coach.send({ 'sections.offer': 'خبز الدار', 'sections.market': 'الحي والسوق' });
  await picture(coach, '12-plan');
  await coach.begin(`/cohorts/${cohort}`);
  await coach.press(`main form[action$="/${application}/move"]:has([value=incubating]) button`);
  await decider.begin(`/ventures/${venture}/plan?kind=plan`);
  await decider.send({ decision: 'validated' });
  await closedTo(web, actors.coach, [`/people/${other.person}`, '/grants', '/funds', '/payment-files']);
  return venture;
}

/** Money: proposed, decided by another, certified, its milestone proven, released, filed, approved and taken out by four different hands, and the bank says paid. */
export async function fund(team: CallTeam, venture: string, call: string, { application, person, receipt }: Applied): Promise<void> {
  const { hands: { manager, funding, decider, treasurer }, web, actors, funder } = team;
  await manager.begin('/funds');
  await manager.press('main a[href="/funds/new"]');
  await manager.send({ 'names.ar': 'دعم المشاريع', code: 'appui', funder, currency: 'TND', amount: '20000', starts_on: day(-1) });
  const of = idAt(manager.at());
  await funding.begin(`/ventures/${venture}`);
  for (const hidden of [women[0], person, 'تتعلم حساب الكلفة']) expect(await funding.page.content()).not.toContain(hidden);
  await funding.press('main a[href^="/grants/new"]');
  expect(await funding.page.inputValue('[name=receipt]')).toBe(receipt);
  await funding.send({ fund: of, purpose: 'فرن خبز', 'tranche.0': '1200', 'milestone.0': 'start' });
  const grant = idAt(funding.at());
  expect(await funding.page.locator('main form[action$="/approve"]').count()).toBe(0);
  const at = async (hands: Hands): Promise<void> => hands.begin(`/grants/${grant}`);
  await manager.begin('/grants');
  expect([await manager.waitsAt('/grants'), await funding.waitsAt('/grants')]).toEqual([1, 0]);
  await manager.press(`main a[href="/grants/${grant}"]`);
  await manager.press('main form[action$="/approve"] button');
  await at(funding);
  await funding.send({ on: day(0), paper: 'الملف 3' });
  await at(manager);
  await manager.press('main form[action$="/certify"] button');
  await at(decider);
  await decider.send({ way: 'bank', holder: women[0], number: 'TN5910006035183598478831' });
  await at(funding);
  await funding.send({ paper: 'الفاتورة 12' });
  await at(decider);
  await decider.press('main form[action$="/release"] button');
  await picture(decider, '13-grant');
  await funding.begin('/payment-files');
  await funding.send({ tranche: (await funding.page.getAttribute('main [name=tranche]', 'value'))! });
  const file = idAt(funding.at());
  expect(await funding.page.locator('main form[action$="/approve"], main form[action$="/take-out"]').count()).toBe(0);
  await manager.begin(`/payment-files/${file}`);
  await manager.press('main form[action$="/approve"] button');
  await treasurer.begin('/payment-files');
  await treasurer.press(`main a[href="/payment-files/${file}"]`);
  await treasurer.press('main form[action$="/take-out"] button');
  await picture(treasurer, '14-file');
  const reference = /\b[A-Z0-9-]{8,35}\b/.exec(await treasurer.page.innerText('main table'))![0];
  await treasurer.page.setInputFiles('main input[type=file]', { name: 'answer.csv', mimeType: 'text/csv', buffer: Buffer.from(`reference,state,day,reason\n${reference},paid,${day(0)},\n`) });
  await treasurer.press('main form[action$="/answer"] button');
  await at(treasurer);
  expect(await treasurer.page.locator('main form[action$="/approve"], main form[action$="/certify"]').count()).toBe(0);
  await closedTo(web, actors.treasurer, [`/people/${person}`, `/applications/${application}`, `/calls/${call}/jury`, `/ventures/${venture}`]);
  await closedTo(web, actors.funding, [`/people/${person}`, `/calls/${call}/jury/${application}`, '/follow-ups', '/coaching']);
  await closedTo(web, actors.officer, [`/grants/${grant}`, `/payment-files/${file}`]);
}

/** The enterprise is created; the coach visits it after three, six and twelve months. */
export async function followToTheTwelfthMonth(team: CallTeam, venture: string): Promise<void> {
  const { hands: { coach, decider }, world: { house } } = team;
  await coach.begin(`/ventures/${venture}/papers`);
  await coach.send({ form: 'auto_entrepreneur' });
  await decider.begin(`/ventures/${venture}`);
  await decider.send({ on: day(0) });
  await ownerQuery(house, 'update incubation.venture set created_on = created_on - 380 where id = $1', [venture]);
  await ownerQuery(house, 'update incubation.follow_up set due_on = due_on - 380 where venture_id = $1', [venture]);
  for (const persons of ['1', '2', '3']) {
    await coach.begin('/cohorts');
    await coach.press('main a[href="/follow-ups"]');
    await coach.press(`main a[href^="/ventures/${venture}/follow-ups/"]`);
    await coach.send({ alive: 'yes', verified: 'visit', turnover: '850', 'jobs.0.persons': persons, 'jobs.0.fte_hundredths': '100' });
  }
  await picture(coach, '15-month-twelve');
  expect((await ownerQuery<{ month: number; alive: boolean }>(house, 'select month, alive from incubation.follow_up where venture_id = $1 and done_at is not null order by month', [venture]))).toEqual([3, 6, 12].map((month) => ({ month, alive: true })));
}

/** She keeps the desk and enters the directory without registering again; her public profile goes the moment she takes her consent back, and only hers (G3). */
export async function liveOn(team: CallTeam, venture: string, [her, second]: readonly Applied[]): Promise<void> {
  const { hands: { manager, officer, decider }, phone, actors, world: { house } } = team;
  await manager.begin(`/ventures/${venture}`);
  await manager.send({ agreed: 'yes' });
  await officer.begin(`/people/${her!.person}`);
  expect(await officer.reads()).toContain(women[0]);
  await officer.begin(`/people/${her!.person}/consent?purpose=image`);
  await officer.send({ answer: 'given', channel: 'written', language: 'ar' });
  await act(house, actors.officer, recordConsent, { person: second!.person, purpose: 'image', answer: 'given', channel: 'written', language: 'ar' });
  const other = await act(house, actors.decider, publishSpotlight, { application: second!.application, name: 'أم إياد', words: { ar: 'زربية منسوجة' }, sector: 'crafts', she_asked: true });
  await decider.begin(`/ventures/${venture}/products`);
  await decider.press('main a[href$="/spotlight"]');
  await decider.send({ name: 'أم ياسين', 'words.ar': 'خبز الطابونة كل صباح', she_asked: 'yes' });
  await phone.begin('/made-here');
  for (const name of ['أم ياسين', 'أم إياد']) expect(await phone.reads()).toContain(name);
  await phone.press('main a:has-text("أم ياسين")');
  const hers = phone.at();
  expect(await phone.page.content()).not.toContain(her!.person);
  await picture(phone, '16-made-here');
  await officer.begin(`/people/${her!.person}/consent`);
  await officer.press('main form[action$="/withdraw"] button');
  await phone.begin(hers);
  expect(await phone.reads()).not.toContain('خبز الطابونة');
  await phone.begin(`/made-here/${other.code}`);
  expect(await phone.reads()).toContain('زربية منسوجة');
}
