import { openModule } from '#core/action.ts';

/** What a file holds. */
export const importKinds = ['hsds', 'services', 'organizations', 'persons', 'registrations'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Does a file of this kind name persons? Its rows wait sealed, and whoever brings it works at the desk. */
export const namesPersons = (kind: ImportKind): boolean => kind === 'persons' || kind === 'registrations';

/** Something to say of a row: which field, a code that has words, and whether the row fell by it. */
export interface Problem {
  readonly field: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly fatal?: true;
}

/** What was said beside the file. */
export interface ImportOptions {
  /** The language of texts that do not tell their own. */
  readonly language?: 'ar' | 'fr' | 'en' | undefined;
  /** The persons of the file have agreed in writing that the hub keeps how to reach them. */
  readonly consent?: boolean | undefined;
  /** Persons who are most likely known already are taken all the same. */
  readonly doubles?: 'leave' | 'take' | undefined;
  /** The call that registrations answer. */
  readonly call?: string | undefined;
}

/** One file brought in; the migration's comments say what each column means. */
export interface ImportRow {
  network_id: string;
  id: string;
  hub_id: string;
  kind: ImportKind;
  file_name: string;
  file_hash: Buffer;
  file_bytes: bigint;
  format: string;
  encoding: string | null;
  separator: string | null;
  columns: readonly string[];
  mapping: Readonly<Record<string, string>>;
  options: ImportOptions;
  notices: readonly Problem[];
  state: 'reading' | 'read' | 'checking' | 'checked' | 'loading' | 'loaded' | 'publishing' | 'published' | 'undoing' | 'undone' | 'dropped';
  rows_read: number;
  done_until: number;
  added: number;
  changed: number;
  same: number;
  refused: number;
  warned: number;
  started_by: string | null;
  started_at: Date;
  moved_at: Date;
  published_at: Date | null;
  undone_at: Date | null;
}

/** Leave to take a list of persons out, once. */
export interface LeaveRow {
  network_id: string;
  id: string;
  hub_id: string;
  account_id: string;
  session_id: string;
  list: 'persons';
  format: 'csv' | 'xlsx';
  token_hash: Buffer;
  sealed_words: Buffer;
  made_at: Date;
  until_at: Date;
  used_at: Date | null;
}

/** The tables of the exchange. */
export interface ExchangeTables {
  'exchange.import': ImportRow;
  'exchange.leave': LeaveRow;
  'exchange.import_row': {
    network_id: string;
    hub_id: string;
    import_id: string;
    row_number: number;
    cells: Record<string, unknown> | null;
    sealed: Buffer | null;
    state: 'waiting' | 'added' | 'changed' | 'same' | 'refused';
    subject_id: string | null;
    application_id: string | null;
    problems: readonly Problem[] | null;
    change: unknown;
    before: unknown;
  };
  'exchange.column_choice': { network_id: string; hub_id: string; kind: string; signature: Buffer; mapping: Readonly<Record<string, string>>; chosen_at: Date };
  'exchange.publication': { network_id: string; import_id: string; hub_id: string; withdrawn_at: Date | null };
}

export const { action, query } = openModule<ExchangeTables>('exchange');
