import { unreadable } from './unreadable-file.ts';

const mostOfOne = 16 * 1024 * 1024;
/** Under these names publishers put the list of a page. */
const listNames = new Set(['contents', 'services', 'organizations', 'items', 'data', 'results', 'records']);

/**
 * The records of a JSON text, one at a time, without holding the text: a bare list, a page with `contents`, or one record. Of a page
 * everything but its list is left out. Refuses what is no JSON, and a record above 16 MB.
 */
export async function* jsonRecords(text: AsyncIterable<string>): AsyncGenerator<unknown> {
  let whole: string | null = '';
  const splitter = new Splitter();
  let found = 0;
  for await (const piece of text) {
    for (const record of splitter.feed(piece)) { found++; yield await parsed(record); }
    if (splitter.inList) whole = null;
    else if (whole !== null && (whole += piece).length > mostOfOne) unreadable('record-too-big');
  }
  if (whole === null) {
    if (!splitter.ended) unreadable('not-json');
    return;
  }
  if (found === 0 && whole.trim() === '') unreadable('file-empty');
  const one = await parsed(whole);
  if (typeof one !== 'object' || one === null) unreadable('no-records');
  yield one;
}

const parsed = (text: string): Promise<unknown> =>
  new Response(text.replace(/^\ufeff/u, '')).json().catch(() => unreadable('not-json'));

/** Cuts the elements of the one list of records out of a JSON text by counting brackets outside of texts. */
class Splitter {
  inList = false;
  ended = false;
  #depth = 0;
  #listDepth = -1;
  #inText = false;
  #escaped = false;
  #word = '';
  #key = '';
  #element = '';

  feed(piece: string): string[] {
    const done: string[] = [];
    if (this.ended) return done;
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const letter = piece.charCodeAt(at);
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (letter === 92) this.#escaped = true;
        else if (letter === 34) { this.#inText = false; if (!this.inList && this.#depth === 1) this.#key = this.#word; }
        else if (!this.inList && this.#depth === 1 && this.#word.length < 40) this.#word += piece[at];
        continue;
      }
      if (letter === 34) { this.#inText = true; this.#word = ''; }
      else if (letter === 91 || letter === 123) {
        if (!this.inList && !this.ended && letter === 91 && (this.#depth === 0 || (this.#depth === 1 && listNames.has(this.#key)))) {
          this.inList = true;
          this.#listDepth = this.#depth + 1;
          from = at + 1;
        }
        this.#depth++;
      } else if (letter === 93 || letter === 125) {
        this.#depth--;
        if (this.inList && this.#depth < this.#listDepth) {
          this.#close(piece.slice(from, at), done);
          this.ended = true;
          return done;
        }
      } else if (letter === 44 && this.inList && this.#depth === this.#listDepth) {
        this.#close(piece.slice(from, at), done);
        from = at + 1;
      }
    }
    if (this.inList && !this.ended) {
      this.#element += piece.slice(from);
      if (this.#element.length > mostOfOne) unreadable('record-too-big');
    }
    return done;
  }

  #close(rest: string, done: string[]): void {
    const element = (this.#element + rest).trim();
    this.#element = '';
    if (element) done.push(element);
  }
}
