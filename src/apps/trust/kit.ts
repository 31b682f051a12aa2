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
  /** How many accounts that new Hadina held before anybody came. */
  accountsWhenNew(): Promise<number>;
  /** What is made once in a run under this name and used by whoever asks again: a browser, a folder, a town. It is closed with the run. */
  shared<T>(name: string, open: () => Promise<Shared<T>>): Promise<T>;
  /** Tells whoever waits how far a long promise is; no part of its report. */
  tell(text: string): void;
  /** Rounds that were shortened in this run, for the notes. */
  readonly shortened: string[];
}

/** A thing that several promises use, and how it is put away; nothing to do where it lies in the scratch database. */
export interface Shared<T> {
  readonly value: T;
  close?(): Promise<unknown>;
}

/** Opens the kit of one run; `close` stops and removes the scratch database, if one was opened. `tell`: where it is said how far a promise is. */
export function openKit(seed: number, size: Size, tell: Kit['tell'] = () => {}): { kitFor: (number: number) => Kit; close: () => Promise<void> } {
  let opened: ReturnType<typeof openScratch> | undefined;
  const scratch = () => (opened ??= openScratch());
  const things = new Map<string, Promise<Shared<unknown>>>();
  const shared = async <T>(name: string, open: () => Promise<Shared<T>>): Promise<T> => {
    const thing = (things.get(name) ?? open()) as Promise<Shared<T>>;
    things.set(name, thing);
    return (await thing).value;
  };
  const hadina = async () => (await scratch()).hadina;
  const accountsWhenNew = async () => (await scratch()).accountsWhenNew;
  return {
    kitFor: (number) => {
      const shortened: string[] = [];
      return {
        seed, size, hadina, accountsWhenNew, shared, shortened, tell,
        random: randomOf(seed * 1_000 + number),
        rounds: (quick, usual, full = usual) => {
          if (size === 'quick' && quick < usual) shortened.push(`${quick} rounds instead of ${usual}`);
          return { quick, usual, full }[size];
        },
      };
    },
    close: async () => {
      // What could not be opened has said so already, to the promise that asked for it.
      for (const thing of [...things.values()].reverse()) await (await thing.catch(() => null))?.close?.();
      await (await opened)?.close();
    },
  };
}
