import { localeOf } from '../words/locale.ts';
import { defineWords } from '../words/words.ts';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

/** The sentences for "Hadina cannot start", in the reader's language: `startWords(reader)(refusal.code, refusal.values)`. */
export const startWords = defineWords('start', { en, ar, fr });

const english = startWords({ locale: localeOf('en', 'TN'), terms: {} });
const isolates = /[\u2068\u2069]/g;

/**
 * Hadina does not start, for a reason the person at the console can act on.
 * `message` is the English sentence; exit code 3. Anything else that is thrown is a bug.
 */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
  readonly code: keyof typeof en;
  readonly values: Readonly<Record<string, string>>;

  constructor(code: keyof typeof en, values: Record<string, string>) {
    super(english(code, values).replace(isolates, ''));
    this.code = code;
    this.values = values;
  }
}

/** Turns what the disk answered (full, read-only, not ours) into a refusal; anything else is thrown on as it is. */
export function refuseForDisk(error: unknown, folder: string): never {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') throw new StartRefusal('disk-full', { folder });
  if (code && unwritable.has(code)) throw new StartRefusal('folder-unwritable', { folder, reason: code });
  throw error;
}

const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG', 'EIO']);
