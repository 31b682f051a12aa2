import { definePage, type Visit } from '#core/page.ts';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { wholeFormAt } from '../form-at.ts';
import { outsideDoors } from '../outside/outside-doors.query.ts';
import { Names } from '../shown.tsx';
import { PasskeyForm } from '../second-step/passkey-form.tsx';
import { signInQuestion } from '../second-step/passkey-question.query.ts';
import { signInByPasskey } from '../second-step/show-passkey.ts';
import { networkWords } from '../words.ts';
import { nextPath } from './next-path.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

/** Where colleagues sign in. A first visit goes on to choosing her own password. */
export const signInPage = definePage<View>({
  path: '/sign-in',
  audience: 'staff',
  needs: 'network.sign-in',
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const f = wholeFormAt(visit, '/sign-in');
    const passkeyAt = '/sign-in/passkey';
    const others = await visit.ask(outsideDoors, { bound: view.csrf, ...(visit.search.next ? { next: visit.search.next } : {}) });
    return {
      title: words('sign_in.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('sign_in.lede')}>{words('sign_in.title')}</PageTitle>
          <Card>
            <Form {...f} action={`/sign-in${nextOf(visit)}`} native>
              <TextField {...f} name="login" label={words('sign_in.login')} required ltr autoComplete="username" />
              <TextField {...f} name="password" type="password" label={words('sign_in.password')} required autoComplete="current-password" />
              <Buttons><Button icon="door">{words('sign_in.button')}</Button></Buttons>
            </Form>
            <PasskeyForm form={wholeFormAt(visit, passkeyAt)} action={passkeyAt + nextOf(visit)} way="get" question={await visit.ask(signInQuestion, {})} button={words('passkey.sign_in')} />
            {others.map(({ id, names, href }) => (
              <Buttons key={id}><LinkButton kind="quiet" icon="door" href={href}>{words('outside.with')} <Names view={view} of={names} /></LinkButton></Buttons>
            ))}
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

const nextOf = (visit: Visit): string => (visit.search.next ? `?next=${encodeURIComponent(visit.search.next)}` : '');

/** Where a passkey's answer goes. */
export const signInByPasskeyPage = definePage<View>({
  path: '/sign-in/passkey', audience: 'staff', needs: 'network.sign-in-by-passkey',
  post: { action: signInByPasskey, effect: 'open-session', leadsTo: (_result, visit) => nextPath(visit.search.next, '/desk'), again: signInPage },
});

/** The way out, in the head of every page. */
export const signOutPage = definePage<View>({
  path: '/sign-out',
  audience: 'staff',
  needs: 'network.sign-out',
  post: { action: signOut, effect: 'close-session', leadsTo: () => '/', again: signInPage },
});
