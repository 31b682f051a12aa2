import { createHash } from 'node:crypto';
import { connectionOf, type Whence } from './whence.ts';

/** Pages a minute of one colleague, whatever line she comes by; and of all together who share a line and are not known. */
const PER_PERSON = 600;
const PER_LINE = 1_200;
/** A sheet or a table as a file costs as much as so many pages. */
const A_FILE = 10;
const MOST_COUNTED = 20_000;
const MOST_KNOWN = 5_000;
const MINUTE_MS = 60_000;

interface Asked {
  readonly from: Whence;
  readonly session: string | undefined;
  readonly path: string;
}

/** Counts the pages of one process. */
export interface PageLimit {
  /** Counts one page; answers the seconds to wait, 0 when it may be answered. */
  count(asked: Asked): number;
  /** Whose page it is: of an account or of a line; null for what comes from this machine itself. */
  whose(asked: Asked): string | null;
  /** Whether this cookie is known to open a session. */
  isKnown(session: string): boolean;
  /** The cookie opened the session of this account: from now on she is counted by herself. */
  knows(session: string, account: string): void;
}

/** What is counted elsewhere or costs nothing: files with a hash in their name, the API, the directory, health. */
export const isPage = (path: string): boolean => !/^\/(?:assets|api|hsds|directory|registry|healthz|readyz|metrics|robots\.txt)(?:[/?]|$)/.test(path);

/**
 * Opens the counters of one process. A hub shares one line: whoever is signed in is counted by her account, so that nobody beside her uses up what is hers; a
 * cookie that opened nothing counts by its line, so that made-up ones gain nothing. Signing in has an allowance of its own. What comes from this machine itself,
 * through no proxy, is not counted. Nothing is written; addresses and fingerprints are in memory for minutes. `clock`: milliseconds that never go back.
 */
export function openPageLimit({ person = PER_PERSON, line = PER_LINE, clock = () => performance.now() } = {}): PageLimit {
  let counted = new Map<string, number>();
  let minute = 0;
  const known = new Map<string, string>();
  const accountOf = (session: string | undefined): string | undefined => (session ? known.get(fingerprint(session)) : undefined);
  const whose = ({ from, session, path }: Asked): string | null => {
    const address = connectionOf(from);
    return address === null ? null : (accountOf(session) ?? (path.startsWith('/sign-in') ? `in ${address}` : address));
  };
  return {
    whose,
    isKnown: (session) => accountOf(session) !== undefined,
    count: (asked) => {
      const asker = whose(asked);
      if (asker === null) return 0;
      const current = Math.floor(clock() / MINUTE_MS);
      if (current !== minute || counted.size > MOST_COUNTED) counted = new Map();
      minute = current;
      const pages = (counted.get(asker) ?? 0) + (/\.(?:pdf|docx|csv|xlsx)$|^\/(?:lists|take)\//.test(asked.path) ? A_FILE : 1);
      counted.set(asker, pages);
      return pages > (accountOf(asked.session) ? person : line) ? Math.max(1, Math.ceil(((current + 1) * MINUTE_MS - clock()) / 1_000)) : 0;
    },
    knows: (session, account) => {
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(fingerprint(session), account);
    },
  };
}

const fingerprint = (cookie: string): string => createHash('sha256').update(cookie).digest('base64url').slice(0, 22);
