import type { RoleCode } from '#core/actor.ts';
import type { Eyes, Row } from './house-oracle.ts';

type Judge = (eyes: Eyes, row: Row) => boolean;

/** Who works with projects of her hub, and who decides on them: these read what grows there; names are another table's matter. */
const ofProjects: readonly RoleCode[] = ['desk_officer', 'coach', 'trainer', 'case_worker', 'supervisor', 'hub_manager', 'funding_officer'];
const atProjects: Judge = (eyes, row) => eyes.here(ofProjects, row.hub_id);

const tables = ['cohort', 'cohort_place', 'cohort_session', 'coaching_act', 'mentor', 'mentoring', 'venture', 'legal_step', 'plan_version', 'prototype', 'product_sheet', 'milestone', 'follow_up', 'job', 'photo_slot', 'spotlight_owner'];

/** Notes and turnover are life (C1b): her coach, now or when the cohort closed, and whoever holds a live grant. */
const ofLife: Judge = (eyes, row) => eyes.here(['coach', 'case_worker', 'supervisor', 'hub_manager'], row.hub_id) && (
  eyes.facts.rows('incubation.cohort_place').some((place) => place.application_id === row.application_id && place.coach_id === eyes.me
    && (place.left_at === null || eyes.facts.rows('incubation.cohort').some((cohort) => cohort.id === place.cohort_id && cohort.closed_at !== null && String(cohort.closed_at) === String(place.left_at))))
  || eyes.facts.rows('accompaniment.life_grant').some((grant) => grant.person_id === row.person_id && grant.account_id === eyes.me && grant.revoked_at === null && eyes.later(grant.until_at)));

/** What grows from a selected application; a public profile is everybody's while it stands, whose it is is told at her hub alone. */
export const ventureRows: Readonly<Record<string, Judge>> = {
  ...Object.fromEntries(tables.map((table) => [`incubation.${table}`, atProjects])),
  'incubation.coaching_note': ofLife, 'incubation.turnover': ofLife,
  'incubation.ended_image': () => true,
  'incubation.spotlight': (eyes, row) => atProjects(eyes, row) || (row.taken_away_at === null && (row.consent_until === null || eyes.later(row.consent_until))
    && !eyes.facts.rows('incubation.ended_image').some(({ consent_id }) => consent_id === row.consent_id)),
};
