import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { networkWords } from '../words.ts';
import { setPassword } from './set-password.ts';

/** Where she chooses her own password. */
export const setPasswordPage = definePage<View>({
  path: '/account/password',
  audience: 'staff',
  needs: 'network.set-password',
  show: ({ view, values, errors }) => {
    const words = networkWords(view);
    const f = { view, values, errors };
    return {
      title: words('password.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('password.lede')} back={{ href: '/account', label: words('account.title') }}>{words('password.title')}</PageTitle>
          <Card>
            <Form {...f}>
              <TextField {...f} name="current" type="password" label={words('password.current')} required autoComplete="current-password" />
              <TextField {...f} name="password" type="password" label={words('password.new')} help={words('password.help')} required autoComplete="new-password" />
              <Buttons><Button icon="lock">{words('password.button')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: setPassword, leadsTo: () => '/desk' },
});
