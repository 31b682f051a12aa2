/**
 * The address of this page with some of its query changed, so that a list's state can be shared and bookmarked.
 * A value of null takes the parameter away.
 */
export function hrefWith(
  page: { path: string; search: string },
  changes: Readonly<Record<string, string | number | null>>,
): string {
  const query = new URLSearchParams(page.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? page.path : `${page.path}?${text}`;
}
