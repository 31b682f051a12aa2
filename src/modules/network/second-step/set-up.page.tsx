import { definePage, type Visit } from '#core/page.ts';
import { Ltr } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { HiddenField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { networkWords } from '../words.ts';
import { addPasskey } from './add-passkey.ts';
import { newCode } from './new-code.query.ts';
import { PasskeyForm } from './passkey-form.tsx';
import { newPasskeyQuestion } from './passkey-question.query.ts';
import { setUpCode } from './set-up-code.ts';

/** After the first second step she goes on to her work; later ones lead back to her list. */
const onward = (_result: unknown, { actor }: Visit): string => (actor.owes ? '/desk' : '/me/security?done=1');
const back = (view: View) => ({ href: '/me/security', label: networkWords(view)('security.title') });

/** Where she connects an authenticator app: the picture, the letters for typing, and a first code to prove it. */
export const setUpCodePage = definePage<View>({
  path: '/me/security/code',
  audience: 'staff',
  needs: 'network.new-code',
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = networkWords(view);
    const { address, letters, sealed } = await visit.ask(newCode, typeof values.sealed === 'string' ? { again: values.sealed } : {});
    const f = { view, values, errors };
    return {
      title: words('security.set_up_code'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('security.code_lede')} back={back(view)}>{words('security.set_up_code')}</PageTitle>
          <Card title={words('security.code_scan')}>
            <div className="code-picture"><Qr text={address} label={words('security.code_qr')} /></div>
            <p>{words('security.code_by_hand')} <code className="code-letters"><Ltr>{letters}</Ltr></code></p>
          </Card>
          <Card title={words('security.code_prove')}>
            <Form {...f} native>
              <HiddenField name="sealed" value={sealed} />
              <TextField {...f} name="code" type="tel" label={words('security.code_field')} help={words('security.code_help')} required autoComplete="one-time-code" maxLength={12} />
              <Buttons><Button icon="check">{words('security.code_button')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: setUpCode, effect: 'open-session', leadsTo: onward },
});

/** Where she adds a passkey of the device she holds. */
export const addPasskeyPage = definePage<View>({
  path: '/me/security/passkey',
  audience: 'staff',
  needs: 'network.new-passkey-question',
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = networkWords(view);
    const question = await visit.ask(newPasskeyQuestion, {});
    const f = { view, values, errors };
    return {
      title: words('security.add_passkey'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('security.passkey_lede')} back={back(view)}>{words('security.add_passkey')}</PageTitle>
          <Card>
            <PasskeyForm form={f} way="create" question={question} button={words('security.passkey_button')}>
              <TextField {...f} name="name" label={words('security.passkey_name')} help={words('security.passkey_name_help')} required maxLength={60} />
            </PasskeyForm>
            <p className="soft" data-no-passkeys="">{words('security.no_passkeys_here')}</p>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: addPasskey, effect: 'open-session', leadsTo: onward },
});
