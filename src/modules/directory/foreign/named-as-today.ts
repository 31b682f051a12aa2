import type { HsdsRecord } from './mend-record.ts';

/** Members as HSDS 1.x, 2.x and the profiles made from them call them, and as HSDS 3.1 does. */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  service: {
    regular_schedules: 'schedules', regular_schedule: 'schedules', phone: 'phones', contact: 'contacts', language: 'languages', service_area: 'service_areas', cost_option: 'cost_options',
    required_document: 'required_documents', services_at_location: 'service_at_locations', service_at_location: 'service_at_locations', fundings: 'funding',
  },
  organization: { url: 'website', phone: 'phones', contact: 'contacts', location: 'locations', program: 'programs', fundings: 'funding' },
  location: {
    physical_addresses: 'addresses', physical_address: 'addresses', postal_addresses: 'addresses', postal_address: 'addresses', address: 'addresses', accessibility_for_disabilities: 'accessibility',
    regular_schedules: 'schedules', regular_schedule: 'schedules', phone: 'phones', language: 'languages',
  },
  service_at_location: { regular_schedules: 'schedules', regular_schedule: 'schedules', phone: 'phones', contact: 'contacts' },
  contact: { phone: 'phones' },
  service_area: { service_area: 'name' },
  language: { language: 'name' },
  taxonomy_term: { vocabulary: 'taxonomy' },
  required_document: { required_document: 'document' },
};

const listOf = (value: unknown): readonly HsdsRecord[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is HsdsRecord => typeof each === 'object' && each !== null && !Array.isArray(each));

/** An object of an older publisher with the members that HSDS 3.1 gives it; one that is written as today is answered as it is. */
export function namedAsToday(object: string, given: HsdsRecord): HsdsRecord {
  const names = renamed[object];
  const old = names && Object.keys(names).filter((name) => given[name] !== undefined && given[name] !== null && given[names[name]!] === undefined);
  const named: HsdsRecord = old?.length ? { ...given } : given;
  for (const name of old ?? []) {
    const today = names![name]!;
    const before = named[today];
    const value = name.startsWith('postal') || name.startsWith('physical') ? listOf(given[name]).map((each) => ({ address_type: name.startsWith('postal') ? 'postal' : 'physical', ...each })) : given[name];
    named[today] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
    delete named[name];
  }
  return object === 'service' ? serviceOfBefore(named) : object === 'schedule' ? scheduleOfBefore(named) : named;
}

const ofBefore = ['eligibility', 'eligibilitys', 'eligibilities', 'service_taxonomy', 'service_taxonomys', 'service_taxonomies', 'locations'];

/** What hung on a service in objects of its own: who may come, its kinds, its places. */
function serviceOfBefore(given: HsdsRecord): HsdsRecord {
  if (!ofBefore.some((name) => given[name] !== undefined && given[name] !== null)) return given;
  const { eligibility, eligibilitys, eligibilities, service_taxonomy, service_taxonomys, service_taxonomies, locations, ...named } = given;
  const said = eligibilities ?? eligibilitys ?? eligibility;
  const [who] = listOf(said);
  const words = typeof said === 'string' ? said : [who?.eligibility, who?.description].find((each) => typeof each === 'string' && each);
  const terms = listOf(service_taxonomies ?? service_taxonomys ?? service_taxonomy).map((link) => ({
    ...(link.id ? { id: link.id } : {}),
    taxonomy_term: typeof link.taxonomy === 'object' && link.taxonomy !== null ? { description: '', code: link.taxonomy_id, ...link.taxonomy } : { id: link.taxonomy_id, code: link.taxonomy_id, name: link.taxonomy ?? link.taxonomy_id, description: '' },
  }));
  return {
    ...named,
    ...(who?.minimum_age !== undefined && named.minimum_age === undefined ? { minimum_age: who.minimum_age } : {}),
    ...(who?.maximum_age !== undefined && named.maximum_age === undefined ? { maximum_age: who.maximum_age } : {}),
    ...(words && named.eligibility_description === undefined ? { eligibility_description: words } : {}),
    ...(terms.length ? { attributes: [...listOf(named.attributes), ...terms] } : {}),
    ...(listOf(locations).length && named.service_at_locations === undefined ? { service_at_locations: listOf(locations).map((location) => ({ location })) } : {}),
  };
}

const weekdays: Readonly<Record<string, string>> = {
  1: 'MO', 2: 'TU', 3: 'WE', 4: 'TH', 5: 'FR', 6: 'SA', 7: 'SU', 0: 'SU', mon: 'MO', tue: 'TU', wed: 'WE', thu: 'TH', fri: 'FR', sat: 'SA', sun: 'SU',
  lun: 'MO', mar: 'TU', mer: 'WE', jeu: 'TH', ven: 'FR', sam: 'SA', dim: 'SU',
};
const rhythms: Readonly<Record<string, string>> = { week: 'WEEKLY', weekly: 'WEEKLY', month: 'MONTHLY', monthly: 'MONTHLY' };
/** A time that a program wrote as a moment of some day. */
const clockOf = (value: unknown): unknown => /^\d{4}-\d\d-\d\dT(\d\d:\d\d)(?::\d\d)?/u.exec(typeof value === 'string' ? value : '')?.[1] ?? value;

/** A weekday with its hours is a weekly schedule on that day. */
function scheduleOfBefore(given: HsdsRecord): HsdsRecord {
  const { weekday, ...named } = given;
  const day = weekday === undefined || weekday === null ? undefined : weekdays[String(weekday).trim().toLowerCase().slice(0, 3)];
  const rhythm = typeof named.freq === 'string' ? rhythms[named.freq.toLowerCase()] : undefined;
  return {
    ...(day ? named : given),
    ...(day && !named.byday ? { byday: day } : {}),
    ...(rhythm ? { freq: rhythm } : day && !named.freq ? { freq: 'WEEKLY' } : {}),
    ...(named.opens_at === undefined ? {} : { opens_at: clockOf(named.opens_at) }),
    ...(named.closes_at === undefined ? {} : { closes_at: clockOf(named.closes_at) }),
  };
}
