import { expect } from 'vitest';
import { act } from '#core/pipeline.ts';
import { beginApplication } from '#modules/incubation/application/begin-application.ts';
import { saveAnswers } from '#modules/incubation/application/save-answers.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { submitApplication } from '#modules/incubation/submit/submit-application.ts';
import { findLinks } from '#modules/incubation/selection/jury/find-links.ts';
import { writeRanking } from '#modules/incubation/selection/order/write-ranking.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { type CallTeam, women } from './call-team.ts';
import { closedTo, picture } from './hands.ts';

export const day = (from: number): string => clockIn('Africa/Tunis', new Date(Date.now() + from * 86_400_000)).date;
/** The last part of an address: the id of what was just made. */
export const idAt = (at: string): string => /[0-9a-f-]{36}$/.exec(at)![0];
export const code = 'femmes-de-sidi-bouzid';

/** The manager writes a call, its criteria, names a juror and publishes it. Gives the call. */
export async function openTheCall({ hands: { manager }, actors }: CallTeam): Promise<string> {
  await manager.begin('/calls');
  await manager.press('main a[href="/calls/new"]');
  await manager.send({
    'names.ar': 'دعوة مشاريع النساء', code, opens: day(-1), opens_hour: '08:00', closes: day(10), closes_hour: '17:00', appeal_days: '10', applicants: 'persons', territory: 'TN-43',
    age_lowest: '18', age_highest: '60', places: '2', papers: 'identity', 'next_step.ar': 'يبقى الشباك مفتوحا',
  });
  const call = idAt(manager.at());
  await manager.press('main a[href$="/criteria/new"]');
  await manager.send({ reads: 'stage' });
  await manager.send({ 'names.ar': 'مرحلة المشروع', weight: '30', most: '10', 'points.existing': '10', 'points.idea': '6' });
  await manager.press('main a[href$="/criteria/new"]');
  await manager.send({ reads: 'jury' });
  await manager.send({ 'names.ar': 'قيمة المشروع', code: 'worth', weight: '70', most: '20' });
  await manager.press('main form[action$="/publish"] button');
  await picture(manager, '02-call');
  await manager.press('main a[href$="/jury"]');
  await manager.send({ account: actors.juror.account! });
  expect(await manager.reads()).toContain('هالة القروي');
  return call;
}

/** Somebody reads the call at her phone: what it asks, by which formula, until when. */
export async function readTheCall({ phone }: CallTeam): Promise<void> {
  await phone.begin('/open-calls');
  await phone.press(`main a[href="/open-calls/${code}"]`);
  const said = await phone.reads();
  for (const word of ['دعوة مشاريع النساء', 'مرحلة المشروع', 'قيمة المشروع']) expect(said).toContain(word);
  await picture(phone, '03-phone');
}

/** An application with who stands behind it. */
export interface Applied { readonly application: string; readonly receipt: string; readonly person: string }

/** The officer types for a woman who came without a phone and was never here before, from the call to the slip; for two others as the desk does every day. Gives them in the order of `women`. */
export async function typeApplications({ hands: { officer }, actors, world: { house }, known }: CallTeam, call: string): Promise<Applied[]> {
  const [name] = women;
  await officer.begin(`/calls/${call}`);
  await officer.press('main a[href$="/apply"]');
  await officer.send({ q: name });
  await officer.press('main a[href^="/people/new"]');
  await officer.send({ sex: 'female', birth_year: '1985', territory: 'TN-43' });
  const person = new URL(officer.page.url()).searchParams.get('person')!;
  await officer.press('main form:has([name=applicant][value=person]) button');
  const application = idAt(officer.at());
  await officer.press('main a[href*="/questions"]');
  await officer.send({ 'answers.stage': 'idea', 'answers.sector': 'food', 'answers.project': 'خبز الدار وحلويات تقليدية' });
  for (let part = 0; part < 9 && !officer.at().endsWith('/check'); part++) await officer.press('main form button[name=on]');
  await picture(officer, '04-check');
  await officer.press('main form:not([role=search]) button.primary');
  await officer.press('main a[href$="/receipt"]');
  const receipt = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await officer.page.innerText('body'))![0].replace('-', '');
  const others = [];
  for (const [at, other] of known.entries()) {
    const begun = await act(house, actors.officer, beginApplication, { call, applicant: 'person', person: other });
    await act(house, actors.officer, saveAnswers, { application: begun.application, answers: { stage: 'idea', sector: 'crafts', project: ['نسيج الزربية', 'تجفيف النباتات العطرية'][at] } });
    await act(house, actors.officer, submitApplication, { application: begun.application, anyway: true });
    const [row] = await ownerQuery<{ receipt: string }>(house, 'select receipt from incubation.application where id = $1', [begun.application]);
    others.push({ application: begun.application, receipt: row!.receipt, person: other });
  }
  return [{ application, receipt, person }, ...others];
}

