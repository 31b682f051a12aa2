import type { Page } from '#core/page.ts';
import { allActions, allQueries } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { sitemap } from '../../web/sitemap.ts';
import type { Known } from '../town/known.ts';

/** Pages that can be looked at. */
export const shownPages = (): readonly Page[] => sitemap.filter(({ show }) => show);
/** Pages that take a form. */
export const postedPages = (): readonly Page[] => sitemap.filter(({ post }) => post);

/** The address of a page with real things of a town in its parts, or with things that are nowhere. */
export const addressOf = (path: string, known: Known | null): string =>
  path.replace(/:([a-z_]+)/gi, (_, part: string) => (known ? known.id(part) : newId()));

/** The parts of an address, by name. */
export const partsOf = (path: string): string[] => [...path.matchAll(/:([a-z_]+)/gi)].map(([, part]) => part!);

/** The address of an action or query in the API. */
export const apiAddress = (fullName: string): string => `/api/v1/${fullName.replace('.', '/')}`;

/** Everything the API answers: actions are posted, queries are read. */
export const apiNames = () => ({ actions: [...allActions().values()], queries: [...allQueries().values()] });
