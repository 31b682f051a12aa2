import type { Asking } from '#core/action.ts';

/** Refuses a program: nobody's session, account or key is made through a token. The server's own console is somebody present. */
export function atScreen({ actor, refuse }: Pick<Asking<unknown>, 'actor' | 'refuse'>): void {
  if (actor.app === 'api' || actor.token) refuse('only-at-a-screen');
}
