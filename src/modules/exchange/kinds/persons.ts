import { sql } from 'kysely';
import { countImported, forgetImported, peopleByIds, type PersonRow, readPersonRow, type TakenPerson, takePersons } from '#modules/people/public.ts';
import { fold, foldDigits } from '#core/text/fold.ts';
import { RowValues } from '../columns/row-values.ts';
import type { Doing } from '#core/action.ts';
import type { ExchangeTables, ImportRow, Problem } from '../exchange.ts';
import { arrivalOf } from './hsds.ts';
import type { Kind, Outcome } from './kind.ts';
import { placeOf } from './services.ts';

/** Tables of persons: one row each, at the hub that brings them and at no other. */
export const personsKind: Kind = {
  stands: [{
    table: 'people.person',
    hanging: ['contact_mark', 'person_contact', 'consent', 'name_word', 'enrolment'].map((name) => [`people.${name}`, 'person_id'] as const),
  }],
  take: async (doing, of, rows) => {
    const arrival = await arrivalOf(doing, of);
    const read = rows.map(({ number, cells }) => {
      const values = new RowValues(cells, of.mapping);
      const person = readPersonRow(personRowOf(values, arrival), { country: arrival.country, today: arrival.today, consent: of.options.consent === true });
      return { number, person, problems: values.problems };
    });
    const good = read.flatMap(({ number, person, problems }) => ('refused' in person ? [] : [{ number, person, problems: [...problems, ...person.remarks] }]));
    const { taken, written } = await takePersons(doing, good.map(({ person }) => person), { importId: of.id, language: arrival.language, doubles: of.options.doubles === 'take' });
    const outcomes = new Map(good.map(({ number, problems }, at): [number, Outcome] => [number, outcomeOf(number, taken[at]!, problems, good)]));
    await written;
    return read.map(({ number, person, problems }) => outcomes.get(number)
      ?? { number, state: 'refused', subject: null, problems: [...problems, ...('refused' in person ? [person.refused] : [])] });
  },
  // A file adds persons and never changes one: whoever is known already is corrected at the desk, with her beside.
  change: async () => [],
  putBack: async () => {},
  published: (doing, of) => countImported(doing.tx, doing.network, of.id),
  removing: (doing, of, ids) => forgetImported(doing, of.id, ids, of.published_at !== null),
  removed: forgetKeys,
};

/** Rows looked at together; an import may have a hundred thousand. */
const keysAtOnce = 2_000;

/** Destroys the keys of persons who are gone with the import, and its own, under which their rows waited: no backup opens them again. */
async function forgetKeys({ tx, network, vault }: Doing<ExchangeTables>, of: ImportRow): Promise<void> {
  for (let until = 0; ;) {
    const rows = await tx.selectFrom('exchange.import_row').select(['row_number', 'subject_id']).where('network_id', '=', network).where('import_id', '=', of.id)
      .where('state', '=', 'added').where('row_number', '>', until)
      // Whoever stood in the register before the file keeps her key, seen from here or not.
      .where(sql<boolean>`not coalesce(problems @> '[{"code":"registered-as-known"}]'::jsonb, false)`).orderBy('row_number').limit(keysAtOnce).execute();
    if (rows.length === 0) break;
    until = rows.at(-1)!.row_number;
    const persons = rows.flatMap(({ subject_id: person }) => person ?? []);
    // One whom something points at stayed, and keeps her key.
    const stayed = await peopleByIds(tx, persons);
    await vault.forget(persons.filter((person) => !stayed.has(person)));
  }
  await vault.forget([of.id]);
}

function outcomeOf(number: number, { person, double }: TakenPerson, problems: readonly Problem[], rows: readonly { number: number }[]): Outcome {
  if (!double) return { number, state: 'added', subject: person, problems };
  const like: Problem = {
    field: 'name', code: double.row === null ? (person ? 'perhaps-known' : 'likely-known') : person ? 'perhaps-twice' : 'likely-twice',
    values: { row: double.row === null ? 0 : rows[double.row]!.number, known: double.person ?? '', reasons: double.reasons.map(({ code }) => code).join(', ') }, ...(person ? {} : { fatal: true as const }),
  };
  return { number, state: person ? 'added' : 'refused', subject: person ?? double.person, problems: [...problems, like] };
}

const women = new Set(['f', 'femme', 'feminin', 'female', 'woman', 'w', 'fille', 'انثي', 'امراه', 'ا', 'انثى', '2'].map((word) => fold(word)));
const men = new Set(['m', 'h', 'homme', 'masculin', 'male', 'man', 'garcon', 'ذكر', 'رجل', 'ذ', '1'].map((word) => fold(word)));

/** Who a row is about, every value as it is written. */
export function personRowOf(values: RowValues, arrival: Awaited<ReturnType<typeof arrivalOf>>): PersonRow {
  const whole = values.text('name', 200);
  const parts = [values.text('first_name', 100), values.text('family_name', 100)].filter(Boolean).join(' ');
  const sex = values.text('sex', 30);
  const known = sex === undefined ? undefined : women.has(fold(sex)) ? 'female' as const : men.has(fold(sex)) ? 'male' as const : void values.say('sex', 'code-unknown', sex);
  const birth = values.text('birth_date', 60);
  // Only a year stands where a date belongs, as in many registers.
  const yearOnly = birth !== undefined && /^\d{4}$/u.test(foldDigits(birth)) ? Number(foldDigits(birth)) : undefined;
  const birthDate = birth === undefined || yearOnly ? undefined : values.day('birth_date');
  return {
    name: parts && whole ? `${values.text('first_name', 100) ?? ''} ${values.text('family_name', 100) ?? whole}`.trim() : (whole ?? parts),
    nameOther: values.text('name_other', 200), birthDate, birthYear: yearOnly ?? values.whole('birth_year', 1890, 2200), sex: known, territory: placeOf(values, arrival) ?? undefined,
    phone: values.text('phone', 40), address: values.text('address', 300), idNumber: values.text('id_number', 40),
  };
}

