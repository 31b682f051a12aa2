import type { House } from '#core/house.ts';
import type { Page } from '#core/page.ts';
import type { Log } from '../log.ts';
import type { Assets } from './assets.ts';
import type { DirectoryLimit } from './directory-limit.ts';
import type { HomeNetwork } from './home-network.ts';
import type { KeptPages } from './kept-pages.ts';
import type { PageLimit } from './page-limit.ts';

/** What the web app stands on. */
export interface WebHouse {
  readonly house: House;
  readonly home: HomeNetwork;
  readonly pages: readonly Page[];
  readonly assets: Assets;
  readonly log: Log;
  readonly csrfKey: Buffer;
  readonly publicUrl: string | null;
  /** Served over https, by a proxy in front. */
  readonly secure: boolean;
  /** Public pages kept in memory; the app makes its own when none is handed in. */
  readonly kept?: KeptPages;
  /** How fast the directory may be read by one connection; the app opens its own when none is handed in. */
  readonly directoryLimit?: DirectoryLimit;
  /** How many pages one colleague, or one line, may ask for; the app opens its own when none is handed in. */
  readonly pageLimit?: PageLimit;
}
