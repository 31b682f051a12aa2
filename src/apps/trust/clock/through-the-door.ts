import type { Actor } from '#core/actor.ts';
import { newSession } from '#tests/fixtures/new-session.ts';
import type { World } from '#tests/fixtures/open-hub.ts';
import { csrfToken } from '../../web/csrf.ts';
import { SESSION } from '../../web/who-visits.ts';
import { bearerOf } from '../web/bearer.ts';

/** One answer of a process that serves: its status, where it sends her, and its text. */
export interface Heard { readonly status: number; readonly to: string; readonly text: string }

/** Asks a process that serves a world on this machine, as a colleague with her cookie or a program with its token. */
export interface Asker {
  session(actor: Actor): Promise<string>;
  page(session: string, path: string): Promise<Heard>;
  form(session: string, path: string, fields: Record<string, string>): Promise<Heard>;
  program(actor: Actor): Promise<(name: string, input: Record<string, unknown>) => Promise<Heard>>;
}

/** Opens an asker for the process at this address. */
export function askerAt(origin: string, world: World): Asker {
  const csrf = world.house.keyFor('csrf');
  const ask = async (path: string, init: RequestInit): Promise<Heard> => {
    const answer = await fetch(`${origin}${path}`, { redirect: 'manual', ...init });
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
  };
  return {
    session: (actor) => newSession(world.house, actor),
    page: (session, path) => ask(path, { headers: { cookie: `${SESSION}=${session}` } }),
    form: (session, path, fields) => ask(path, { method: 'POST', body: new URLSearchParams({ _csrf: csrfToken(csrf, session), ...fields }), headers: { cookie: `${SESSION}=${session}`, origin } }),
    program: async (actor) => {
      const bearer = await bearerOf(world, actor);
      return (name, input) => ask(`/api/v1/${name}`, { method: 'POST', headers: { ...bearer, 'content-type': 'application/json' }, body: JSON.stringify(input) });
    },
  };
}
