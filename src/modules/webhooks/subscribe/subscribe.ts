import { newId } from '#core/id.ts';
import { keepingHub } from '#modules/network/public.ts';
import { checkTarget, targetRefusals } from '../subscription/check-target.ts';
import { newSecret, sealSecret, secretBytes } from '../subscription/secret.ts';
import { setWishes } from '../subscription/set-wishes.ts';
import { action } from '../webhooks.ts';
import { subscribeInput } from './subscribe.input.ts';

const MOST = 20;

/** Lets another program hear what happens in a hub, or in the whole network. The secret is answered once and kept sealed. */
export const subscribe = action({
  name: 'subscribe',
  says: 'Lets another program hear of chosen events.',
  input: subscribeInput,
  refuses: [...targetRefusals, 'not-a-secret', 'too-many-subscriptions'],
  remembers: false,
  run: async (doing, { hub: wanted, label, target, events, secret = newSecret() }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const hub = keepingHub(doing, wanted);
    const bytes = secretBytes(secret) ?? refuse('not-a-secret', {}, 'secret');
    const { others } = await tx.selectFrom('webhooks.subscription').select(({ fn }) => fn.countAll<bigint>().as('others'))
      .where('network_id', '=', network).where('state', '<>', 'ended').where('hub_id', hub ? '=' : 'is', hub)
      .executeTakeFirstOrThrow();
    if (others >= BigInt(MOST)) refuse('too-many-subscriptions', { most: MOST });
    await checkTarget(doing, target);
    const subscription = newId(now.getTime());
    const wished = [...new Set(events)];
    await tx.insertInto('webhooks.subscription').values({
      network_id: network, id: subscription, hub_id: hub, label, target, event_names: wished, secret: sealSecret(doing, subscription, bytes),
      secret_before: null, secret_before_until: null, made_at: now, made_by: actor.account, disabled_at: null, disabled_for: null,
    }).execute();
    await setWishes(doing, { subscription, hub, events: wished });
    await record({ name: 'subscribed', subject: subscription, hub, body: { events: wished.length } });
    return { subscription, secret };
  },
});
