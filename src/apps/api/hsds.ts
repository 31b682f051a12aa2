import { type Context, Hono } from 'hono';
import { visitor } from '#core/actor.ts';
import { ask } from '#core/pipeline.ts';
import { hsdsService, hsdsServices } from '#modules/directory/public.ts';
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
      const { status, body } = problemOf(faultOf(error), 'directory', readerOfNetwork(web.home, localeOf('en', web.home.country)));
      return c.json(body, status as never, { 'Content-Type': 'application/problem+json' });
    }
  };
  app.get('/hsds/services', (c) => answer(c, () => ask(web.house, actor, hsdsServices, c.req.query())));
  app.get('/hsds/services/:id', (c) => answer(c, () => ask(web.house, actor, hsdsService, { id: c.req.param('id') })));
  return app;
}
