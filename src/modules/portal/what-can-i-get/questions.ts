import type { ClientFacts, Reason } from '#modules/desk/public.ts';
import { reasonIcons, reasons } from '#modules/desk/public.ts';
import type { IconName } from '#ui/icon-paths.ts';

/** The five questions, in their order. Each may be left unsaid; nothing is kept, the answers stand in the address. */
export const questions = ['need', 'place', 'who', 'age', 'stage'] as const;
export type Question = (typeof questions)[number];

/** The kinds of service that each picture of the desk calls for (domain.md 3.13). */
export const typesFor: Readonly<Record<Reason, readonly string[]>> = {
  talk: ['ORI', 'ADV'],
  project: ['INC', 'ORI', 'ADV', 'ACC', 'CAP'],
  activity: ['ACC', 'FUP', 'ADV', 'DIG', 'PRO', 'PHO'],
  training: ['CAP', 'DIG'],
  money: ['FIN'],
  market: ['MKT', 'PHO', 'NET', 'DIG'],
  rights: ['LEG', 'INF'],
  social: ['ORI', 'REF', 'INF'],
};

/** Who it is for. */
export const whos = ['woman', 'man', 'group'] as const;
/** Ages as people say them, with their bounds in years. */
export const ages = { 'under-18': [0, 17], '18-35': [18, 35], '36-59': [36, 59], '60-more': [60, 110] } as const satisfies Record<string, readonly [number, number]>;
export type Age = keyof typeof ages;
/** How far a project is; the codes of services' stages. */
export const stages = ['idea', 'creation', 'development', 'sustainability'] as const;

/** The pictures of answers, for those who would rather look than read. */
export const answerIcons: Readonly<Record<string, IconName>> = {
  ...reasonIcons,
  woman: 'person', man: 'person', group: 'people', 'under-18': 'book', '18-35': 'training', '36-59': 'tools', '60-more': 'heart',
  idea: 'seedling', creation: 'tools', development: 'stall', sustainability: 'chart',
};

/** What was answered so far; `skip` is an answer too. */
export type Answers = Partial<Record<Question, string>>;

/** Reads the answers of an address; what is no answer of ours counts as not asked yet. Places are checked by whoever knows them. */
export function readAnswers(search: Readonly<Record<string, string | undefined>>): Answers {
  const known: Readonly<Record<Exclude<Question, 'place'>, readonly string[]>> = { need: reasons, who: whos, age: Object.keys(ages), stage: stages };
  return Object.fromEntries(questions.flatMap((question) => {
    const given = search[question];
    const fits = question === 'place' ? /^[A-Z]{2}(-[A-Z0-9]{1,10}){0,2}$/.test(given ?? '') : known[question].includes(given ?? '');
    return given && (fits || given === 'skip') ? [[question, given]] : [];
  })) as Answers;
}

/** What the answers say of her, for weighing services: whatever was skipped is unknown, never a no. */
export function factsOf({ who, age, stage }: Answers, territory: readonly string[]): ClientFacts {
  const bounds = age && age !== 'skip' ? ages[age as Age] : null;
  return {
    kind: who === 'group' ? 'organization' : 'person',
    sex: who === 'woman' ? 'female' : who === 'man' ? 'male' : null,
    ages: bounds && who !== 'group' ? Array.from({ length: bounds[1] - bounds[0] + 1 }, (_, index) => bounds[0] + index) : [],
    territory,
    stage: stage && stage !== 'skip' ? stage : null,
    legalForm: null,
    situations: null,
  };
}
