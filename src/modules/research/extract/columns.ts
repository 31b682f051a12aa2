/** What a researcher may ask for of a person: the closed list. Never a name, a day, a place smaller than the governorate, a hub. */
export const columns = ['sex', 'age_band', 'governorate', 'first_month', 'visits', 'oriented', 'referred', 'served', 'trained', 'applied', 'selected', 'funded'] as const;
export type Column = (typeof columns)[number];

/** Which event makes each yes. */
const steps: Readonly<Partial<Record<Column, string>>> = {
  oriented: 'desk.client-oriented', referred: 'desk.referral-sent', served: 'desk.service-served', trained: 'training.person-trained',
  applied: 'incubation.applicant-registered', selected: 'incubation.applicant-selected', funded: 'funding.person-funded',
};

/** Everybody in an extract was received at a hub within its months. */
export const received = 'desk.client-received';

/** The events an extract reads. */
export const eventsRead: readonly string[] = [received, ...Object.values(steps)];

/** One person over the months of an extract, before anything is left out. */
export interface PersonRead {
  readonly person: string;
  readonly sex: string;
  readonly ageBand: string;
  /** ISO 3166-2. */
  readonly governorate: string;
  readonly firstMonth: string;
  /** How often each event happened. */
  readonly times: ReadonlyMap<string, number>;
}

const band = (visits: number): string => (visits >= 5 ? '5+' : visits >= 2 ? '2-4' : '1');

/** A person's value in a column, generalised: bands and yes or no. */
export function cellOf(of: PersonRead, column: Column): string {
  switch (column) {
    case 'sex': return of.sex;
    case 'age_band': return of.ageBand;
    case 'governorate': return of.governorate;
    case 'first_month': return of.firstMonth;
    case 'visits': return band(of.times.get(received) ?? 0);
    default: return (of.times.get(steps[column]!) ?? 0) > 0 ? 'yes' : 'no';
  }
}
