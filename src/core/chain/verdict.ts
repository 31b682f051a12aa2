/** What the walk found: the number of links, and the first place where record and seal disagree. */
export interface Verdict {
  readonly network: string;
  readonly events: bigint;
  readonly broken: { readonly seq: bigint; readonly event: string | null; readonly fault: Fault } | null;
}

export type Fault =
  | 'event-changed' | 'event-missing' | 'event-unsealed' | 'event-slipped-in' | 'link-changed' | 'gap'
  | 'head-differs' | 'tail-cut' | 'head-not-ours';

/** Hashes that were published or stored for a number of the chain. */
export type Heads = Map<bigint, Buffer[]>;

/** The verdict of a chain that breaks at a link, after so many sound ones. */
export const broken = (network: string, seq: bigint, event: string | null, fault: Fault, events: bigint): Verdict => ({
  network, events, broken: { seq, event, fault },
});
