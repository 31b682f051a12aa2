import type { Context } from 'hono';
import { formValues } from '../form-values.ts';

const FORM = ['application/x-www-form-urlencoded', 'multipart/form-data'];

export interface SentForm {
  readonly values: Record<string, unknown>;
  readonly csrf: unknown;
  readonly key: string | null;
}

/** Reads a posted form; anything that is not a form (JSON dressed as text, for one) gives null. */
export async function readForm(c: Context): Promise<SentForm | null> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (!FORM.includes(type)) return null;
  const sent = await Promise.all([...(await c.req.formData()).entries()].map(async ([name, value]) => [name, await asText(value)] as [string, unknown]));
  const { _csrf, _key, ...values } = formValues(sent);
  return { values, csrf: _csrf, key: typeof _key === 'string' && UUID.test(_key) ? _key : null };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A file arrives as base64, as it would through the API; none chosen is an empty text. The action looks at its content. */
const asText = async (value: string | File): Promise<string> =>
  typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer()).toString('base64');