/** The window closes and the house looks for links: by its own hand, as nobody waits ten days in a test. */
export async function closeTheCall({ world: { house, network } }: CallTeam, call: string): Promise<void> {
  await ownerQuery(house, `update incubation.call set state = 'closed' where id = $1`, [call]);
  await act(house, jobOf(network), findLinks, { call });
}

/** The juror reads each by its number alone and gives points; who stands behind it is nowhere for her. */
export async function judge({ hands: { juror }, web, actors }: CallTeam, call: string, made: readonly Applied[]): Promise<void> {
  await juror.begin('/juries');
  await juror.press(`main a[href="/calls/${call}/jury"]`);
  for (const [at, { application, person }] of made.entries()) {
    await juror.begin(`/calls/${call}/jury`);
    await juror.press(`main a[href$="/jury/${application}"]`);
    const html = await juror.page.content();
    for (const hidden of [...women, person]) expect(html).not.toContain(hidden);
    if (at === 0) await picture(juror, '05-judged');
    await juror.send({ 'scores.0.points': String(18 - at * 4), 'scores.0.reason': 'فكرة واضحة' });
  }
  await closedTo(web, actors.juror, [
    ...made.flatMap(({ application, person }) => [`/people/${person}`, `/applications/${application}`]), `/calls/${call}/applications`, `/calls/${call}/ranking`, `/calls/${call}/decision`, '/cohorts', '/grants', '/people',
  ]);
}

/** Scores are closed, ranked, put forward by the manager, decided by another, and published by number. */
export async function decide({ hands: { manager, decider }, web, actors, world: { house, network } }: CallTeam, call: string): Promise<void> {
  await manager.begin(`/calls/${call}`);
  await manager.press('main a[href$="/jury"]');
  await manager.press('main form[action$="/close-scoring"] button');
  await manager.send({ waitlist: '1' });
  const [made] = await ownerQuery<{ id: string }>(house, 'select id from incubation.selection where call_id = $1', [call]);
  await act(house, jobOf(network), writeRanking, { selection: made!.id });
  await manager.begin(`/calls/${call}/ranking`);
  await picture(manager, '06-ranking');
  for (const name of women) expect(await manager.reads()).not.toContain(name);
  await manager.press('main a[href$="/decision"]');
  await manager.send({ present: actors.juror.account! });
  expect(await manager.page.locator('main button:has-text("الموافقة"), main form:has([name=answer])').count()).toBe(0);
  // The number beside the entry of her menu says that a colleague waits for her eyes; whoever put it forward has none.
  await decider.begin('/calls');
  expect([await decider.waitsAt('/calls'), await manager.waitsAt('/calls')]).toEqual([1, 0]);
  await decider.press(`main a[href="/calls/${call}"]`);
  await decider.press('main a[href$="/decision"]');
  await picture(decider, '07-decision');
  await decider.press('main form:has([name=answer][value=approved]) button');
  await manager.begin(`/calls/${call}/decision`);
  await manager.press('main form[action$="/publish-results"] button');
  for (const door of ['officer', 'trainer', 'coach', 'treasurer'] as const) await closedTo(web, actors[door], [`/calls/${call}/ranking`, `/calls/${call}/decision`]);
}

/** At her phone she finds the answer by the number on her slip; no page of results has a name. */
export async function readTheResults({ phone }: CallTeam, receipts: readonly string[]): Promise<void> {
  await phone.begin(`/open-calls/${code}`);
  await phone.press(`main a[href="/open-calls/${code}/results"]`);
  for (const [at, word] of (['مقبول', 'مقبول', 'في قائمة الانتظار'] as const).entries()) {
    await phone.send({ receipt: receipts[at]! });
    expect(await phone.page.locator('main .card dd').first().innerText()).toBe(word);
    for (const name of women) expect(await phone.page.content()).not.toContain(name);
  }
  await picture(phone, '08-results');
}
