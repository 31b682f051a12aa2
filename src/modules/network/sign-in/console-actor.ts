import type { Actor } from '#core/actor.ts';

/** Whoever sits at the server's own console: an administrator of the network without an account (design.md section 14). */
export const consoleActor = (network: string): Actor => ({
  network, account: null, person: null, hub: null, app: 'cli',
  roles: [{ role: 'network_admin', scope: 'network', scopeId: null, hubs: [] }],
});
