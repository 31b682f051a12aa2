import type { PrintedLine, PrintedRun, PrintedSheet } from '#core/print/printed-sheet.ts';
import { inkedDrawing } from './inked-drawing.ts';
import { type Opened, readMarkup } from './read-markup.ts';

const ownLine = new Set(['p', 'li', 'h2', 'h3', 'div', 'section', 'article', 'dt', 'dd', 'tr', 'td', 'th', 'figcaption', 'header', 'ul', 'ol', 'dl', 'table']);
const unseen = /(?:^|\s)(?:visually-hidden|sr-only)(?:\s|$)/;

/**
 * Reads the markup of a printed page, which our own kit made, into a sheet for the typesetter: the same words in the same order,
 * with directions and languages, so that what is printed from the browser and what is kept as PDF never say two things.
 */
export function sheetOfHtml(html: string, size: PrintedSheet['size'] = 'a5'): PrintedSheet {
  const { lang, dir } = documentOf(html);
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const sheet = { title: '', head: [] as PrintedRun[], lines: [] as DraftLine[] };
  const drawings: { mark?: string; code?: string } = {};
  const fresh = (kind: PrintedLine['kind'], state?: PrintedLine['state']): void => {
    sheet.lines.push({ kind, ...(state ? { state } : {}), runs: [] });
  };
  readMarkup(main, {
    open: (tag, path) => {
      if (!ownLine.has(tag.name)) return;
      const row = path.some(({ name }) => name === 'tr') ? sheet.lines.at(-1) : undefined;
      if (row) nextInRow(row, tag.name);
      else if (tag.name === 'li' && within(path, 'steps')) fresh('step', stateOf(tag));
      else if (!within(path, 'steps')) fresh(kindOf(tag));
    },
    words: (text, path) => {
      if (path.some(({ classes }) => unseen.test(classes))) return;
      if (path.some(({ name }) => name === 'h1')) sheet.title += text;
      else if (within(path, 'sheet-head')) sheet.head.push(runOf(text, path));
      else place(sheet.lines, fresh, runOf(text, path));
    },
    drawing: (svg, classes, path) => {
      if (classes.includes('qr')) drawings.code = inkedDrawing(svg, classes, dir);
      else if (classes.includes('khatam')) drawings.mark = inkedDrawing(svg, classes, dir);
      else if (!within(path, 'steps')) place(sheet.lines, fresh, { drawing: inkedDrawing(svg, classes, dir), ...(classes.split(' ').includes('photo') ? { photo: true as const } : {}) });
    },
  });
  const lines = sheet.lines.flatMap(finished);
  return { lang, dir, size, title: sheet.title.trim(), head: trimmed(sheet.head), ...drawings, lines };
}

function documentOf(html: string): Pick<PrintedSheet, 'lang' | 'dir'> {
  const root = /<html[^>]*>/.exec(html)?.[0] ?? '';
  return { lang: (/ lang="([^"-]+)/.exec(root)?.[1] ?? 'fr'), dir: / dir="rtl"/.test(root) ? 'rtl' : 'ltr' };
}

const within = (path: readonly Opened[], name: string): boolean => path.some(({ classes }) => classes.split(' ').includes(name));

const states = ['done', 'current', 'next', 'stopped'] as const;
const stateOf = ({ classes }: Opened) => states.find((state) => classes.split(' ').includes(state)) ?? 'next';

function kindOf({ name, classes }: Opened): PrintedLine['kind'] {
  if (name === 'h2' || name === 'h3') return 'heading';
  if (classes.includes('sheet-foot')) return 'foot';
  if (classes.includes('next-step')) return 'lead';
  return name === 'li' ? 'item' : name === 'tr' ? 'row' : 'line';
}

/** A line while it is read. */
interface DraftLine {
  readonly kind: PrintedLine['kind'];
  readonly state?: PrintedLine['state'];
  readonly runs: PrintedRun[];
  cells?: PrintedRun[][];
}

/** A cell begins; or, inside one, what stood on a line of its own keeps one. */
function nextInRow(row: DraftLine, name: string): void {
  row.cells ??= [];
  if (name === 'td' || name === 'th') row.cells.push([]);
  else if (row.cells.at(-1)?.some((run) => !isBlank(run))) row.cells.at(-1)!.push({ words: '\n' });
}

function place(lines: DraftLine[], fresh: (kind: PrintedLine['kind']) => void, run: PrintedRun): void {
  if (lines.length === 0) fresh('line');
  const line = lines.at(-1)!;
  (line.cells?.at(-1) ?? line.runs).push(run);
}

/** The line without blank ends; none when nothing is said on it. */
function finished({ cells, ...line }: DraftLine): PrintedLine[] {
  if (cells?.length) return [{ ...line, kind: 'row', cells: cells.map(trimmed) }];
  const runs = trimmed(line.runs);
  return runs.length ? [{ ...line, runs }] : [];
}

function runOf(text: string, path: readonly Opened[]): PrintedRun {
  const wall = path.findLast(({ name, dir }) => dir ?? (name === 'bdi'));
  const dir = wall && (wall.dir ?? 'auto') === 'auto' ? dirOf(text) : wall?.dir;
  const lang = path.findLast((tag) => tag.lang)?.lang?.split('-')[0];
  const strong = path.some(({ name }) => name === 'strong' || name === 'b' || name === 'dt' || name === 'th');
  const soft = path.some(({ name, classes }) => name === 'small' || classes.split(' ').includes('soft'));
  return {
    // The style sheet sets a note apart from its label; here a space does.
    words: (path.at(-1)?.name === 'small' ? ' ' : '') + text.replace(/[ \t\n]+/g, ' '), ...(dir === 'ltr' || dir === 'rtl' ? { dir } : {}), ...(lang ? { lang } : {}),
    ...(strong ? { strong: true as const } : {}), ...(soft ? { soft: true as const } : {}),
  };
}

/** By the first letter, as a browser does for dir="auto"; numbers alone are written from left to right. */
const dirOf = (text: string): 'ltr' | 'rtl' => (/\p{Script=Arabic}/u.test(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr');

const isBlank = (run: PrintedRun | undefined): boolean => run !== undefined && run.drawing === undefined && (run.words ?? '').trim() === '';

function trimmed(runs: readonly PrintedRun[]): PrintedRun[] {
  const kept = [...runs];
  while (isBlank(kept[0])) kept.shift();
  while (isBlank(kept.at(-1))) kept.pop();
  return kept.some((run) => !isBlank(run) && run.words !== undefined) ? kept : [];
}
