import type { Visit } from '#core/page.ts';

/** The hub a settings page is about: the one in the address (for administrators), else where she stands; none gives undefined. */
export const settingsHub = (visit: Visit): string | undefined => visit.search.hub ?? visit.actor.hub ?? undefined;

/** The hub named in the address, carried along to the next settings page. */
export const hubQuery = (visit: Visit, more = ''): string => {
  const query = new URLSearchParams(more);
  if (visit.search.hub) query.set('hub', visit.search.hub);
  return query.size ? `?${query}` : '';
};
