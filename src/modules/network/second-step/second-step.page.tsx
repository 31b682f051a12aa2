import { definePage, type Visit } from '#core/page.ts';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { wholeFormAt } from '../form-at.ts';
import { nextPath } from '../sign-in/next-path.ts';
import { proveAgain } from '../sign-in/prove-again.ts';
import { networkWords } from '../words.ts';
import { PasskeyForm } from './passkey-form.tsx';
import { mySecondSteps } from './passkey-question.query.ts';
import { showCode } from './show-code.ts';
import { showPasskey } from './show-passkey.ts';

const nextOf = (visit: Visit): string => (visit.search.next ? `?next=${encodeURIComponent(visit.search.next)}` : '');

/** What she may show: a code, a passkey, or both; each form posts to its own address. */
async function StepForms(visit: Visit<View>, codeAt: string) {
  const { view } = visit;
  const words = networkWords(view);
  const { code, passkey, question } = await visit.ask(mySecondSteps, {});
  const next = nextOf(visit);
  const f = wholeFormAt(visit, codeAt);
  const passkeyAt = '/sign-in/second/passkey';
  return (
    <>
      {code ? (
        <Card title={words('second.by_code')}>
          <Form {...f} action={codeAt + next} native>
            <TextField {...f} name="code" type="tel" label={words('security.code_field')} help={words('second.code_help')} required autoComplete="one-time-code" maxLength={12} />
            <Buttons><Button icon="lock">{words('second.button')}</Button></Buttons>
          </Form>
        </Card>
      ) : null}
      {passkey ? (
        <Card title={words('second.by_passkey')}>
          <PasskeyForm form={wholeFormAt(visit, passkeyAt)} action={passkeyAt + next} way="get" question={question} button={words('second.passkey_button')}>
            <p>{words('second.passkey_says')}</p>
          </PasskeyForm>
        </Card>
      ) : null}
    </>
  );
}

/** The second step of signing in: a code of her authenticator app or a passkey. */
export const secondStepPage = definePage<View>({
  path: '/sign-in/second',
  audience: 'staff',
  needs: 'network.my-second-steps',
  show: async (visit) => {
    const words = networkWords(visit.view);
    return {
      title: words('second.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('second.lede')}>{words('second.title')}</PageTitle>
          {await StepForms(visit, '/sign-in/second')}
          <p className="soft">{words('second.lost')}</p>
          {visit.actor.owes ? <Buttons><LinkButton kind="quiet" icon="info" href={`/sign-in/recover${nextOf(visit)}`}>{words('recover.have_code')}</LinkButton></Buttons> : null}
        </Stack>
      ),
    };
  },
  post: { action: showCode, effect: 'open-session', leadsTo: (_result, visit) => nextPath(visit.search.next, '/desk') },
});

/** Where a passkey's answer goes. */
export const secondStepByPasskey = definePage<View>({
  path: '/sign-in/second/passkey', audience: 'staff', needs: 'network.show-passkey',
  post: { action: showPasskey, effect: 'open-session', leadsTo: (_result, visit) => nextPath(visit.search.next, '/desk'), again: secondStepPage },
});

/** Asks her to show again that it is she before a delicate step: by her second step, or by her password where she has none yet. */
export const proveAgainPage = definePage<View>({
  path: '/prove-again',
  audience: 'staff',
  needs: 'network.prove-again',
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = networkWords(view);
    const { code, passkey } = await visit.ask(mySecondSteps, {});
    const f = { view, values, errors };
    return {
      title: words('prove.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words(code || passkey ? 'prove.second_lede' : 'prove.lede')}>{words('prove.title')}</PageTitle>
          {code || passkey ? await StepForms(visit, '/sign-in/second') : (
            <Card>
              <Form {...f} native>
                <TextField {...f} name="password" type="password" label={words('sign_in.password')} required autoComplete="current-password" />
                <Buttons><Button icon="lock">{words('prove.button')}</Button></Buttons>
              </Form>
            </Card>
          )}
        </Stack>
      ),
    };
  },
  post: { action: proveAgain, effect: 'open-session', leadsTo: (_result, visit) => nextPath(visit.search.next, '/desk') },
});
