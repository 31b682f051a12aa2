import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { House } from '#core/house.ts';
import type { HomeNetwork } from './home-network.ts';

/** Bytes of pages kept at most; the page longest unasked goes first. */
const MOST_BYTES = 32 * 1024 * 1024;
/** What hangs on the clock alone (a check grown old, a membership that ended today) is made anew after so many milliseconds. */
const MOST_AGE = 60_000;

export type Encoding = 'br' | 'gzip' | 'plain';

/** One page as it is sent, in the encodings asked for so far. */
export interface KeptPage {
  readonly version: string;
  readonly madeAt: number;
  readonly etag: string;
  readonly bodies: Partial<Record<Encoding, Uint8Array>>;
  /** The headers of each encoding, made once. */
  readonly heads: Partial<Record<Encoding, Readonly<Record<string, string>>>>;
  bytes: number;
}

/**
 * Public pages kept in memory, each under its address, origin and language, and under the network's public version: a number
 * that rises in the transaction of every change anyone may see. Whoever asks after a commit gets a page made after it.
 */
export class KeptPages {
  private readonly pages = new Map<string, KeptPage>();
  private bytes = 0;
  private running: Promise<string> | null = null;
  private following: Promise<string> | null = null;

  constructor(private readonly house: House, private readonly home: HomeNetwork) {}

  /** The version as of this call: a question already under way may be older than a commit before the call, so the next one is waited for. */
  version(): Promise<string> {
    if (!this.running) return this.ask();
    this.following ??= this.running.then(() => this.ask(), () => this.ask());
    return this.following;
  }

  private ask(): Promise<string> {
    const asked = this.read().finally(() => { if (this.running === asked) this.running = null; });
    this.running = asked;
    this.following = null;
    return asked;
  }

  private async read(): Promise<string> {
    const { rows } = await this.house.worker.query<{ version: string }>({
      name: 'public-version', text: 'select coalesce(sum(version), 0)::text as version from core.public_version where network_id = $1',
      values: [this.home.network],
    });
    return rows[0]!.version;
  }

  /** Whether anything is kept under a key, of whatever version: cheap enough to ask before anything else. */
  has(key: string): boolean {
    return this.pages.has(key);
  }

  /** The page kept under a key, when it is of this version and not older than a minute. */
  find(key: string, version: string): KeptPage | undefined {
    const page = this.pages.get(key);
    if (!page) return undefined;
    this.pages.delete(key);
    if (page.version !== version || performance.now() - page.madeAt > MOST_AGE) {
      this.bytes -= page.bytes;
      return undefined;
    }
    this.pages.set(key, page);
    return page;
  }

  /** Keeps a page made at a version read before it was made. */
  keep(key: string, version: string, html: string): KeptPage {
    const plain = Buffer.from(html);
    const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    const page: KeptPage = { version, madeAt: performance.now(), etag, bodies: { plain }, heads: {}, bytes: 2 * key.length + plain.length };
    this.bytes += page.bytes - (this.pages.get(key)?.bytes ?? 0);
    this.pages.delete(key);
    this.pages.set(key, page);
    this.forgetOldest();
    return page;
  }

  /** The bytes to send in the encoding asked for, compressed once. */
  body(page: KeptPage, encoding: Encoding): Uint8Array {
    const known = page.bodies[encoding];
    if (known) return known;
    const plain = page.bodies.plain!;
    const made = encoding === 'br' ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : gzipSync(plain);
    page.bodies[encoding] = made;
    page.bytes += made.length;
    this.bytes += made.length;
    this.forgetOldest();
    return made;
  }

  /** How many pages and bytes are kept now. */
  get size(): { pages: number; bytes: number } {
    return { pages: this.pages.size, bytes: this.bytes };
  }

  private forgetOldest(): void {
    for (const [key, page] of this.pages) {
      if (this.bytes <= MOST_BYTES) return;
      this.pages.delete(key);
      this.bytes -= page.bytes;
    }
  }
}
