import { unreadable } from './unreadable-file.ts';

const mostOfOne = 16 * 1024 * 1024;
/** Under these names publishers put the list of a page. */
const listNames = new Set(['contents', 'content', 'services', 'organizations', 'items', 'data', 'results', 'records']);
/** Under these names a publisher wraps one record. */
const wrapNames = ['service', 'organization', 'data', 'result', 'item', 'record'];

/**
 * The records of a JSON text, one at a time, without holding the text: a bare list, a page with `contents`, one record, or one
 * record a line. Of a page everything but its list is left out. Refuses what is no JSON, and a record above 16 MB.
 */
export async function* jsonRecords(text: AsyncIterable<string>): AsyncGenerator<unknown> {
  const splitter = new Splitter();
  let found = 0;
  for await (const piece of text) {
    for (const record of splitter.feed(piece)) {
      found++;
      const read = await parsed(record);
      yield splitter.inList ? read : unwrapped(read);
    }
  }
  if (!splitter.ended) unreadable(splitter.empty ? 'file-empty' : 'not-json');
  if (found === 0 && !splitter.inList) unreadable('no-records');
}

const parsed = (text: string): Promise<unknown> =>
  new Response(text.replace(/^\ufeff/u, '')).json().catch(() => unreadable('not-json'));

/** The one record inside an answer that holds nothing else. */
function unwrapped(read: unknown): unknown {
  const members = read && typeof read === 'object' ? Object.entries(read) : [];
  const inner = members.find(([name, value]) => wrapNames.includes(name) && value && typeof value === 'object' && !Array.isArray(value));
  return inner && !members.some(([name]) => name === 'id' || name === 'name') ? inner[1] : read;
}

/** Cuts records out of a JSON text by counting brackets outside of texts: elements of the one list, or whole objects one after another. */
class Splitter {
  inList = false;
  /** Did a text or nothing but whole records come so far? */
  ended = false;
  empty = true;
  #depth = 0;
  #listDepth = -1;
  #closed = false;
  #inText = false;
  #escaped = false;
  #word = '';
  #key = '';
  #element = '';

  feed(piece: string): string[] {
    const done: string[] = [];
    if (this.#closed) return done;
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
        if (!this.inList && letter === 91 && (this.#depth === 0 || (this.#depth === 1 && listNames.has(this.#key)))) {
          this.inList = true;
          this.#listDepth = this.#depth + 1;
          this.#element = '';
          from = at + 1;
        }
        this.#depth++;
        this.empty = false;
        this.ended = false;
      } else if (letter === 93 || letter === 125) {
        this.#depth--;
        if (this.inList && this.#depth < this.#listDepth) {
          this.#close(piece.slice(from, at), done);
          this.ended = this.#closed = true;
          return done;
        }
        if (!this.inList && this.#depth === 0) {
          this.#close(piece.slice(from, at + 1), done);
          from = at + 1;
          this.ended = true;
        }
      } else if (letter === 44 && this.inList && this.#depth === this.#listDepth) {
        this.#close(piece.slice(from, at), done);
        from = at + 1;
      } else if (this.#depth === 0 && letter > 32 && letter !== 44 && letter !== 0xfeff) {
        // Something that is no record stands between records.
        unreadable('not-json');
      }
    }
    this.#element += piece.slice(from);
    if (this.#element.length > mostOfOne) unreadable('record-too-big');
    return done;
  }

  #close(rest: string, done: string[]): void {
    const element = (this.#element + rest).trim();
    this.#element = '';
    if (element) done.push(element);
  }
}
