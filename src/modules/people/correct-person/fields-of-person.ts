/** What stands on the form of a person, by the names of its fields. */
export type PersonFormFields = {
  readonly name: string;
  readonly name_other: string | null;
  readonly birth_year: number | null;
  readonly birth_year_about: boolean;
  readonly sex: 'female' | 'male' | 'unknown' | null;
  readonly territory: string | null;
  readonly languages: string[];
  readonly reading: 'well' | 'little' | 'not' | null;
};

type Columns = Omit<PersonFormFields, 'territory'> & { readonly territory_code: string | null };

/** A row of a person as her form shows it. */
export const fieldsOfPerson = ({ name, name_other, birth_year, birth_year_about, sex, territory_code: territory, languages, reading }: Columns): PersonFormFields =>
  ({ name, name_other, birth_year, birth_year_about, sex, territory, languages, reading });

/** The fields of her form as columns of her row. */
export const columnsOfPerson = ({ territory: territory_code, ...rest }: PersonFormFields): Columns => ({ ...rest, territory_code });
