import { derivedId } from '../hsds/derived-id.ts';
import { type HsdsMember, hsdsObjects, type HsdsObject } from './hsds-members.ts';
import { namedAsToday } from './named-as-today.ts';
import { clean, readCode, readDate, readEmail, readMoment, readNumber, readText, readUri, type ReadValue } from './read-value.ts';
import { type Remark, shownValue } from './remark.ts';

export type HsdsRecord = Record<string, unknown>;

const MOST_REMARKS = 30;
const DEEPEST = 10;
/** What stands where HSDS wants a code and the publisher gave none. */
const usual: Readonly<Record<string, string>> = { status: 'active', location_type: 'physical', address_type: 'physical' };
/** Texts that may be empty although HSDS wants them; without any of the others the object says nothing and is left out. */
const mayBeEmpty = new Set(['description', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'identifier_type', 'previous_value', 'replacement_value', 'updated_by', 'last_action_type', 'field_name', 'last_action_date', 'name']);

/**
 * A record of another publisher as HSDS 3.1 wants it: numbers that were text, dates and codes in another spelling, single things
 * where a list belongs, empty members. What cannot be read is left out with a remark; what HSDS does not name is kept as it came.
 * Ids are never changed; a part without one gets one made from where it stands, the same at every reading.
 */
export function mendRecord(object: HsdsObject, given: HsdsRecord, seed: string): { readonly record: HsdsRecord; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = [];
  const say = (field: string, code: string, value: unknown): void => {
    if (remarks.length < MOST_REMARKS) remarks.push({ field, code, values: { value: shownValue(value) } });
  };
  return { record: mendObject(object, given, '', seed, say, 0) ?? {}, remarks };
}

type Say = (field: string, code: string, value: unknown) => void;

function mendObject(object: string, came: HsdsRecord, path: string, seed: string, say: Say, depth: number): HsdsRecord | undefined {
  const given = namedAsToday(object, came);
  const mended: HsdsRecord = {};
  const members = hsdsObjects.get(object)!;
  const known = new Set(members.map(({ name }) => name));
  for (const member of members) {
    const value = mendMember(member, given[member.name], join(path, member.name), seed, say, depth);
    if (value !== undefined) mended[member.name] = value;
  }
  for (const [name, value] of Object.entries(given)) {
    if (!known.has(name) && value !== undefined && name !== '__proto__') mended[name] = clean(value);
  }
  mended.id ??= derivedId(seed, path);
  for (const { name, needed, kind } of members) {
    if (!needed || mended[name] !== undefined) continue;
    if (usual[name]) mended[name] = usual[name];
    else if (name === 'name' && given.alternate_name) mended.name = String(given.alternate_name);
    else if ((kind === 'text' || kind === 'date') && mayBeEmpty.has(name)) mended[name] = '';
    else { say(join(path, name), 'part-left-out', given); return undefined; }
  }
  return mended;
}

const join = (path: string, name: string): string => (path ? `${path}.${name}` : name);

const nothing = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function mendMember(member: HsdsMember, given: unknown, path: string, seed: string, say: Say, depth: number): unknown {
  if (nothing(given)) return undefined;
  if (hsdsObjects.has(member.kind)) return member.list ? mendList(member, given, path, seed, say, depth) : mendPart(member, given, path, seed, say, depth);
  const { value, remark } = readBy(member, given);
  if (remark) say(path, remark, given);
  return value;
}

function readBy({ kind, codes }: HsdsMember, given: unknown): ReadValue {
  switch (kind) {
    case 'number': return readNumber(given);
    case 'uri': return readUri(given);
    case 'email': return readEmail(given);
    case 'date': return readDate(given);
    case 'moment': return readMoment(given);
    case 'code': return readCode(given, codes);
    default: return readText(given);
  }
}

function mendList(member: HsdsMember, given: unknown, path: string, seed: string, say: Say, depth: number): unknown {
  const all = Array.isArray(given) ? given : [given];
  if (!Array.isArray(given)) say(path, 'list-expected', given);
  const parts = all.flatMap((each, at) => (nothing(each) ? [] : (mendPart(member, each, `${path}.${at}`, seed, say, depth) ?? [])));
  return parts.length || Array.isArray(given) && given.length === 0 ? parts : undefined;
}

/** Where publishers write a bare text in place of an object: what it means there. */
const bare: Readonly<Record<string, string>> = { phone: 'number', language: 'code', url: 'url', service_area: 'name', required_document: 'document', funding: 'source', program: 'name', organization: 'name', accessibility: 'description', contact: 'name', cost_option: 'option' };

function mendPart(member: HsdsMember, given: unknown, path: string, seed: string, say: Say, depth: number): HsdsRecord | undefined {
  if (depth >= DEEPEST) { say(path, 'too-deep', ''); return undefined; }
  const meaning = bare[member.kind];
  const object = typeof given === 'string' && meaning ? { [meaning]: given } : given;
  if (typeof object !== 'object' || object === null || Array.isArray(object)) { say(path, 'part-not-readable', given); return undefined; }
  if (object !== given) say(path, 'part-mended', given);
  return mendObject(member.kind, object as HsdsRecord, path, seed, say, depth + 1);
}
