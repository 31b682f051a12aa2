import type { Doing } from '#core/action.ts';
import type { Likeness, ReasonCode } from '#core/text/same-person.ts';
import { appliedAlready, type Doubt, noteDoubts, personsBehind, readWritten, type RegistrationCall, registrationCall, type Standing, type TakenRegistration, takeRegistrations } from '#modules/incubation/public.ts';
import { type ForeignPerson, readPersonRow, type TakenPerson, takePersons } from '#modules/people/public.ts';
import { answerField } from '../columns/fields.ts';
import { RowValues } from '../columns/row-values.ts';
import type { ExchangeTables, ImportRow, Problem } from '../exchange.ts';
import { arrivalOf } from './hsds.ts';
import { fallen, type Kind, type Outcome } from './kind.ts';
import { personRowOf, personsKind } from './persons.ts';

/** Tables of registrations: one row for each who answers a call. Each person stands once in it, whatever her name looks like. */
export const registrationsKind: Kind = {
  ...personsKind,
  stands: [
    {
      table: 'incubation.application',
      hanging: [
        ['incubation.perhaps_twice', 'application_id'], ['incubation.perhaps_twice', 'first_id'],
        ...['reached', 'points', 'answer', 'applicant'].map((name) => [`incubation.${name}`, 'application_id'] as const),
      ],
    },
    ...personsKind.stands,
  ],
  published: async (doing, of) => {
    await personsKind.published!(doing, of);
    await doing.later('incubation.announce-registrations', { import: of.id });
  },
  removing: async (doing, of, ids, table) => {
    if (table !== 'incubation.application') return personsKind.removing!(doing, of, ids, table);
    if (of.published_at === null) return;
    const gone = await personsBehind(doing.tx, doing.network, ids);
    if (gone.length) await doing.later('incubation.unannounce-registrations', { hub: of.hub_id, call: of.options.call, gone });
  },
  take: async (doing, of, rows) => {
    const call = (await registrationCall(doing, of.options.call!)) ?? doing.absent();
    const arrival = await arrivalOf(doing, of);
    const read = rows.map(({ number, cells }): Read => {
      const values = new RowValues(cells, of.mapping);
      const person = readPersonRow(personRowOf(values, arrival), { country: arrival.country, today: arrival.today, consent: of.options.consent === true });
      if ('refused' in person) return { number, outcome: { ...fallen(number, person.refused.field, person.refused.code, person.refused.values), problems: [...values.problems, person.refused] } };
      const answers = answersOf(call, values);
      return { number, person, answers, problems: [...values.problems, ...person.remarks] };
    });
    const good = read.flatMap((each) => ('person' in each ? [each] : []));
    const { taken, written } = await takePersons(doing, good.map(({ person }) => person), {
      importId: of.id, language: arrival.language, doubles: false, staysOut: isSurelySame, tellsAlso: sharesPaperOrBirthAndPhone,
    });
    const outcomes = await register(doing, of, call, good, taken);
    await written;
    return read.map((each) => ('outcome' in each ? each.outcome : outcomes.get(each.number)!));
  },
};

interface Good { readonly number: number; readonly person: ForeignPerson; readonly answers: Record<string, string | number | readonly string[]>; readonly problems: readonly Problem[] }
type Read = Good | { readonly number: number; readonly outcome: Outcome };

const proofs: readonly ReasonCode[] = ['same-birth-date', 'swapped-day-month', 'same-phone', 'same-id-number'];
const doubts: readonly ReasonCode[] = ['different-id-number', 'different-sex'];

const has = ({ reasons }: Likeness, codes: readonly ReasonCode[]): boolean => reasons.some(({ code }) => codes.includes(code));

/** Strongly alike, and something besides name, year and province says so: of one name and year there are several in a region. */
export const isSurelySame = (likeness: Likeness): boolean => likeness.strength === 'strong' && has(likeness, proofs) && !has(likeness, doubts);

/** Names that differ, but one paper, or one phone and one day of birth: twins, or one woman under two spellings. Only a human can tell. */
export const sharesPaperOrBirthAndPhone = (likeness: Likeness): boolean =>
  has(likeness, ['same-id-number-different-name']) || (has(likeness, ['shared-phone-different-name']) && has(likeness, ['same-birth-date']));

