import { setImmediate } from 'node:timers/promises';
import type { Context } from 'hono';
import { isUuid } from '#core/id.ts';
import { formValues } from '../form-values.ts';

const FORM = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** Five times what the longest sheet that is filled in on a page has. */
const MOST_FIELDS = 10_000;
/** The longest text that a page takes has thirty thousand letters, and a letter is sent as up to nine bytes. */
const LONGEST_FIELD = 270_000;
const PIECE = 32 * 1024;

export interface SentForm {
  readonly values: Record<string, unknown>;
  readonly csrf: unknown;
  readonly key: string | null;
}

/** Reads a posted form; anything that is not a form (JSON dressed as text, a form cut short) gives null. */
export async function readForm(c: Context): Promise<SentForm | null> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (!FORM.includes(type)) return null;
  const form = type === FORM[0] ? await plainForm(c) : await c.req.formData().catch(() => null);
  if (!form) return null;
  const sent = await Promise.all([...form.entries()].map(async ([name, value]) => [name, await asText(value)] as [string, unknown]));
  // A form that asks for the name of its file has an empty field for it.
  for (const [name, value] of form.entries()) {
    const asked = typeof value === 'string' ? undefined : sent.find(([field]) => field === `${name}_name`);
    if (asked && typeof value !== 'string') asked[1] = value.name.slice(0, 200);
  }
  const { _csrf, _key, ...values } = formValues(sent);
  return { values, csrf: _csrf, key: isUuid(_key) ? _key : null };
}

/**
 * A form without files. One of more fields than any page has, or with a longer one than any page takes, is not read at all; a long one is read piece by piece, with
 * room for others between, because a megabyte of plus signs takes longer than ten pages.
 */
async function plainForm(c: Context): Promise<URLSearchParams | null> {
  const parts = (await c.req.text()).split('&', MOST_FIELDS + 1);
  if (parts.length > MOST_FIELDS || parts.some(({ length }) => length > LONGEST_FIELD)) return null;
  const form = new URLSearchParams();
  let read = 0;
  for (const part of parts) {
    // Behind the sign, or a question mark at its beginning would be lost.
    for (const [name, value] of new URLSearchParams(`&${part}`)) form.append(name, value);
    read += part.length;
    if (read < PIECE) continue;
    read = 0;
    await setImmediate();
  }
  return form;
}

/** A file arrives as base64, as it would through the API; none chosen is an empty text. The action looks at its content. */
const asText = async (value: string | File): Promise<string> =>
  typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer()).toString('base64');
