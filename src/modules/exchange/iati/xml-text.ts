/** What XML 1.0 cannot carry; nothing escapes it. */
const notOfXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** A text of others inside XML; what XML 1.0 cannot carry is left out. */
export const xmlText = (text: string): string => text.replace(notOfXml, '').replace(/[&<>"\r]/g, (sign) => escapes[sign]!);

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** One element. `inside` is XML already; attributes are texts, and those that are empty are left out. */
export function element(name: string, attributes: Attributes = {}, inside: readonly string[] | string = ''): string {
  const said = Object.entries(attributes).flatMap(([key, value]) => (value === null || value === undefined || value === '' ? [] : [` ${key}="${xmlText(String(value)).replace(/[\t\n]/g, ' ')}"`])).join('');
  const body = typeof inside === 'string' ? inside : inside.join('');
  return body ? `<${name}${said}>${body}</${name}>` : `<${name}${said}/>`;
}
