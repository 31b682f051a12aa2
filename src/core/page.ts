import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { Action, Query } from './action.ts';
import type { Actor } from './actor.ts';
import type { Resource } from './policy/decide.ts';
import type { Lang } from './words/locale.ts';
import type { Reader } from './words/words.ts';

/** Who a page is for: it decides the frame, the headers, the weight and the script allowed. */
export type Audience = 'citizen' | 'staff' | 'help' | 'print';

/** One person's visit to one page. V is the kit's View (src/ui/view.ts). */
export interface Visit<V extends Reader = Reader> {
  readonly actor: Actor;
  readonly view: V;
  /** `:name` parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** What stands after the question mark; lists as arrays. */
  readonly search: Readonly<Record<string, string | undefined>>;
  /** What she typed, kept after an error (dotted names). */
  readonly values: Readonly<Record<string, unknown>>;
  /** Reasons by dotted field name, already in her language. */
  readonly errors: Readonly<Record<string, string>>;
  /** The refusal that brought her back, in her language, with what it offers. */
  readonly refusal: { readonly code: string; readonly text: string; readonly offer: Readonly<Record<string, unknown>> } | null;
  readonly ask: <I extends z.ZodType, R>(query: Query<I, R>, input: Readonly<Record<string, unknown>>) => Promise<R>;
  /** How many rows a list gives at once, where the page goes out as a file; on a screen each list has its own length. */
  readonly atOnce?: number;
  /** Would this be allowed? Decides which buttons are drawn; the action decides again. */
  readonly may: (name: string, resource?: Resource) => boolean;
}

export interface Screen {
  readonly title: string;
  readonly body: ReactNode;
  /** Pages whose very address must tell nothing use a neutral title and no-store. */
  readonly quiet?: true;
  /** What stood at this address is read at another one now: she is led there. */
  readonly movedTo?: string;
  /** The language of a sheet that somebody else takes home; the reader's own when absent. */
  readonly reader?: Reader;
  /** The hub whose door the page is, in the reader's language: it stands where the platform's name would. */
  readonly hubName?: string;
  /** Seconds after which the browser looks again by itself: work goes on behind this page. */
  readonly looksAgain?: number;
  /** A code drawn at the head of a sheet, when the paper opens something. */
  readonly code?: ReactNode;
  /** The size of a sheet; A5 when absent. */
  readonly size?: 'A4' | 'A5';
  /** The sheet is the answer to a press and is never made again: no file of it can be asked for. */
  readonly onlyOnce?: true;
  /** The device keeps this page to open it without a network: it is framed without a name or menu, runs its own script, and may start the worker that opens it. */
  readonly keptOnDevice?: true;
  /** The way back from a sheet. It stands beside the print button, in the reader's own language, and is not printed. */
  readonly back?: { readonly href: string; readonly label: string };
}

export interface Post<V extends Reader> {
  readonly action: Action<any, any>;
  /** Another action that the same form does instead: told from the shape of what was typed alone, never from what exists. */
  readonly instead?: (typed: Readonly<Record<string, unknown>>) => Action<any, any> | undefined;
  /** Fields taken from the path or the visit rather than the form; they win over the form. */
  readonly input?: (visit: Visit<V>) => Readonly<Record<string, unknown>>;
  /** Where she goes next (303). */
  readonly leadsTo: (result: any, visit: Visit<V>) => string;
  /** What is shown once, in the answer itself, and never again: a secret. Then she is not led on. */
  readonly shows?: (result: any, visit: Visit<V>) => Screen;
  /** The page shown again with her values and the reasons (422), when this path has no page of its own. */
  readonly again?: Page<V>;
  /** Cookies and the like that only the web app may set, e.g. the session after sign-in. */
  readonly effect?: 'open-session' | 'close-session' | 'set-language' | 'set-hub';
}

/** The parts of the staff menu, by the nouns of the field, in the order they stand. */
export const menuGroups = ['people', 'services', 'incubation', 'programmes', 'money', 'figures', 'care', 'house'] as const;
export type MenuGroup = (typeof menuGroups)[number];

export interface Page<V extends Reader = any> {
  readonly path: string;
  /** The languages its words are in; Arabic, French and English unless more are named. In any other it speaks English and says so. */
  readonly speaks?: readonly Lang[];
  readonly audience: Audience;
  /** The rule of the policy table that opens it (a query or action name). */
  readonly needs: string;
  readonly show?: (visit: Visit<V>) => Promise<Screen> | Screen;
  readonly post?: Post<V>;
  /** A sheet whose table goes out as a file too: headings and typed rows, in the reader's words. Then the sheet itself is given as a document of a word processor as well. */
  readonly table?: (visit: Visit<V>) => Promise<{ readonly columns: readonly string[]; readonly rows: readonly (readonly (string | number | null)[])[] }>;
  /**
   * The same for every visitor of one language, and made of nothing but tables that raise `core.public_version` and what the
   * address says: it is kept in memory and made anew after a change.
   */
  readonly kept?: true;
  /** Its tables tell of persons: they go out as no file from here. A list of persons is taken under a leave, sealed, once. */
  readonly namesPersons?: true;
  /** Entry in the staff menu: a words key of the module and an order. */
  readonly menu?: {
    readonly label: (view: Reader) => string;
    readonly order: number;
    /** The part it folds into when her menu is long; without one it always stands by itself. */
    readonly group?: MenuGroup;
    readonly icon?: string;
    /** Other addresses that belong to the entry: her menu shows where she is there too. */
    readonly also?: readonly string[];
    /** How many things wait there for the reader, shown beside the entry on each of her pages. */
    readonly waiting?: Query<any, number>;
  };
}

/** Declares one page: its path, whom it is for, what it shows, and the one action its form does. */
export const definePage = <V extends Reader>(page: Page<V>): Page<V> => page;
