/** An open element: its name and what matters of its attributes. */
export interface Opened {
  readonly name: string;
  readonly classes: string;
  readonly dir?: string;
  readonly lang?: string;
}

/** Who is told while markup is read, in its order; `path` is what is open, outermost first. */
interface Reader {
  readonly open: (tag: Opened, path: readonly Opened[]) => void;
  readonly words: (text: string, path: readonly Opened[]) => void;
  readonly drawing: (svg: string, classes: string, path: readonly Opened[]) => void;
}

const piece = /<svg\b[^>]*>[\s\S]*?<\/svg>|<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>|[^<]+/g;
const empty = new Set(['br', 'hr', 'img', 'input', 'wbr', 'meta', 'link']);
const unread = new Set(['script', 'style', 'nav', 'form', 'button', 'template']);
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** Reads markup that React wrote: quoted attributes, closed elements. Scripts, forms and ways through the site are passed over. */
export function readMarkup(html: string, { open, words, drawing }: Reader): void {
  const path: Opened[] = [];
  for (const [whole, closes, name, attributes] of html.matchAll(piece)) {
    const hidden = path.some((tag) => unread.has(tag.name));
    if (whole.startsWith('<svg')) {
      if (!hidden) drawing(whole, attribute(whole, 'class') ?? '', path);
    } else if (name === undefined) {
      if (!whole.startsWith('<!--') && !hidden) words(decoded(whole), path);
    } else if (closes) {
      const at = path.findLastIndex((tag) => tag.name === name);
      if (at >= 0) path.length = at;
    } else if (!empty.has(name)) {
      const tag = openedTag(name, attributes ?? '');
      if (!hidden && !unread.has(name)) open(tag, path);
      path.push(tag);
    }
  }
}

function openedTag(name: string, attributes: string): Opened {
  const dir = attribute(attributes, 'dir');
  const lang = attribute(attributes, 'lang');
  return { name, classes: attribute(attributes, 'class') ?? '', ...(dir ? { dir } : {}), ...(lang ? { lang } : {}) };
}

const attribute = (text: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(` ${text}`)?.[1];

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return named[code] ?? whole;
    return String.fromCodePoint(code[1] === 'x' || code[1] === 'X' ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1)));
  });
