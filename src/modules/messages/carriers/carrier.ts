import type { TextChannel } from '../messages.ts';

/** A message on its way out: the only place where an address and a text stand together, in memory and nowhere else. */
export interface Letter {
  readonly id: string;
  readonly channel: TextChannel;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly lang: string;
}

/** What a carrier says: taken, or why not and whether trying again may help. */
export type Carried = { readonly ok: true } | { readonly ok: false; readonly reason: string; readonly again: boolean };

/** Whoever takes messages out of the house. */
export interface Carrier {
  readonly channels: readonly TextChannel[];
  carry(letter: Letter): Promise<Carried>;
}
