/** A difference up to so many milliseconds is the way of an answer, not another time. */
const JITTER_MS = 1_000;

let told: { readonly at: number; readonly heard: number } | undefined;

/** Hears what time it is by the clock of the database; every transaction tells it when it begins. */
export function hearTime(at: Date): void {
  const ahead = at.getTime() - milliseconds();
  if (told && ahead <= 0 && ahead > -JITTER_MS) return;
  told = { at: at.getTime(), heard: performance.now() };
}

/**
 * What time it is by the clock of the database: as it was told last, and by the seconds of this process since. The clock of the machine may be wrong or jump, this
 * one does neither, nor does it go back by the way of an answer. Before anything was told: the clock of the machine.
 */
export const houseTime = (): Date => new Date(milliseconds());

const milliseconds = (): number => (told ? Math.floor(told.at + performance.now() - told.heard) : Date.now());
