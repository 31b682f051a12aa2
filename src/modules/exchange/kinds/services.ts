import { type arrivalAt, byLanguage, type ForeignOrganization, type ForeignService, knownByName, minorUnits, modeCodeOf, organizationNamed, serviceTypeCodeOf, spokenCodeOf, stageCodeOf, takeServices, tableId } from '#modules/directory/public.ts';
import { organizationsNamed } from '#modules/network/public.ts';
import { fold } from '#core/text/fold.ts';
import type { Multilingual } from '#core/input.ts';
import { RowValues } from '../columns/row-values.ts';
import type { Problem } from '../exchange.ts';
import { arrivalOf, hsdsKind, outcomeOf, serviceStands, writing } from './hsds.ts';
import { fallen, type Kind, type Outcome } from './kind.ts';

type Arrival = ReturnType<typeof arrivalAt>;

/** Tables of services: one row each, the body named by its name. */
export const servicesKind: Kind = {
  ...hsdsKind,
  stands: serviceStands,
  take: async (doing, of, rows) => {
    const arrival = await arrivalOf(doing, of);
    const bodies = await organizationsNamed(doing.tx, doing.network, rows.map(({ cells }) => new RowValues(cells, of.mapping).text('organization', 200) ?? ''));
    const read = rows.map(({ number, cells }) => ({ number, ...readService(new RowValues(cells, of.mapping), arrival, bodies, of.hub_id) }));
    const known = await knownByName(writing(doing, of), read.flatMap(({ service }) => service ?? []));
    const good = read.flatMap(({ service, number, problems }) => (service && !known.has(service.id) ? [{ service, number, problems }] : []));
    const taken = await takeServices(writing(doing, of), good.map(({ service }) => service));
    const outcomes = new Map(good.map(({ number, service, problems }, at): [number, Outcome] => [number, outcomeOf(number, taken[at]!, problems, { service })]));
    return read.map(({ number, service }) => {
      if (!service) return fallen(number, 'name', 'name-missing');
      return outcomes.get(number) ?? { ...fallen(number, 'name', 'known-already'), subject: known.get(service.id)! };
    });
  },
};

/** The names of a row in their languages: columns of a language as they say, the plain one by its letters. */
export function namesOf(values: RowValues, arrival: Arrival): Multilingual {
  const plain = values.text('name', 160);
  const own = { ar: values.text('name_ar', 160), fr: values.text('name_fr', 160), en: values.text('name_en', 160) };
  return Object.fromEntries(Object.entries({ ...byLanguage(arrival.language, plain), ...Object.fromEntries(Object.entries(own).filter(([, text]) => text)) }));
}

