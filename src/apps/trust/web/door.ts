import type { Hono } from 'hono';
import type { Actor } from '#core/actor.ts';
import type { Log } from '../../log.ts';
import { openLog } from '../../log.ts';
import { webApp } from '../../web/app.ts';
import { loadAssets } from '../../web/assets.ts';
import { csrfToken } from '../../web/csrf.ts';
import { sitemap } from '../../web/sitemap.ts';
import { SESSION, VISIT } from '../../web/who-visits.ts';
import { newSession } from '#tests/fixtures/new-session.ts';
import type { World } from '#tests/fixtures/open-hub.ts';

const ORIGIN = 'http://localhost';
const VISITOR = 'AAAAAAAAAAAAAAAAAAAAAA';
// Read and packed once for every door of a run.
let assets: ReturnType<typeof loadAssets> | undefined;

/** The web app before a world, asked as somebody, with whatever she sends. */
export interface Door {
  readonly app: Hono;
  readonly world: World;
  /** The token that her forms would carry. */
  token(actor: Actor | null): Promise<string>;
  cookie(actor: Actor | null): Promise<string>;
  get(actor: Actor | null, address: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form as her browser would from our own page. */
  post(actor: Actor | null, address: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
}

/** Opens the web app over a world; `secure` as behind a proxy with https. */
export async function openDoor(world: World, { log = openLog(), secure = false }: { log?: Log; secure?: boolean } = {}): Promise<Door> {
  const { house, network, country } = world;
  const csrfKey = house.keyFor('csrf');
  const app = webApp({ house, home: { network, country, demo: false }, pages: sitemap, assets: await (assets ??= loadAssets()), log, publicUrl: null, csrfKey, secure });
  const sessions = new Map<string, Promise<string>>();
  const session = (actor: Actor | null): Promise<string> => {
    if (!actor) return Promise.resolve(VISITOR);
    const known = sessions.get(actor.account!) ?? newSession(house, actor);
    sessions.set(actor.account!, known);
    return known;
  };
  const cookie = async (actor: Actor | null) => `${actor ? SESSION : VISIT}=${await session(actor)}`;
  const token = async (actor: Actor | null) => csrfToken(csrfKey, await session(actor));
  return {
    app, world, token, cookie,
    get: async (actor, address, headers = {}) => app.request(`${ORIGIN}${address}`, { headers: { cookie: await cookie(actor), ...headers } }),
    post: async (actor, address, fields, headers = {}) => app.request(`${ORIGIN}${address}`, {
      method: 'POST', body: new URLSearchParams({ _csrf: await token(actor), ...fields }),
      headers: { cookie: await cookie(actor), 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...headers },
    }),
  };
}
