import { z } from 'zod';
import { isoDate, multilingual, type Multilingual, wholeNumber } from '#core/input.ts';
import { serviceTypeCodes } from '#modules/directory/public.ts';
import { iconPaths, type IconName } from '#ui/icon-paths.ts';
import { answersIn, condition, type Condition } from './condition.ts';

export const questionKinds = ['yes-no', 'choice', 'choices', 'number', 'text', 'scale'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** What orientation may learn from an answer. */
export const toldFacts = ['stage', 'legal-form', 'situation', 'childcare'] as const;
export type ToldFact = (typeof toldFacts)[number];

/** One answer offered: its points in the question's scale, and the kinds of service it calls for. */
export interface QuestionChoice {
  readonly code: string;
  /** A yes-no question leaves them out: yes and no are the page's own words. */
  readonly labels?: Multilingual | undefined;
  readonly icon?: IconName | undefined;
  readonly points?: number | undefined;
  readonly wants?: readonly string[] | undefined;
}

export interface Question {
  readonly code: string;
  readonly kind: QuestionKind;
  readonly labels: Multilingual;
  readonly help?: Multilingual | undefined;
  readonly icon?: IconName | undefined;
  readonly required?: boolean | undefined;
  /** Sealed like a listening note (C1b). Free text always is. */
  readonly sealed?: boolean | undefined;
  /** Of a call: a jury reads the answer, sealed or not, without knowing whose it is. */
  readonly jury?: boolean | undefined;
  readonly choices?: readonly QuestionChoice[] | undefined;
  readonly show_if?: Condition | undefined;
  readonly scale?: string | undefined;
  readonly lowest?: number | undefined;
  readonly highest?: number | undefined;
  readonly tells?: ToldFact | undefined;
}

/** A scored scale: from so many points on, this is what the sum means. */
export interface Scale {
  readonly code: string;
  readonly names: Multilingual;
  readonly bands: readonly { readonly from: number; readonly names: Multilingual }[];
}

/** A questionnaire as published: the words are data, in three languages. */
export interface FormContent {
  readonly code: string;
  readonly names: Multilingual;
  readonly active_from: string;
  readonly scales: readonly Scale[];
  readonly questions: readonly Question[];
}

const code = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/);
const icon = z.enum(Object.keys(iconPaths) as [IconName, ...IconName[]]);

const choice = z.strictObject({
  code,
  labels: multilingual(200).optional(),
  icon: icon.optional(),
  points: z.int().min(-20).max(20).optional(),
  wants: z.array(z.enum(serviceTypeCodes)).max(6).optional(),
});

const question = z
  .strictObject({
    code,
    kind: z.enum(questionKinds),
    labels: multilingual(400),
    help: multilingual(400).optional(),
    icon: icon.optional(),
    required: z.boolean().optional(),
    sealed: z.boolean().optional(),
    jury: z.boolean().optional(),
    choices: z.array(choice).max(20).optional(),
    show_if: condition.optional(),
    scale: code.optional(),
    lowest: wholeNumber(-1_000_000, 1_000_000).optional(),
    highest: wholeNumber(-1_000_000, 1_000_000).optional(),
    tells: z.enum(toldFacts).optional(),
  })
  .refine(hasItsChoices, { message: 'not-understood', path: ['choices'] });

/** Choices say their words; yes-no knows only yes and no; the other kinds offer none. */
function hasItsChoices({ kind, choices = [] }: Pick<Question, 'kind' | 'choices'>): boolean {
  const codes = choices.map((one) => one.code);
  if (new Set(codes).size !== codes.length) return false;
  if (kind === 'yes-no') return codes.every((one) => one === 'yes' || one === 'no');
  if (kind === 'choice' || kind === 'choices') return codes.length >= 2 && choices.every(({ labels }) => labels !== undefined);
  return codes.length === 0;
}

const scale = z.strictObject({
  code,
  names: multilingual(200),
  bands: z.array(z.strictObject({ from: z.int(), names: multilingual(300) })).min(1).max(8),
});

/** At the desk each officer reads only her own sealed answers, so none may hold the assessment up; of a call whoever types reads them all. */
const mayBeRequired = (code: string, { kind, required, sealed }: { kind: QuestionKind; required?: boolean | undefined; sealed?: boolean | undefined }): boolean =>
  !required || code !== 'needs' || (kind !== 'text' && !sealed);

/** The form as it arrives: no code twice, conditions look only at earlier questions, every scale named exists, bands rise. */
export const formContent = z
  .strictObject({
    code: z.string().regex(/^(needs|call-[a-z0-9-]{1,34})$/),
    names: multilingual(200),
    active_from: isoDate(),
    scales: z.array(scale).max(5),
    questions: z.array(question).min(1).max(60),
  })
  .refine(({ code, questions }) => questions.every((one) => mayBeRequired(code, one)), { message: 'not-understood', path: ['required'] })
  .refine(({ questions }) => new Set(questions.map((one) => one.code)).size === questions.length, { message: 'not-understood', path: ['questions'] })
  .refine(({ questions }) => questions.every((one, index) => looksBack(one, questions.slice(0, index))), { message: 'not-understood', path: ['questions'] })
  .refine(({ questions, scales }) => questions.every((one) => !one.scale || scales.some((known) => known.code === one.scale)), { message: 'not-understood', path: ['scales'] })
  .refine(({ scales }) => scales.every(({ bands }) => bands.every((band, index) => index === 0 || bands[index - 1]!.from < band.from)), { message: 'not-understood', path: ['scales'] });

const looksBack = ({ show_if }: { show_if?: Condition | undefined }, earlier: readonly { code: string }[]): boolean =>
  !show_if || answersIn(show_if).every((looked) => earlier.some((one) => one.code === looked));
