import { createHash } from 'node:crypto';
import type { HeldRole } from '#core/actor.ts';

/** A fingerprint of the roles somebody holds: another one means that her rights changed since. 32 bytes. */
export const rolesMark = (roles: readonly HeldRole[]): Buffer =>
  createHash('sha256').update(roles.map(({ role, scope, scopeId }) => `${role} ${scope} ${scopeId ?? ''}`).sort().join('\n')).digest();
