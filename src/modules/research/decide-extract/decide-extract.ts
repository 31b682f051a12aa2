import { z } from 'zod';
import { choice, id, maybe, text } from '#core/input.ts';
import type { Actor } from '#core/actor.ts';
import { action } from '../research.ts';

/** For whom somebody decides: who guards the data, or who rules the network. */
export const sides = ['dpo', 'network_admin'] as const;
export type Side = (typeof sides)[number];

/**
 * Says yes or no to a request. A yes needs both sides by two different persons, neither of whom asked; one no ends it. With the second yes
 * the rows are made by themselves.
 */
export const decideExtract = action({
  name: 'decide-extract',
  says: 'Says yes or no to a request of research, for the protection of data or for the network.',
  input: z.strictObject({ extract: id(), as: choice(sides), answer: choice(['yes', 'no'] as const), why: maybe(text(500)) }),
  refuses: ['not-your-side', 'decided-already', 'own-request', 'same-eyes', 'reason-missing'],
  run: async ({ tx, network, now, actor, refuse, absent, record, later }, { extract, as, answer, why }) => {
    if (!actor.account) return absent();
    const row = await tx.selectFrom('research.extract').selectAll().where('network_id', '=', network).where('id', '=', extract).forUpdate().executeTakeFirst() ?? absent();
    if (!isOn(actor, as)) refuse('not-your-side', {}, 'as');
    if (row.state !== 'asked' || (as === 'dpo' ? row.dpo_by : row.admin_by) !== null) refuse('decided-already');
    if (row.asked_by === actor.account) refuse('own-request');
    if (actor.account === row.dpo_by || actor.account === row.admin_by) refuse('same-eyes');
    const one = tx.updateTable('research.extract').where('network_id', '=', network).where('id', '=', extract);
    if (answer === 'no') {
      if (!why) refuse('reason-missing', {}, 'why');
      await one.set({ state: 'declined', declined_by: actor.account, declined_at: now, declined_why: why! }).execute();
      await record({ name: 'extract-declined', subject: extract, hub: null, body: { as } });
      return { extract };
    }
    const both = (as === 'dpo' ? row.admin_by : row.dpo_by) !== null;
    await one.set({ ...(as === 'dpo' ? { dpo_by: actor.account, dpo_at: now } : { admin_by: actor.account, admin_at: now }), ...(both ? { state: 'approved' as const } : {}) }).execute();
    await record({ name: 'extract-approved', subject: extract, hub: null, body: { as, both } });
    if (both) await later('research.prepare-extract', { extract });
    return { extract };
  },
});

/** Does she hold the role of this side over the network? */
export const isOn = ({ roles }: Actor, side: Side): boolean => roles.some(({ role, scope }) => role === side && scope === 'network');
