/** An officer before one protected file, as a plain story. */
export interface RightStory {
  readonly trained: boolean;
  /** She stands, as protection officer, at the hub that keeps the file. */
  readonly here: boolean;
  readonly keptOut: boolean;
  readonly grant: 'none' | 'live' | 'expired' | 'revoked' | 'future';
  /** What the grant, if it counts, allows beyond reading. */
  readonly writes: boolean;
  /** An emergency she had a part in: not answered, open, ended by hand, its four hours over, left unreviewed for three days, reviewed. */
  readonly key: 'none' | 'waiting' | 'open' | 'ended' | 'over' | 'left' | 'reviewed';
  /** She asked for it; else she turned the second key. */
  readonly asked: boolean;
}

/** trust.md 2.2 and 2.3: every no before every yes; two keys read one file and never write. */
export function mayDoInFile({ trained, here, keptOut, grant, writes, key, asked }: RightStory): 'nothing' | 'read' | 'write' {
  if (keptOut || !here || !trained || key === 'left') return 'nothing';
  if (grant === 'live') return writes ? 'write' : 'read';
  return key === 'open' && asked ? 'read' : 'nothing';
}
