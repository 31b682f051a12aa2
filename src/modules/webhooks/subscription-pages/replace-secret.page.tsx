import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { replaceSecret } from '../change-subscription/replace-secret.ts';
import { newSecret } from '../subscription/secret.ts';
import { subscriptionSheet } from '../subscription/subscription-sheet.query.ts';
import { webhooksWords } from '../words.ts';
import { addressFor } from './hub-asked.ts';

/** A new secret is proposed, to be copied before it is put in place. */
export const replaceSecretPage = definePage<View>({
  path: '/settings/webhooks/:subscription/secret',
  audience: 'staff',
  needs: 'webhooks.replace-secret',
  show: async (visit) => {
    const words = webhooksWords(visit.view);
    const { id, label } = await visit.ask(subscriptionSheet, { subscription: visit.params.subscription! });
    const f = { view: visit.view, values: { secret: newSecret(), ...visit.values }, errors: visit.errors };
    return {
      title: words('new_secret'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('new_secret_lede')} back={{ href: addressFor(visit, `/settings/webhooks/${id}`), label: <Bdi>{label}</Bdi> }}>{words('new_secret')}</PageTitle>
          <Card>
            <Form {...f}>
              <TextField {...f} name="secret" label={words('secret')} help={words('secret_help')} required ltr autoComplete="off" />
              <Buttons><Button icon="lock">{words('new_secret_save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: replaceSecret, input: ({ params }) => ({ subscription: params.subscription }), leadsTo: ({ subscription }, visit) => addressFor(visit, `/settings/webhooks/${subscription}`, { done: 'saved' }) },
});
