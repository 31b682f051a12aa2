import type { Reader } from '#core/words/words.ts';
import type { IconName } from './icon-paths.ts';

export type Audience = 'citizen' | 'staff' | 'help' | 'print';

/** A part of the section bar that folds: "People", "Money". */
export interface NavGroup {
  readonly label: string;
  readonly icon: IconName;
}

/** One entry of the section bar. `current` is worked out from the path when it is not given. */
export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Entries of one part follow each other; without one the entry stands by itself. */
  readonly group?: NavGroup;
  readonly current?: boolean;
  /** Things waiting there, shown beside the word. */
  readonly count?: number;
}

/** The addresses of the built style sheet, scripts and icons, each with a hash of its content. */
export interface AssetHrefs {
  readonly css: string;
  readonly enhance: string;
  readonly print: string;
  readonly passkey: string;
  readonly autosave: string;
  readonly offlineTill: string;
  readonly offlineWorker: string;
  readonly quickExit: string;
  readonly icon: string;
  readonly neutralIcon: string;
}

/** What every page knows about the request it answers. The server makes it once; components receive it as `view`. */
export interface View extends Reader {
  /** Where this Hadina is reached, for addresses that leave the screen on paper: `https://hub.example`. */
  readonly origin?: string;
  /** Path of the page, without the query: `/desk/queue`. */
  readonly path: string;
  /** The query with its question mark, or an empty string: `?page=2`. */
  readonly search: string;
  /** Token against forged posts; every form carries it as `_csrf`. */
  readonly csrf: string;
  /** Nonce of the content security policy. */
  readonly nonce: string;
  readonly audience: Audience;
  /** Who is signed in. Absent for visitors. */
  readonly actor?: { readonly name: string; readonly hubName?: string };
  /** The hub whose door this is, in the reader's language. The platform's own name stands when absent. */
  readonly hubName?: string;
  /** Where the logo leads. Default `/`. */
  readonly homeHref?: string;
  /** Where the search box of staff pages asks (GET, parameter `q`). No box when absent. */
  readonly searchHref?: string;
  /** She may take lists out as files, as they are shown. */
  readonly takesLists?: true;
  /** Where the quick exit of help pages leads: an ordinary site of the country. */
  readonly exitHref?: string;
  readonly nav: readonly NavItem[];
  readonly languages: readonly { readonly lang: string; readonly label: string; readonly href: string }[];
  /** The language the page's words are in, when that is not yet the reader's own: the page says so in one sentence. */
  readonly shownIn?: 'en';
  /** The reader's own choice; without it the phone's setting decides. */
  readonly theme?: 'light' | 'dark';
  readonly assets: AssetHrefs;
}
