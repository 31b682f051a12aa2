import { setTimeout as wait } from 'node:timers/promises';

const HELD_BACK_MS = 500;
/** More at once than this are told so in a word: making a page for each would take the house's time after all. */
const IN_A_PAGE = 20;
const MOST_HELD = 2_000;

/**
 * Holds back who is told to wait: who asks again as soon as she is answered holds her own line, and nobody else's; the more of them there are, the longer. Whether she may
 * be told in a page; when not, a word is enough.
 */
export function openHoldBack(milliseconds = HELD_BACK_MS): () => Promise<boolean> {
  let held = 0;
  return async () => {
    if (held >= MOST_HELD) return false;
    held += 1;
    const inPage = held <= IN_A_PAGE;
    await wait(milliseconds * Math.ceil(held / 100));
    held -= 1;
    return inPage;
  };
}
