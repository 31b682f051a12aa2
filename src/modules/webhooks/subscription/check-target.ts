import type { Doing } from '#core/action.ts';
import type { OutboundFault } from '#core/outbound/outbound.ts';

/** Why a target is not taken; each has words. */
export const targetRefusals = ['target-not-https', 'target-not-public', 'target-not-found', 'target-not-an-address'] as const;

const said: Readonly<Partial<Record<OutboundFault, (typeof targetRefusals)[number]>>> = {
  'not-https': 'target-not-https', 'not-public': 'target-not-public', 'not-found': 'target-not-found',
};

/** Refuses a target that the house would not call: not https, not on the open internet, with a password in it, or nowhere. */
export async function checkTarget({ outbound, refuse }: Pick<Doing<unknown>, 'outbound' | 'refuse'>, target: string): Promise<void> {
  const fault = await outbound.check(target);
  if (fault) refuse(said[fault] ?? 'target-not-an-address', {}, 'target');
}
