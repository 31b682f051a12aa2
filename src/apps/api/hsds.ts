import { type Context, Hono } from 'hono';
import { visitor } from '#core/actor.ts';
import { ask } from '#core/pipeline.ts';
import type { Query } from '#core/action.ts';
import {
  hsdsOrganization, hsdsOrganizations, hsdsService, hsdsServiceAtLocation, hsdsServiceAtLocations, hsdsServices, hsdsTaxonomies, hsdsTaxonomy,
  hsdsTaxonomyTerm, hsdsTaxonomyTerms,
} from '#modules/directory/public.ts';
import { faultOf } from '../fault.ts';
import { localeOf } from '#core/words/locale.ts';
import { readerOfNetwork } from '../web/home-network.ts';
import type { WebHouse } from '../web/web-house.ts';
import { problemOf } from './problem.ts';

/** The public directory as HSDS 3.1, read-only, without a token. */
export function hsdsRoutes(web: WebHouse): Hono {
  const app = new Hono();
  const actor = visitor(web.home.network, 'api');
  const answer = async (c: Context, read: () => Promise<unknown>): Promise<Response> => {
    try {
      return c.json((await read()) as object, 200, { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' });
    } catch (error) {
      const { status, headers, body } = problemOf(faultOf(error), 'directory', readerOfNetwork(web.home, localeOf('en', web.home.country)));
      return c.json(body, status as never, { ...headers, 'Content-Type': 'application/problem+json' });
    }
  };
  app.get('/hsds', (c) => answer(c, async () => ({ version: '3.1', profile: PROFILE, openapi_url: `${new URL(web.publicUrl ?? c.req.url).origin}/api/openapi.json` })));
  for (const [name, list, whole] of resources) {
    app.get(`/hsds/${name}`, (c) => answer(c, () => ask(web.house, actor, list, c.req.query())));
    app.get(`/hsds/${name}/:id`, (c) => answer(c, () => ask(web.house, actor, whole, { ...c.req.query(), id: c.req.param('id') })));
  }
  return app;
}

/** The specification itself: no profile of ours changes it. */
const PROFILE = 'https://docs.openreferral.org/en/3.1/';

/** Every resource of the HSDS API with its list and its single record. */
const resources: readonly (readonly [string, Query, Query])[] = ([
  ['services', hsdsServices, hsdsService],
  ['organizations', hsdsOrganizations, hsdsOrganization],
  ['service_at_locations', hsdsServiceAtLocations, hsdsServiceAtLocation],
  ['taxonomies', hsdsTaxonomies, hsdsTaxonomy],
  ['taxonomy_terms', hsdsTaxonomyTerms, hsdsTaxonomyTerm],
] as const) as never;
