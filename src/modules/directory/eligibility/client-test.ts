import { z } from 'zod';
import { organizationKinds } from '#modules/network/public.ts';
import { choice, listOf, maybe, type Multilingual, text, wholeNumber } from '#core/input.ts';
import { optionalTexts } from '../entry/optional-texts.ts';

/** What a rule may look at. `priority` is a declared situation (head of household, disability …). */
export const testFields = ['sex', 'age', 'territory', 'stage', 'client-kind', 'legal-form', 'priority'] as const;
export type TestField = (typeof testFields)[number];

/** Codes allowed, shut out, an age between two bounds (both included), or a territory and all below it. */
export const testOperators = ['one-of', 'none-of', 'between', 'within'] as const;
export type TestOperator = (typeof testOperators)[number];

/** Situations a service may ask for or put first. Never a protected one: nothing here may reveal violence lived. */
export const situationCodes = [
  'head-of-household', 'disability', 'rural', 'jobless', 'domestic-worker', 'artisan', 'migrant', 'single-parent', 'low-income',
] as const;

/** Legal forms: what a body is in the network's registry, or the sole status of a person. */
export const legalFormCodes = [...organizationKinds, 'auto-entrepreneur'] as const;

/** The codes each field takes; a territory takes any code of the territory table. */
export const codesOfField: Readonly<Record<Exclude<TestField, 'age' | 'territory'>, readonly string[]>> = {
  sex: ['female', 'male'],
  stage: ['idea', 'creation', 'development', 'sustainability'],
  'client-kind': ['person', 'organization'],
  'legal-form': legalFormCodes,
  priority: situationCodes,
};

/** One test on a client: a rule that must be met, or a group that comes first. Ages in years. */
export interface ClientTest {
  readonly id: string;
  readonly field: TestField;
  readonly operator: TestOperator;
  readonly codes: readonly string[];
  readonly lowest: number | null;
  readonly highest: number | null;
  /** In the provider's own words; may be empty, then the words are made from the codes. */
  readonly words: Multilingual;
}

const shape = z.strictObject({
  field: choice(testFields),
  operator: maybe(choice(testOperators)),
  codes: listOf(text(40)),
  lowest: maybe(wholeNumber(0, 120)),
  highest: maybe(wholeNumber(0, 120)),
  words: optionalTexts(300),
});

type Typed = z.output<typeof shape>;

/** The operator follows from the field unless `none-of` is asked for. */
export const operatorOf = ({ field, operator }: Pick<Typed, 'field' | 'operator'>): TestOperator =>
  field === 'age' ? 'between' : field === 'territory' ? 'within' : operator === 'none-of' ? 'none-of' : 'one-of';

function isWhole({ field, codes, lowest, highest }: Typed): boolean {
  if (field === 'age') return lowest !== undefined || highest !== undefined;
  if (codes.length === 0) return false;
  return field === 'territory' || codes.every((code) => codesOfField[field].includes(code));
}

/** A rule as typed. Incomplete ones, unknown codes and bounds the wrong way round are refused. */
export const clientTest = () =>
  shape
    .refine(isWhole, { message: 'not-understood', path: ['codes'] })
    .refine(({ lowest, highest }) => lowest === undefined || highest === undefined || lowest <= highest, {
      message: 'not-understood',
      path: ['highest'],
    })
    .transform((typed) => ({
      field: typed.field,
      operator: operatorOf(typed),
      codes: typed.field === 'age' ? [] : typed.codes,
      lowest: typed.field === 'age' ? (typed.lowest ?? null) : null,
      highest: typed.field === 'age' ? (typed.highest ?? null) : null,
      words: typed.words as Multilingual,
    }));

/** A priority group as typed: a test and how much it lifts in the ranking, 1 to 10 (5 when not said). */
export const priorityGroup = () => z.strictObject({ test: clientTest(), weight: maybe(wholeNumber(1, 10)) });
