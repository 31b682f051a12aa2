import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, Checkboxes } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { mySecurity } from '../second-step/my-security.query.ts';
import { networkWords } from '../words.ts';
import { reportLostDevice } from './report-lost-device.ts';

/** "I lost my phone": what ends at once, which passkeys she still holds, and what to do next. */
export const lostDevicePage = definePage<View>({
  path: '/me/security/lost',
  audience: 'staff',
  needs: 'network.report-lost-device',
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = networkWords(view);
    const { passkeys, code } = await visit.ask(mySecurity, {});
    const f = { view, values, errors };
    return {
      title: words('lost.title'),
      body: (
        <Stack>
          <PageTitle lede={words('lost.lede')} back={{ href: '/me/security', label: words('security.title') }}>{words('lost.title')}</PageTitle>
          <Card>
            <ul><li>{words('lost.sessions')}</li><li>{words('lost.passkeys')}</li><li>{words('lost.tokens')}</li><li>{words('lost.lists')}</li></ul>
            <Form {...f}>
              {passkeys.length > 0 ? (
                <Checkboxes {...f} name="keep" label={words('lost.keep')} help={words('lost.keep_help')} choices={passkeys.map(({ id, name }) => ({ value: id, label: name }))} />
              ) : null}
              {code ? <Checkbox {...f} name="code_too" label={words('lost.code_too')} /> : null}
              <Notice view={view} kind="info">{words('lost.next')}</Notice>
              <Buttons><Button kind="danger" icon="lock">{words('lost.button')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: reportLostDevice, leadsTo: () => '/me/security?lost=1' },
});