function readService(values: RowValues, arrival: Arrival, bodies: ReadonlyMap<string, string>, hub: string): { service?: ForeignService; problems: readonly Problem[] } {
  const names = namesOf(values, arrival);
  if (Object.keys(names).length === 0) return { problems: [] };
  const body = values.text('organization', 200);
  const organization: ForeignOrganization = organizationNamed(body ?? null, body ? bodies.get(fold(body)) : undefined, arrival);
  const sourceId = values.text('id', 200) ?? null;
  const title = Object.values(names)[0]!;
  const type = codesOf(values, 'type', serviceTypeCodeOf);
  const [lowest, highest] = [values.whole('age_from', 0, 120) ?? null, values.whole('age_to', 0, 120) ?? null];
  const territory = placeOf(values, arrival);
  const line = values.text('address', 300);
  const locality = values.text('locality', 120) ?? null;
  const id = tableId(hub, sourceId, title, body ?? '');
  const [latitude, longitude] = [values.decimal('latitude', -90, 90) ?? null, values.decimal('longitude', -180, 180) ?? null];
  const at = line || locality || latitude !== null ? [{
    id: tableId(hub, null, `place ${line ?? ''} ${locality ?? ''}`, body ?? ''), sourceId: null, linkId: tableId(hub, null, `link ${id}`, line ?? locality ?? ''), linkSourceId: null,
    names: { [arrival.language]: locality ?? line ?? title }, kind: 'physical', address: byLanguage(arrival.language, line), locality, postalCode: null, territory,
    latitude: longitude === null ? null : latitude, longitude: latitude === null ? null : longitude, url: null, source: null, linkSource: null,
  }] : [];
  const service: ForeignService = {
    id, sourceId, organization, names, descriptions: byLanguage(arrival.language, values.text('description')),
    types: type.length ? type : ['INF'], modes: withDefault(codesOf(values, 'modes', modeCodeOf), 'on-site'), stages: codesOf(values, 'stages', stageCodeOf),
    languages: codesOf(values, 'languages', spokenCodeOf), areas: territory ? [territory] : [], status: 'active', listed: true,
    url: webOf(values), email: mailOf(values), phone: values.text('phone', 40) ?? null, childcare: false, transportHelp: false,
    capacityPlaces: values.whole('places', 0, 100_000) ?? null, freePlaces: null, waitingDays: values.whole('waiting_days', 0, 1_000) ?? null, verifiedAt: null,
    places: at, openings: [], documents: values.list('documents').slice(0, 12).map((document) => byLanguage(arrival.language, document)),
    costs: costsOf(values, arrival), ages: lowest === null && highest === null ? null : lowest !== null && highest !== null && lowest > highest ? null : { lowest, highest }, source: null,
  };
  if (type.length === 0) values.say('type', 'type-guessed', values.text('type') ?? '');
  return { service, problems: values.problems };
}

const withDefault = (codes: readonly string[], usual: string): readonly string[] => (codes.length ? codes : [usual]);

/** Codes of a cell; each that nobody knows leaves a remark. */
export function codesOf(values: RowValues, field: string, codeOf: (written: string) => string | undefined): string[] {
  const known = values.list(field).flatMap((written) => {
    const code = codeOf(written);
    if (code === undefined) values.say(field, 'code-unknown', written);
    return code ?? [];
  });
  return [...new Set(known)];
}

/** The territory a row names; one that Hadina does not know leaves a remark. */
export function placeOf(values: RowValues, arrival: Arrival): string | null {
  const written = values.text('territory', 120);
  if (!written) return null;
  const code = arrival.territory(written);
  if (!code) values.say('territory', 'territory-unknown', written);
  return code;
}

/** A web address that can be opened. */
export function webOf(values: RowValues): string | null {
  const written = values.text('url', 300);
  if (!written) return null;
  const whole = /^https?:\/\//iu.test(written) ? written : `https://${written}`;
  if (/^https?:\/\/[^/\s]+\.[^/\s]{2,}/iu.test(whole) && URL.canParse(whole)) return whole;
  values.say('url', 'address-not-readable', written);
  return null;
}

/** An e-mail address. */
export function mailOf(values: RowValues): string | null {
  const written = values.text('email', 200);
  if (!written || /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u.test(written)) return written ?? null;
  values.say('email', 'email-not-readable', written);
  return null;
}

const usualCurrency: Readonly<Record<string, string>> = { TN: 'TND', MA: 'MAD', JO: 'JOD', PS: 'ILS' };

function costsOf(values: RowValues, { country }: Arrival & { country: string }): ForeignService['costs'] {
  const written = values.text('price', 40);
  if (!written) return [];
  const currency = (values.text('currency', 3) ?? usualCurrency[country] ?? 'EUR').toUpperCase();
  const free = /^(?:free|gratuit|gratuite|مجاني|مجانا)$/iu.test(written);
  const amountMinor = free ? 0 : minorUnits(written.replace(/[^\d٠-٩.,٫]/gu, ''), currency);
  if (amountMinor !== null) return [{ amountMinor, currency, names: {} }];
  values.say('price', 'number-not-readable', written);
  return [];
}
