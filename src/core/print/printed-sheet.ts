/** A piece of a line: words with their direction and language, or a small drawing. */
export interface PrintedRun {
  readonly words?: string;
  /** SVG with its own colours. */
  readonly drawing?: string;
  /** The drawing is a picture: it stands large, on a line of its own. */
  readonly photo?: true;
  readonly dir?: 'ltr' | 'rtl';
  /** ISO 639-1, for whoever reads the file aloud. */
  readonly lang?: string;
  readonly strong?: true;
  readonly soft?: true;
}

/** A line of a sheet, in the order it is read. */
export interface PrintedLine {
  readonly kind: 'heading' | 'lead' | 'line' | 'item' | 'step' | 'row' | 'foot';
  /** For a step: done, where one is now, what comes, where it stopped. */
  readonly state?: 'done' | 'current' | 'next' | 'stopped';
  readonly runs: readonly PrintedRun[];
  /** For a row of a table: its cells, in the order they are read. */
  readonly cells?: readonly (readonly PrintedRun[])[];
}

/** A sheet to take home as the typesetter takes it: nothing in it is ever read as an instruction. */
export interface PrintedSheet {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly size: 'a4' | 'a5';
  readonly title: string;
  /** Who gives it: the hub's name. */
  readonly head: readonly PrintedRun[];
  readonly mark?: string;
  /** A code to photograph, as SVG. */
  readonly code?: string;
  readonly lines: readonly PrintedLine[];
}
