import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { changeSubscription } from '../change-subscription/change-subscription.ts';
import { subscribe } from '../subscribe/subscribe.ts';
import { type OfferedEvent, offeredEventNames, offeredEvents } from '../subscription/offered-events.ts';
import { newSecret } from '../subscription/secret.ts';
import { subscriptionSheet } from '../subscription/subscription-sheet.query.ts';
import { webhooksWords } from '../words.ts';
import { addressFor, hubAsked } from './hub-asked.ts';

/** Where a manager lets a program hear; the secret is proposed in the form, to be copied before sending. */
export const subscribePage = definePage<View>({
  path: '/settings/webhooks/new',
  audience: 'staff',
  needs: 'webhooks.subscribe',
  show: (visit) => {
    const words = webhooksWords(visit.view);
    const f = { view: visit.view, values: { secret: newSecret(), ...visit.values }, errors: visit.errors };
    return {
      title: words('new'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('lede')} back={{ href: addressFor(visit, '/settings/webhooks'), label: words('title') }}>{words('new')}</PageTitle>
          <Card>
            <Form {...f}>
              <Fields {...f} />
              <TextField {...f} name="secret" label={words('secret')} help={words('secret_help')} required ltr autoComplete="off" />
              <Buttons><Button icon="plus">{words('save_new')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: subscribe, input: (visit) => ({ hub: hubAsked(visit) }), leadsTo: ({ subscription }, visit) => addressFor(visit, `/settings/webhooks/${subscription}`, { done: 'saved' }) },
});

/** The same for a subscription that is there; its secret is replaced on a page of its own. */
export const changeSubscriptionPage = definePage<View>({
  path: '/settings/webhooks/:subscription/edit',
  audience: 'staff',
  needs: 'webhooks.change-subscription',
  show: async (visit) => {
    const words = webhooksWords(visit.view);
    const { id, label, target, events } = await visit.ask(subscriptionSheet, { subscription: visit.params.subscription! });
    const f = { view: visit.view, values: { label, target, events, ...visit.values }, errors: visit.errors };
    return {
      title: words('edit'),
      body: (
        <Stack>
          <PageTitle back={{ href: addressFor(visit, `/settings/webhooks/${id}`), label: <Bdi>{label}</Bdi> }}>{words('edit')}</PageTitle>
          <Card>
            <Form {...f}>
              <Fields {...f} />
              <Buttons><Button icon="check">{words('save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: changeSubscription, input: ({ params }) => ({ subscription: params.subscription }), leadsTo: ({ subscription }, visit: Visit<View>) => addressFor(visit, `/settings/webhooks/${subscription}`, { done: 'saved' }) },
});

function Fields(f: FormState): ReactNode {
  const words = webhooksWords(f.view);
  const named = (code: OfferedEvent) => nameFor(offeredEvents[code], f.view.locale);
  return (
    <>
      <TextField {...f} name="label" label={words('label')} help={words('label_help')} required />
      <TextField {...f} name="target" type="url" label={words('target')} help={words('target_help')} required />
      <Checkboxes {...f} name="events" label={words('events')} required choices={offeredEventNames.map((code) => ({ value: code, label: named(code) }))} />
    </>
  );
}
