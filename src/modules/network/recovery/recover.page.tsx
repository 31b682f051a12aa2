import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { networkWords } from '../words.ts';
import { useRecovery } from './use-recovery.ts';

/** Where she types the code that two officers gave her; then she sets up a new second step. */
export const recoverPage = definePage<View>({
  path: '/sign-in/recover',
  audience: 'staff',
  needs: 'network.use-recovery',
  show: ({ view, values, errors }) => {
    const words = networkWords(view);
    const f = { view, values, errors };
    return {
      title: words('recover.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('recover.lede')} back={{ href: '/sign-in/second', label: words('second.title') }}>{words('recover.title')}</PageTitle>
          <Card>
            <Form {...f} native>
              <TextField {...f} name="code" label={words('recover.code')} help={words('recover.code_help')} required ltr autoComplete="off" maxLength={30} />
              <Buttons><Button icon="lock">{words('recover.button')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: useRecovery, effect: 'open-session', leadsTo: () => '/me/security' },
});
