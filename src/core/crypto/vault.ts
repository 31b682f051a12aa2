import { openBytes, type Place, sealBytes } from './envelope.ts';
import type { KeyStore } from './key-store.ts';
import { openLetter, sealLetter } from './letter.ts';
import type { SignedReceipt } from './receipt.ts';

/** Whose value it is and where it lives. */
export interface Sealed extends Place {
  readonly person: string;
  /** The hub that keeps the value, when somebody who stands in no hub opens it (a body by link or account): its auditor must see that. */
  readonly hub?: string | null;
}

/** A value of a protected file: the file (or what else owns the key) and the hub that keeps it. */
export interface ProtectedPlace extends Place {
  readonly file: string;
  readonly hub: string;
}

/** Notes that somebody's sealed value was opened, for the log of who looked. */
export type Look = (person: string, field: string, hub: string | null) => void;

/** Seals and opens a person's C1 and C2 values inside one request; every opening is noted before commit. */
export class Vault {
  constructor(
    private readonly keys: KeyStore,
    private readonly network: string,
    private readonly hub: string,
    private readonly look: Look,
  ) {}

  /** Seals a text under the person's key, bound to its table, column and row. */
  seal(of: Sealed, text: string): Promise<Buffer> {
    return this.sealBytes(of, Buffer.from(text, 'utf8'));
  }

  /** Seals bytes in the same way: a piece of a document. */
  async sealBytes({ person, hub: _, ...place }: Sealed, bytes: Buffer): Promise<Buffer> {
    const key = await this.keys.personKey(this.network, person, this.hub);
    return sealBytes(key, place, bytes);
  }

  /** Seals a text of a protected file under the file's own key; `hub` keeps the file. */
  async sealProtected({ file, hub, ...place }: ProtectedPlace, text: string): Promise<Buffer> {
    return sealBytes(await this.keys.protected.forSealing(this.network, file, hub), place, Buffer.from(text, 'utf8'));
  }

  /** Opens a text of a protected file and notes who looked, among the protected looks. Throws KeyDestroyed when its key is gone. */
  async openProtected({ file, hub, ...place }: ProtectedPlace, sealed: Buffer): Promise<string> {
    const key = await this.keys.protected.forOpening(this.network, file);
    this.look(file, `${place.table}.${place.column}`, hub);
    return openBytes(key, place, sealed).toString('utf8');
  }

  /** Makes the keys of many persons ready, so that sealing a long list does not ask for each. */
  makeReady(persons: readonly string[]): Promise<void> {
    return this.keys.makeReady(this.network, persons, this.hub);
  }

  /** Destroys the keys of persons whose records are gone for good. */
  forget(persons: readonly string[]): Promise<void> {
    return this.keys.destroyPersonKeys(this.network, persons);
  }

  /** Destroys for good what opens the words of these people, or of these protected files; a restored backup brings no key back. */
  erase(what: { readonly persons?: readonly string[]; readonly files?: readonly string[] }): Promise<void> {
    return this.keys.erase(this.network, { ...what, hub: this.hub });
  }

  /** The house's signature under what it certifies. */
  certify(body: string): Buffer {
    return this.keys.certify(body);
  }

  /** Signs the receipt of a figure; whoever has the public key checks it without this house. */
  receipt(body: string): SignedReceipt {
    return this.keys.receipt(body);
  }

  /** The 32 bytes by which others know who signed. */
  receiptKey(): Buffer {
    return this.keys.receiptKey();
  }

  /** Opens a sealed text and notes who looked. Throws KeyDestroyed when the person was erased. */
  async open(of: Sealed, sealed: Buffer): Promise<string> {
    return (await this.openBytes(of, sealed)).toString('utf8');
  }

  /** Opens sealed bytes and notes who looked, as `open` does. */
  async openBytes({ person, hub = null, ...place }: Sealed, sealed: Buffer): Promise<Buffer> {
    const key = await this.keys.personKey(this.network, person, this.hub);
    this.look(person, `${place.table}.${place.column}`, hub);
    return openBytes(key, place, sealed);
  }

  /** Sees to it that strangers can write to this hub: it gets its letter box. */
  async makeLetterBox(hub: string): Promise<void> {
    await this.keys.makeBox(this.network, hub);
  }

  /** Seals a letter (any JSON) to a hub's box: whoever seals it cannot open it. Null when that hub has no box. */
  async sealTo(hub: string, place: Place, letter: unknown): Promise<Buffer | null> {
    const box = await this.keys.boxOf(this.network, hub);
    return box && sealLetter(box, place, Buffer.from(JSON.stringify(letter), 'utf8'));
  }

  /**
   * Opens a letter that came to the reader's own hub, and notes who looked at it. Null when it does not open or holds no JSON:
   * anybody may seal, so a letter is not to be trusted to be one.
   */
  async openLetterTo(hub: string, place: Place, letter: Buffer): Promise<unknown> {
    const box = await this.keys.openBox(this.network, hub);
    this.look(place.row, `${place.table}.${place.column}`, hub);
    try {
      return box && JSON.parse(openLetter(box, place, letter).toString('utf8'));
    } catch {
      return null;
    }
  }
}
