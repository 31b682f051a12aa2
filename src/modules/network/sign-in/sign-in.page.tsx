import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { networkWords } from '../words.ts';
import { nextPath } from './next-path.ts';
import { proveAgain } from './prove-again.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

/** Where colleagues sign in. A first visit goes on to choosing her own password. */
export const signInPage = definePage<View>({
  path: '/sign-in',
  audience: 'citizen',
  needs: 'network.sign-in',
  show: ({ view, values, errors }) => {
    const words = networkWords(view);
    const f = { view, values, errors };
    return {
      title: words('sign_in.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('sign_in.lede')}>{words('sign_in.title')}</PageTitle>
          <Card>
            <Form {...f} native>
              <TextField {...f} name="login" label={words('sign_in.login')} required ltr autoComplete="username" />
              <TextField {...f} name="password" type="password" label={words('sign_in.password')} required autoComplete="current-password" />
              <Buttons><Button icon="door">{words('sign_in.button')}</Button></Buttons>
            </Form>
          </Card>
          <p className="soft">{words('sign_in.forgotten')}</p>
        </Stack>
      ),
    };
  },
  post: {
    action: signIn,
    effect: 'open-session',
    leadsTo: ({ mustChoosePassword }, visit) => (mustChoosePassword ? '/account/password' : nextPath(visit.search.next, '/desk')),
  },
});

/** The way out, in the head of every page. */
export const signOutPage = definePage<View>({
  path: '/sign-out',
  audience: 'citizen',
  needs: 'network.sign-out',
  post: { action: signOut, effect: 'close-session', leadsTo: () => '/', again: signInPage },
});

/** Asks for the password again before a delicate step. */
export const proveAgainPage = definePage<View>({
  path: '/prove-again',
  audience: 'staff',
  needs: 'network.prove-again',
  show: ({ view, values, errors }) => {
    const words = networkWords(view);
    const f = { view, values, errors };
    return {
      title: words('prove.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('prove.lede')}>{words('prove.title')}</PageTitle>
          <Card>
            <Form {...f}>
              <TextField {...f} name="password" type="password" label={words('sign_in.password')} required autoComplete="current-password" />
              <Buttons><Button icon="lock">{words('prove.button')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: proveAgain, effect: 'open-session', leadsTo: (_result, visit) => nextPath(visit.search.next, '/desk') },
});
