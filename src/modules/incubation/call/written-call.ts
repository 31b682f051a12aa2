import type { Asking } from '#core/action.ts';
import { asJson, formVersion } from '#modules/desk/public.ts';
import { hubCard, territoryCard } from '#modules/network/public.ts';
import { partnerMayWrite, programmeCard } from '#modules/programme/public.ts';
import type { IncubationTables } from '../incubation.ts';
import { windowOf } from './call-window.ts';
import type { CallGiven } from './call.input.ts';
import { papersOf } from './paper-codes.ts';

/** What both drafting and changing a call refuse. */
export const callRefusals = ['closes-before-opens', 'ages-crossed', 'place-unknown', 'form-unknown', 'programme-not-open'] as const;

/** The columns of a call from what was typed: its window as moments, the receipt as the last way to tell equals apart. */
export async function writtenCall(asking: Asking<IncubationTables>, given: CallGiven) {
  const { tx, hub, refuse } = asking;
  const { timeZone } = (await hubCard(tx, hub)) ?? asking.absent();
  const window = windowOf(timeZone, given);
  if (window.closes_at <= window.opens_at) refuse('closes-before-opens', {}, 'closes');
  if (given.age_lowest !== undefined && given.age_highest !== undefined && given.age_lowest > given.age_highest) refuse('ages-crossed', {}, 'age_highest');
  if (!(await territoryCard(tx, given.territory))) refuse('place-unknown', {}, 'territory');
  if (!(await formVersion(asking, given.form))) refuse('form-unknown', {}, 'form');
  // A partner whose agreement is over reads and no longer opens calls (domain.md 1.11).
  if (given.programme && !((await programmeCard(tx, given.programme))?.open && (await partnerMayWrite(asking, { programme: given.programme, hub })))) refuse('programme-not-open', {}, 'programme');
  return {
    ...window, names: given.names, about: given.about, next_step: given.next_step, territory_code: given.territory, applicants: given.applicants,
    appeal_days: given.appeal_days, places: given.places, age_lowest: given.age_lowest ?? null, age_highest: given.age_highest ?? null, sexes: given.sexes,
    members_least: given.members_least, form_id: given.form, tie_break: [...given.tie_break.filter((way) => way !== 'receipt'), 'receipt'],
    papers: asJson(papersOf(given.papers)), programme_id: given.programme ?? null,
  };
}
