import type { EntryKind } from '../codes.ts';

/** How one field of an entry is asked for and shown. `lines` is a long text; `body` a body of the register. */
interface Asked {
  readonly name: FieldName;
  readonly is: 'line' | 'lines' | 'day' | 'time' | 'number' | 'yes' | 'one' | 'some' | 'body';
  readonly required?: true;
  /** It must be said at the hub before it is written: shown as a box to tick, kept nowhere. */
  readonly said?: true;
}

/** Every field of every kind with its codes, when it has any; what she said in her own words stands in `words`. */
export const fieldCodes = {
  what: ['threat', 'blows', 'sexual', 'insults', 'control', 'money', 'locked_in', 'followed', 'online'],
  where: ['home', 'work', 'street', 'transport', 'online', 'elsewhere'],
  whom: ['husband', 'former', 'fiance', 'father', 'brother', 'son', 'family', 'in_laws', 'employer', 'colleague', 'neighbour', 'stranger', 'unsaid'],
  shares: ['first_name', 'safe_contact', 'need', 'what_happened', 'children', 'language'],
  answer: ['accepted', 'declined', 'received', 'no_answer'],
  bag: ['papers', 'money', 'keys', 'phone', 'medicine', 'clothes', 'children_things', 'numbers'],
  via: ['direct', 'office', 'acquaintance'],
  tasks: ['cleaning', 'cooking', 'children', 'older_person', 'guarding', 'garden', 'driving'],
  wage_per: ['month', 'week', 'day', 'hour'],
  rest: ['none', 'sometimes', 'weekly'],
  kept_back: ['wage', 'papers', 'phone', 'going_out'],
  term: ['open', 'fixed'],
  copies: ['worker', 'employer', 'labour_inspection', 'employment_office'],
  registration: ['asked', 'registered', 'refused'],
  standing: ['informal', 'written', 'declared', 'ended'],
} as const;

export type CodedName = keyof typeof fieldCodes;
export type FieldName = CodedName | 'words' | 'on' | 'hour' | 'to' | 'hours' | 'body' | 'place' | 'signs' | 'way_out' | 'go_to' | 'trusted' | 'signal' | 'children'
  | 'after' | 'employer' | 'employer_address' | 'office' | 'union' | 'wage' | 'week_hours' | 'night' | 'lives_in' | 'begins_on' | 'ends_on' | 'signed_on' | 'legalised' | 'number' | 'agreed' | 'referral';

const words: Asked = { name: 'words', is: 'lines' };
const must = (asked: Asked): Asked => ({ ...asked, required: true });
const day = (name: FieldName): Asked => ({ name, is: 'day' });
const line = (name: FieldName): Asked => ({ name, is: 'line' });
const one = (name: CodedName): Asked => ({ name, is: 'one' });
const some = (name: CodedName): Asked => ({ name, is: 'some' });
const tick = (name: FieldName): Asked => ({ name, is: 'yes' });
const wage: readonly Asked[] = [{ name: 'wage', is: 'number' }, one('wage_per'), { name: 'week_hours', is: 'number' }];

/** What each kind of entry asks, in the order of its form. */
export const entryFields: Readonly<Record<EntryKind, readonly Asked[]>> = {
  note: [must(words)],
  incident: [day('on'), some('what'), one('where'), one('whom'), words],
  safe_contact: [must(line('to')), line('hours'), must(words)],
  meeting: [must(day('on')), { name: 'hour', is: 'time' }, must(line('place')), words],
  safety_plan: [
    { name: 'signs', is: 'lines' }, { name: 'way_out', is: 'lines' }, line('go_to'), line('trusted'), line('signal'), some('bag'), { name: 'children', is: 'lines' }, { name: 'after', is: 'lines' },
  ],
  safe_referral: [{ name: 'body', is: 'body' }, line('to'), some('shares'), must(words), { name: 'agreed', is: 'yes', required: true, said: true }],
  referral_answer: [must(one('answer')), day('on'), words],
  work_situation: [
    must(line('employer')), line('employer_address'), one('via'), line('office'), line('union'), some('tasks'), ...wage, one('rest'), tick('night'), tick('lives_in'), some('kept_back'), words,
  ],
  work_contract: [must(day('begins_on')), must(one('term')), day('ends_on'), some('tasks'), ...wage.map(must), must(one('rest')), tick('lives_in'), day('signed_on'), tick('legalised'), some('copies'), words],
  work_registration: [must(one('registration')), must(day('on')), line('number'), words],
  work_outcome: [must(one('standing')), must(day('on')), words],
};

/** What she herself reads through her own door. The policy `entry_by_door` holds the same list. */
export const hers: readonly EntryKind[] = ['safety_plan', 'meeting'];
