import { setImmediate as turn } from 'node:timers/promises';
import type { Doing } from '#core/action.ts';
import { insertMany } from '#core/db/insert-many.ts';
import { newId } from '#core/id.ts';
import { newSlipCode } from '#core/text/slip-code.ts';
import { type Answers, countedAnswers } from '#modules/desk/public.ts';
import { territoryLine } from '#modules/network/public.ts';
import { snapshotOfCard } from '#modules/people/public.ts';
import { answerPlace } from '../application/answer-place.ts';
import { agesOn } from '../submit/ages-on.ts';
import { provinceOf } from '../submit/province-of.ts';
import { type IneligibleReason, type Weighed, weighApplication } from '../submit/weigh-application.ts';
import type { RegistrationCall } from './registration-call.ts';

/** A row of a file that becomes an application: who, as the row has her, and what it answers. */
export interface Registration {
  readonly row: number;
  readonly person: string;
  readonly sex: 'female' | 'male' | 'unknown' | null;
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  /** Her place as a code; null when unknown. */
  readonly territory: string | null;
  readonly answers: Answers;
}

/** What a registration became. */
export interface TakenRegistration {
  readonly application: string;
  readonly reasons: readonly IneligibleReason[];
}

/** Two applications of a call that may be one person's. */
export interface Doubt {
  readonly application: string;
  readonly first: string;
  /** 0–1. */
  readonly score: number;
  readonly reasons: readonly string[];
}

type Weighty = Registration & { readonly id: string; readonly line: readonly string[]; readonly counted: Answers; readonly weighed: Weighed };

/**
 * Writes an application for each row, handed in at once and weighed by the same rules as one typed at the desk, hidden until the file is
 * published. One who may not take part is kept as not eligible, with the reason: the register of who came is complete.
 */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function takeRegistrations(doing: Doing<any>, call: RegistrationCall, importId: string, rows: readonly Registration[]): Promise<readonly TakenRegistration[]> {
  const { network, now, actor, tx } = doing;
  const sealed = new Set(call.questions.filter((question) => question.sealed).map(({ code }) => code));
  const all = rows.map((row): Weighty => {
    const counted = countedAnswers(call.questions, row.answers);
    const line = row.territory ? territoryLine(row.territory).map(({ code }) => code) : [];
    const ages = agesOn({ date: row.birthDate ?? undefined, year: row.birthYear, about: false }, call.closesOn);
    const weighed = weighApplication(call.rules, { applicant: 'person', persons: [{ sex: row.sex, ages }], territory: line, answers: counted, sealed });
    return { ...row, id: newId(now.getTime()), line, counted, weighed };
  });
  const key = { network_id: network, hub_id: call.hub, call_id: call.id, import_id: importId };
  const applications = insertMany(tx, 'incubation.application', {
    network_id: 'uuid', id: 'uuid', hub_id: 'uuid', call_id: 'uuid', receipt: 'text', applicant: 'text', person_id: 'uuid', state: 'text', state_at: 'timestamptz', reason: 'text', stage: 'text',
    territory_code: 'text', sex: 'text', age: 'smallint', members: 'integer', counts_for: 'uuid[]', typed_by: 'uuid', import_id: 'uuid', import_row: 'integer', version: 'integer', begun_at: 'timestamptz', submitted_at: 'timestamptz',
  }, all.map(({ id, person, row, line, weighed }) => ({
    id, receipt: newSlipCode(), person_id: person, state: weighed.reasons.length ? 'ineligible' : 'applied', reason: weighed.reasons[0] ?? null,
    stage: weighed.stage, territory_code: provinceOf(line), sex: weighed.sex, age: weighed.age, counts_for: weighed.countsFor, import_row: row,
  })), { same: { ...key, applicant: 'person', members: 1, typed_by: actor.account, version: 1, state_at: now, begun_at: now, submitted_at: now } });
  // What comes next is made ready while the database writes what came before.
  await Promise.race([applications, turn()]);
  const applicants = insertMany(tx, 'incubation.applicant', {
    network_id: 'uuid', hub_id: 'uuid', call_id: 'uuid', application_id: 'uuid', person_id: 'uuid', part: 'text', sex: 'text', age_band: 'text', joined_at: 'timestamptz', import_id: 'uuid',
  }, all.map(({ id, person, sex, birthYear }) => ({ application_id: id, person_id: person, sex, age_band: snapshotOfCard({ sex, birthYear }, now).age_band })), { same: { ...key, part: 'lead', joined_at: now } });
  const points = insertMany(tx, 'incubation.points', { network_id: 'uuid', hub_id: 'uuid', call_id: 'uuid', application_id: 'uuid', criterion: 'text', points: 'smallint', why: 'jsonb', import_id: 'uuid' },
    all.flatMap(({ id, weighed }) => weighed.points.map(({ criterion, points: given, why }) => ({ application_id: id, criterion, points: given, why }))), { same: key });
  await Promise.all([applications, applicants, points, writeAnswers(doing, key, all, sealed)]);
  return all.map(({ id, weighed }) => ({ application: id, reasons: weighed.reasons }));
}

// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
async function writeAnswers({ tx, now, actor, vault }: Doing<any>, key: Readonly<Record<string, unknown>>, all: readonly Weighty[], sealed: ReadonlySet<string>): Promise<void> {
  const given = all.flatMap(({ id, person, counted }) => Object.entries(counted).map(([question, answer]) => ({ application_id: id, person_id: person, question, answer })));
  const closed = given.filter(({ question }) => sealed.has(question));
  await vault.makeReady([...new Set(closed.map(({ person_id: person }) => person))]);
  const seals = new Map(await Promise.all(closed.map(async (each) =>
    [each, await vault.seal(answerPlace(each.application_id, each.person_id, each.question), JSON.stringify(each.answer))] as const)));
  await insertMany(tx, 'incubation.answer', {
    network_id: 'uuid', hub_id: 'uuid', application_id: 'uuid', person_id: 'uuid', question: 'text', said: 'jsonb', sealed: 'bytea', version: 'integer', saved_at: 'timestamptz', saved_by: 'uuid', import_id: 'uuid',
  }, given.map((each) => ({ application_id: each.application_id, person_id: each.person_id, question: each.question, said: seals.has(each) ? null : each.answer, sealed: seals.get(each) ?? null })),
  { same: { ...key, version: 1, saved_at: now, saved_by: actor.account } });
}

/** Leaves doubts between applications for a human to settle. */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function noteDoubts({ tx, network }: Doing<any>, call: RegistrationCall, importId: string, doubts: readonly Doubt[]): Promise<void> {
  await insertMany(tx, 'incubation.perhaps_twice', {
    network_id: 'uuid', hub_id: 'uuid', call_id: 'uuid', application_id: 'uuid', first_id: 'uuid', score: 'smallint', reasons: 'text[]', import_id: 'uuid',
  }, doubts.map(({ application, first, score, reasons }) => ({
    network_id: network, hub_id: call.hub, call_id: call.id, application_id: application, first_id: first, score: Math.round(score * 100), reasons, import_id: importId,
  })));
}
