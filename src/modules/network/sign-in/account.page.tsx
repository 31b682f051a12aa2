import { definePage, type Visit } from '#core/page.ts';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { formAt } from '../form-at.ts';
import { hubDoors } from '../hub/hub-doors.query.ts';
import { Names, rowChoices } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { chooseHub } from './choose-hub.ts';
import { chooseLanguage } from './choose-language.ts';
import { myAccount } from './my-account.query.ts';

/** A colleague's own account: where she stands, her roles, her language; what guards it has a page of its own. */
export const accountPage = definePage<View>({
  path: '/account',
  audience: 'staff',
  needs: 'network.my-account',
  menu: { label: (reader) => networkWords(reader)('menu.account'), order: 95, icon: 'person' },
  show: showAccount,
});

async function showAccount(visit: Visit<View>) {
  const { view, actor } = visit;
  const words = networkWords(view);
  const mine = await visit.ask(myAccount, {});
  const hubs = await visit.ask(hubDoors, {});
  const reached = hubs.filter(({ id }) => actor.roles.some(({ scope, scopeId }) => scope === 'hub' && scopeId === id));
  const hubForm = formAt(visit, '/account/hub', { hub: actor.hub ?? '' });
  const languageForm = formAt(visit, '/account/language', { language: mine.language });
  return {
    title: words('account.title'),
    body: (
      <Stack>
        <PageTitle lede={words('account.lede')}>{words('account.title')}</PageTitle>
        {visit.search.done ? <Notice view={view} kind="success">{words('saved')}</Notice> : null}
        {visit.errors[''] ? <Notice view={view} kind="warning">{visit.errors['']}</Notice> : null}
        {mine.mustChoosePassword ? <Notice view={view} kind="warning">{words('account.one_time')}</Notice> : null}
        <Card>
          <Facts view={view} facts={[
            { label: words('staff.name'), value: <Bdi>{mine.name}</Bdi> },
            { label: words('sign_in.login'), value: <Ltr>{mine.login}</Ltr> },
            { label: words('account.roles'), value: <RoleLine view={view} roles={actor.roles} hubs={hubs} /> },
          ]} />
          <Buttons>
            <LinkButton kind="quiet" icon="lock" href="/me/security">{words('security.title')}</LinkButton>
            <LinkButton kind="quiet" icon="lock" href="/account/password">{words('password.title')}</LinkButton>
          </Buttons>
        </Card>
        {reached.length > 1 ? (
          <Card title={words('account.hub')}>
            <Form {...hubForm} action="/account/hub" native>
              <Radios {...hubForm} name="hub" label={words('account.hub_where')} required choices={rowChoices(view, reached)} />
              <Buttons><Button kind="quiet" icon="pin">{words('account.hub_button')}</Button></Buttons>
            </Form>
          </Card>
        ) : null}
        <Card title={words('account.language')}>
          <Form {...languageForm} action="/account/language" native>
            <SelectField {...languageForm} name="language" label={words('account.language')} required choices={[
              { value: 'ar', label: 'العربية' }, { value: 'fr', label: 'Français' }, { value: 'en', label: 'English' },
            ]} />
            <Buttons><Button kind="quiet" icon="globe">{words('save')}</Button></Buttons>
          </Form>
        </Card>
      </Stack>
    ),
  };
}

const RoleLine = ({ view, roles, hubs }: { view: View; roles: Visit['actor']['roles']; hubs: readonly { id: string; names: Record<string, string | undefined> }[] }) => (
  <ul>
    {roles.map(({ role, scope, scopeId }) => {
      const hub = hubs.find(({ id }) => id === scopeId);
      return (
        <li key={role + scopeId}>
          {networkWords(view)(`role.${role}`)}
          {scope === 'hub' && hub ? <> · <Names view={view} of={hub.names} /></> : null}
        </li>
      );
    })}
  </ul>
);

/** Posts of the account page. */
export const accountPosts = [
  definePage<View>({ path: '/account/hub', audience: 'staff', needs: 'network.choose-hub', post: { action: chooseHub, effect: 'set-hub', leadsTo: () => '/account?done=1', again: accountPage } }),
  definePage<View>({ path: '/account/language', audience: 'staff', needs: 'network.choose-language', post: { action: chooseLanguage, effect: 'set-language', leadsTo: () => '/account?done=1', again: accountPage } }),
];
