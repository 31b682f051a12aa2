import { Refusal } from '#core/refusal.ts';

const AT_ONCE = 2;
const MOST_WAITING = 32;
const MOST_STRANGERS = 24;
const ASK_TO_WAIT_SECONDS = 5;

let working = 0;
const known: (() => void)[] = [];
const strangers: (() => void)[] = [];

/**
 * Waits for a turn at hashing a password: two at once, since each takes 64 MiB and a thread that the rest of the house needs too.
 * Whoever signed in on this device before goes first. When too many wait it throws `core.too-busy` (503) with the seconds to wait;
 * nothing of the database is held meanwhile.
 */
export async function takeTurn<X>(isKnown: boolean, work: () => Promise<X>): Promise<X> {
  await turn(isKnown);
  return work().finally(pass);
}

async function turn(isKnown: boolean): Promise<void> {
  if (working < AT_ONCE) {
    working++;
    return;
  }
  const waiting = known.length + strangers.length;
  if (waiting >= MOST_WAITING || (!isKnown && strangers.length >= MOST_STRANGERS)) {
    throw new Refusal('core.too-busy', { seconds: ASK_TO_WAIT_SECONDS }, undefined, { status: 503 });
  }
  await new Promise<void>((go) => (isKnown ? known : strangers).push(go));
}

/** Hands the turn to the next one; the number of those at work stays the same. */
function pass(): void {
  const next = known.shift() ?? strangers.shift();
  if (next) next();
  else working--;
}
