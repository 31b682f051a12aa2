import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { hubQuery, settingsHub } from '../settings/settings-hub.ts';
import { oneTimePassword } from '../sign-in/password.ts';
import { networkWords } from '../words.ts';
import { inviteStaff } from './invite-staff.ts';

/** Where a manager opens an account; the one-time password is proposed in the form, to be written down before sending. */
export const inviteStaffPage = definePage<View>({
  path: '/settings/staff/new',
  audience: 'staff',
  needs: 'network.invite-staff',
  show: (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const f = { view, values: { password: oneTimePassword(), language: view.locale.lang, ...visit.values }, errors: visit.errors };
    return {
      title: words('staff.invite'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('staff.invite_lede')} back={{ href: `/settings/staff${hubQuery(visit)}`, label: words('settings.staff') }}>{words('staff.invite')}</PageTitle>
          <Card>
            <Form {...f}>
              <TextField {...f} name="name" label={words('staff.name')} help={words('staff.name_help')} required />
              <TextField {...f} name="login" label={words('sign_in.login')} help={words('staff.login_help')} required ltr />
              <SelectField {...f} name="language" label={words('account.language')} required choices={(['ar', 'fr', 'en'] as const).map((lang) => ({ value: lang, label: words(`language.${lang}`) }))} />
              <TextField {...f} name="password" label={words('staff.one_time')} help={words('staff.one_time_help')} required ltr />
              <Buttons><Button icon="plus">{words('staff.invite_button')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: inviteStaff, input: (visit) => ({ hub: settingsHub(visit) }), leadsTo: ({ account }, visit) => `/settings/staff/${account}${hubQuery(visit, 'done=1')}` },
});
