const MEGABYTE = 1_000_000;

const made = new Map<string, readonly string[]>();
/** Made when they are first sent: ten megabytes that most runs never need. */
const once = (name: string, make: () => readonly string[]): readonly string[] => {
  const known = made.get(name) ?? make();
  made.set(name, known);
  return known;
};

/** Bodies of a megabyte that are hard to read as JSON: very many numbers, keys, spaces, lists. */
export const bigJson = (): readonly string[] => once('json', () => [
  `[${'1,'.repeat(MEGABYTE / 2)}1]`, `{${Array.from({ length: MEGABYTE / 12 }, (_, n) => `"k${n.toString(36)}":0`).join(',')}}`, `{"reason":"${' '.repeat(MEGABYTE)}"}`, `[${'[],'.repeat(MEGABYTE / 3)}[]]`,
]);

/** Forms of a megabyte: one long field of spaces, very many names, very many names within names. */
export const bigForms = (): readonly string[] => once('forms', () => [
  `login=${'+'.repeat(MEGABYTE)}x`, 'a=&'.repeat(MEGABYTE / 3), Array.from({ length: MEGABYTE / 12 }, (_, n) => `k${n}.a.b=1`).join('&'),
]);

/** Addresses that ask for pages and lists of a thousand million, or with very long questions. */
export const hugePages: readonly string[] = [
  '/people?page=999999999', '/directory?page=1000000000&per_page=1000000000', '/hsds/services?per_page=1000000000', '/hsds/services?page=1000000000', '/api/v1/network/hub-doors?per_page=1000000000', `/people?q=${'a%20'.repeat(1_500)}`,
  `/directory?q=${'%D8%A7'.repeat(1_000)}`, `/api/v1/network/hub-doors?${'page=1&'.repeat(1_000)}`,
];
