import { type Actor, holds } from '#core/actor.ts';
import { deskRoles } from '../access.ts';

/**
 * On which side of a referral an account stands: at the body it is addressed to, or at the desk that sent it and was told by
 * phone. Null for anybody else. Row-level security has decided already whether she sees the row at all.
 */
export function sideOf(actor: Actor, referral: { organization_id: string; hub_id: string }): 'account' | 'desk' | null {
  if (actor.roles.some(({ scope, scopeId }) => scope === 'org' && scopeId === referral.organization_id)) return 'account';
  return actor.hub === referral.hub_id && holds({ ...actor, roles: actor.roles.filter(({ scope }) => scope === 'hub') }, deskRoles) ? 'desk' : null;
}
