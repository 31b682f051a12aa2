import { fold } from '#core/text/fold.ts';
import { byLanguage, type ForeignOrganization, organizationNamed } from '#modules/directory/public.ts';
import { organizationKindNames, organizationKinds, organizationsNamed, sectorNames, sectors, takeOrganizations } from '#modules/network/public.ts';
import { RowValues } from '../columns/row-values.ts';
import { arrivalOf, bodyOutcome, hsdsKind, writing } from './hsds.ts';
import { fallen, type Kind } from './kind.ts';
import { mailOf, namesOf, placeOf, webOf } from './services.ts';

/** Tables of bodies: one row each. */
export const organizationsKind: Kind = {
  ...hsdsKind,
  stands: [{ table: 'network.organization', hanging: [] }],
  take: async (doing, of, rows) => {
    const arrival = await arrivalOf(doing, of);
    const values = rows.map(({ cells }) => new RowValues(cells, of.mapping));
    const names = values.map((each) => namesOf(each, arrival));
    const known = await organizationsNamed(doing.tx, doing.network, names.flatMap((spoken) => Object.values(spoken).map(String)), of.id);
    const seen = new Set<string>();
    const read = rows.map(({ number }, at) => {
      const spoken = names[at]!;
      const title = Object.values(spoken)[0];
      if (!title) return { number, outcome: fallen(number, 'name', 'name-missing') };
      const body = readBody(values[at]!, spoken, title, arrival);
      const standing = Object.values(spoken).flatMap((name) => known.get(fold(String(name))) ?? [])[0];
      if (standing && standing !== body.id) return { number, outcome: { ...fallen(number, 'name', 'known-already'), subject: standing } };
      if (seen.has(body.id)) return { number, outcome: fallen(number, 'name', 'twice-in-file') };
      seen.add(body.id);
      return { number, body, problems: values[at]!.problems };
    });
    const taken = await takeOrganizations(doing.tx, writing(doing, of), read.flatMap(({ body }) => body ?? []));
    return read.map(({ number, body, outcome, problems }) => outcome ?? bodyOutcome(number, body!, taken.get(body!.id)!, problems ?? []));
  },
};

function readBody(values: RowValues, names: ForeignOrganization['names'], title: string, arrival: Parameters<typeof organizationNamed>[2]): ForeignOrganization {
  const usual = organizationNamed(title, undefined, arrival, values.text('id', 200));
  const kind = named(values.text('kind', 120), organizationKinds, organizationKindNames);
  const sector = named(values.text('sector', 120), sectors, sectorNames);
  return {
    ...usual, names, descriptions: byLanguage(arrival.language, values.text('description', 2_000)), kind: kind ?? usual.kind, sector: sector ?? usual.sector,
    email: mailOf(values), website: webOf(values), phone: values.text('phone', 40) ?? null, legalStatus: values.text('kind', 120) ?? null,
    foundedYear: Number(/\d{4}/u.exec(values.text('founded', 40) ?? '')?.[0]) || null, address: byLanguage(arrival.language, values.text('address', 300)),
    territory: placeOf(values, arrival), bare: false,
  };
}

/** The code behind a name in any of our languages, or the code itself. */
const named = <C extends string>(written: string | undefined, codes: readonly C[], names: Readonly<Record<C, object>>): C | undefined =>
  written === undefined ? undefined : codes.find((code) => code === written.toLowerCase()) ?? codes.find((code) => Object.values(names[code]).some((name) => fold(String(name)) === fold(written)));
