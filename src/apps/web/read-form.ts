import type { Context } from 'hono';
import { isUuid } from '#core/id.ts';
import { formValues } from '../form-values.ts';

const FORM = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** Five times what the longest sheet that is filled in on a page has. */
const MOST_FIELDS = 10_000;

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

/** A form without files; one of more fields than any page has is not read at all: three hundred thousand would hold everybody up for seconds. */
async function plainForm(c: Context): Promise<URLSearchParams | null> {
  const text = await c.req.text();
  let fields = 1;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) if (++fields > MOST_FIELDS) return null;
  return new URLSearchParams(text);
}

/** A file arrives as base64, as it would through the API; none chosen is an empty text. The action looks at its content. */
const asText = async (value: string | File): Promise<string> =>
  typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer()).toString('base64');