/** The answers of a row to the questions of its call; one that is none of those offered is left out with a remark. */
function answersOf({ questions }: RegistrationCall, values: RowValues): Good['answers'] {
  return Object.fromEntries(questions.flatMap((question) => {
    const field = answerField(question.code);
    const written = values.text(field);
    const answer = written === undefined ? undefined : readWritten(question, written);
    if (written !== undefined && answer === undefined) values.say(field, 'answer-not-offered', written);
    return answer === undefined ? [] : [[question.code, answer]];
  }));
}

/** What a row became: an application of its own, or one more line of somebody who stands in the call already. */
interface Line { readonly person: string; readonly own: TakenRegistration | null; readonly stands: Pick<Standing, 'application' | 'receipt' | 'importId' | 'row'> }

/** What each row becomes; weak likeness between two applications is left for a human. */
async function register(doing: Doing<ExchangeTables>, of: ImportRow, call: RegistrationCall, good: readonly Good[], taken: readonly TakenPerson[]): Promise<ReadonlyMap<number, Outcome>> {
  const standing = await appliedAlready(doing.tx, doing.network, call.id, [...new Set(taken.flatMap(({ double }) => double?.person ?? []))]);
  const lines = await writeLines(doing, of, call, good, taken, standing);
  const noted: Doubt[] = [];
  const outcomes = lines.map(({ person, own, stands }, at): Outcome => {
    const { number, problems } = good[at]!;
    const { double, person: fresh } = taken[at]!;
    const likeness = { known: person, reasons: double?.reasons.map(({ code }) => code).join(', ') ?? '' };
    if (!own) {
      const why = stands.importId === of.id ? { code: 'registered-twice', values: { ...likeness, row: stands.row ?? 0 } } : { code: 'registered-before', values: { ...likeness, receipt: stands.receipt } };
      return { number, state: 'refused', subject: person, application: stands.application, problems: [...problems, { field: 'name', ...why, fatal: true }] };
    }
    const remarks: Problem[] = own.reasons.map((reason) => ({ field: 'name', code: `ineligible-${reason.replaceAll('_', '-')}` }));
    if (!fresh) remarks.push({ field: 'name', code: 'registered-as-known', values: likeness });
    else if (double) {
      const first = double.row === null ? standing.get(double.person!) : lines[double.row]!.stands;
      if (first) noted.push({ application: own.application, first: first.application, score: double.score, reasons: double.reasons.map(({ code }) => code) });
      const known = double.person ?? lines[double.row!]!.person;
      remarks.push({ field: 'name', code: first ? 'perhaps-registered-twice' : 'perhaps-known', values: { ...likeness, known, row: first?.row ?? 0 } });
    }
    return { number, state: 'added', subject: person, application: own.application, problems: [...problems, ...remarks] };
  });
  await noteDoubts(doing, call, of.id, noted);
  return new Map(outcomes.map((outcome) => [outcome.number, outcome]));
}

/** Writes one application for each person, and says of each row behind which one it stands. */
async function writeLines(
  doing: Doing<ExchangeTables>, of: ImportRow, call: RegistrationCall, good: readonly Good[], taken: readonly TakenPerson[], standing: ReadonlyMap<string, Standing>,
): Promise<readonly Line[]> {
  // Whoever stays out of the register is somebody of the hub or of an earlier row.
  const persons: string[] = [];
  for (const { person, double } of taken) persons.push(person ?? double?.person ?? persons[double!.row!]!);
  const firstOf = new Map<string, number>();
  for (const [at, person] of persons.entries()) if (!firstOf.has(person)) firstOf.set(person, at);
  const firsts = persons.map((person) => firstOf.get(person)!).map((first, at) => ({ first, applies: first === at && !standing.has(persons[at]!) }));
  const applying = firsts.flatMap(({ applies }, at) => (applies ? [at] : []));
  const made = await takeRegistrations(doing, call, of.id, applying.map((at) => {
    const { number, person: { sex, birthDate, birthYear, territory }, answers } = good[at]!;
    return { row: number, person: persons[at]!, sex, birthDate, birthYear, territory, answers };
  }));
  const own = new Map(applying.map((at, index) => [at, made[index]!]));
  return persons.map((person, at) => {
    const { first } = firsts[at]!;
    const wrote = own.get(first);
    return { person, own: own.get(at) ?? null, stands: wrote ? { application: wrote.application, receipt: '', importId: of.id, row: good[first]!.number } : standing.get(person)! };
  });
}
