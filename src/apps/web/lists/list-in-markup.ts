import { readMarkup } from '../pdf/read-markup.ts';

/** A list as it stands on a page. */
export interface ShownList {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

interface Cell { words: string; readonly figure: boolean }

const unseen = /(?:^|\s)(?:visually-hidden|sr-only)(?:\s|$)/;
const ownLine = new Set(['p', 'li', 'div', 'br', 'dd', 'dt']);

/**
 * The rows of the list of a page whose table carries this class, in the words they are shown in; null when the page has none. `group` is what
 * the page's language writes between thousands: 1.240 is one thousand two hundred and forty in Arabic, and must not become one and a bit.
 */
export function listInMarkup(html: string, list: string, group = ''): ShownList | null {
  const heads: Cell[] = [];
  const rows: Cell[][] = [];
  let found = false;
  let cell: Cell | undefined;
  readMarkup(html.slice(html.indexOf('<main'), html.indexOf('</main>')), {
    open: ({ name, classes }, path) => {
      if (name === 'table') found ||= classes.split(' ').includes(list);
      if (!path.some((tag) => tag.name === 'table' && tag.classes.split(' ').includes(list))) return;
      if (name === 'tr') rows.push([]);
      else if (name === 'th' || name === 'td') {
        cell = { words: '', figure: classes.split(' ').includes('numeric') };
        (name === 'th' ? heads : rows.at(-1)!).push(cell);
      } else if (ownLine.has(name) && cell?.words) cell.words += '\n';
    },
    words: (text, path) => {
      const inside = path.some(({ name, classes }) => name === 'table' && classes.split(' ').includes(list)) && path.some(({ name }) => name === 'th' || name === 'td');
      if (inside && cell && !path.some(({ classes }) => unseen.test(classes))) cell.words += text;
    },
    drawing: () => {},
  });
  if (!found) return null;
  const told = heads.map((head) => textOf(head, ''));
  // A column without a heading holds buttons, and those are no part of the list.
  const kept = told.flatMap((head, at) => (head === '' ? [] : [at]));
  return { columns: kept.map((at) => String(told[at])), rows: rows.filter((row) => row.length > 0).map((row) => kept.map((at) => (row[at] ? textOf(row[at], group) : ''))) };
}

/** What a cell says: without walls between directions, its lines apart; a plain figure as a number. */
function textOf({ words, figure }: Cell, group: string): string | number {
  const text = words.replace(/[\u2066-\u2069\u200e\u200f]/g, '').split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean).join(' · ');
  const close = text.replace(/[\s\u00a0\u202f]/g, '');
  const parts = group ? close.split(group) : [close];
  const grouped = parts.length > 1 && /^-?[1-9]\d{0,2}$/.test(parts[0]!) && parts.slice(1).every((part, at) => (at === parts.length - 2 ? /^\d{3}(?:\D\d+)?$/ : /^\d{3}$/).test(part));
  const plain = grouped ? parts.join('') : close;
  if (figure && /^-?(?:0|[1-9]\d{0,14})$/.test(plain)) return Number(plain);
  return figure && grouped ? plain : text;
}
