import { z } from 'zod';
import { choice, id, isoDate, maybe, text } from '#core/input.ts';
import { competenceCodes } from './competence-kinds.ts';

/** A certificate or accreditation that somebody saw on paper, or the reason why none is asked of her. */
export const recordCompetenceInput = z.strictObject({
  account: id(),
  kind: choice(competenceCodes),
  standing: choice(['held', 'not_applicable']),
  why: maybe(choice(['civil_servant', 'not_her_work'])),
  since: maybe(isoDate()),
  until: maybe(isoDate()),
  number: maybe(text(60)),
  issuer: maybe(text(200)),
});

/** Why a competence counts no longer, or never counted. */
export const endCompetenceInput = z.strictObject({ competence: id(), why: choice(['withdrawn', 'mistaken']) });
