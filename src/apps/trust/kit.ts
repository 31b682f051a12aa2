import type { OpenHadina } from '../open-hadina.ts';
import { type Random, randomOf } from './random.ts';
import { openScratch } from './scratch.ts';

export type Size = 'quick' | 'usual' | 'full';

/** What a promise works with: chance that can be repeated, a size, and a database of its own. */
export interface Kit {
  readonly seed: number;
  readonly size: Size;
  readonly random: Random;
  /** The number of cases for this size; the quick one is written down as shortened. */
  rounds(quick: number, usual: number, full?: number): number;
  /** A new Hadina in a folder of its own, opened on the first call and shared by all promises of this run. */
  hadina(): Promise<OpenHadina>;
  /** Rounds that were shortened in this run, for the notes. */
  readonly shortened: string[];
}

/** Opens the kit of one run; `close` stops and removes the scratch database, if one was opened. */
export function openKit(seed: number, size: Size): { kitFor: (number: number) => Kit; close: () => Promise<void> } {
  let opened: ReturnType<typeof openScratch> | undefined;
  const hadina = async () => (await (opened ??= openScratch())).hadina;
  return {
    kitFor: (number) => {
      const shortened: string[] = [];
      return {
        seed, size, hadina, shortened,
        random: randomOf(seed * 1_000 + number),
        rounds: (quick, usual, full = usual) => {
          if (size === 'quick' && quick < usual) shortened.push(`${quick} rounds instead of ${usual}`);
          return { quick, usual, full }[size];
        },
      };
    },
    close: async () => (await opened)?.close(),
  };
}
