import { definePage, type Visit } from '#core/page.ts';
import { AtTime, OnDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { NumberField, TextArea, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { formAt } from '../form-at.ts';
import { managesNetwork } from '../managed-hub.ts';
import { hubQuery, settingsHub } from '../settings/settings-hub.ts';
import { createToken, revokeToken } from '../sign-in/create-token.ts';
import { grantableRoles, rolesOfHub, scopesOfRole } from '../staff/role-kinds.ts';
import { networkWords } from '../words.ts';
import { tokenList } from './token-list.query.ts';

const here = '/settings/tokens';

/** The keys of programs that work with this hub: what each may do, until when, and when it was last used. */
export const tokensPage = definePage<View>({
  path: here,
  audience: 'staff',
  needs: 'network.token-list',
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const hub = settingsHub(visit);
    const tokens = await visit.ask(tokenList, { hub });
    const query = hubQuery(visit);
    return {
      title: words('tokens.title'),
      body: (
        <Stack>
          <PageTitle lede={words('tokens.lede')} back={{ href: `/settings${query}`, label: words('settings.title') }}>{words('tokens.title')}</PageTitle>
          {visit.search.done ? <Notice view={view} kind="success">{words('saved')}</Notice> : null}
          {visit.errors[''] ? <Notice view={view} kind="warning">{visit.errors['']}</Notice> : null}
          <Card>
            <Table
              view={view} caption={words('tokens.title')} rows={tokens} rowKey={({ id }) => id} empty={<EmptyState title={words('tokens.none')} />}
              columns={[
                { key: 'name', label: words('tokens.name'), cell: ({ name }) => <Bdi>{name}</Bdi> },
                { key: 'role', label: words('staff.role'), cell: ({ role, scopes }) => <>{role ? words(`role.${role as 'coach'}`) : words('tokens.no_role')}{scopes ? <div className="soft">{words('tokens.limited', { count: scopes.length })}</div> : null}</> },
                { key: 'until', label: words('staff.until_field'), cell: ({ until }) => <OnDate view={view} value={until} /> },
                { key: 'used', label: words('tokens.used'), cell: ({ usedAt }) => (usedAt ? <AtTime view={view} value={usedAt} /> : words('tokens.never')) },
                { key: 'end', label: words('security.end'), cell: ({ id }) => <PostButton view={view} kind="quiet" action={`${here}/${id}/revoke${query}`}>{words('tokens.revoke')}</PostButton> },
              ]}
            />
          </Card>
          {hub ? <NewToken visit={visit} /> : null}
        </Stack>
      ),
    };
  },
});

const NewToken = ({ visit }: { visit: Visit<View> }) => {
  const { view, actor } = visit;
  const words = networkWords(view);
  const f = formAt(visit, `${here}/new`, { days: '365' });
  const roles = (managesNetwork(actor) ? grantableRoles : rolesOfHub).filter((role) => scopesOfRole[role]?.includes('hub') && role !== 'protection_officer');
  return (
    <Card title={words('tokens.new')}>
      <Form {...f} action={`${here}/new${hubQuery(visit)}`} native>
        <TextField {...f} name="name" label={words('tokens.name')} help={words('tokens.name_help')} required maxLength={120} />
        <SelectField {...f} name="role" label={words('staff.role')} required choices={roles.map((role) => ({ value: role, label: words(`role.${role}`) }))} />
        <NumberField {...f} name="days" label={words('tokens.days')} min={1} max={366} required />
        <TextArea {...f} name="scopes" label={words('tokens.scopes')} help={words('tokens.scopes_help')} lang="en" rows={3} />
        <Buttons><Button icon="plus">{words('tokens.make')}</Button></Buttons>
      </Form>
    </Card>
  );
};

/** The token, shown this once. */
const shownOnce = ({ token, until }: { token: string; until: string }, visit: Visit<View>) => {
  const { view } = visit;
  const words = networkWords(view);
  return {
    title: words('tokens.made'),
    quiet: true as const,
    body: (
      <Stack>
        <PageTitle lede={words('tokens.made_lede')}>{words('tokens.made')}</PageTitle>
        <Card>
          <p><code className="code-letters"><Ltr>{token}</Ltr></code></p>
          <p className="soft">{words('staff.until')} <OnDate view={view} value={new Date(until)} /></p>
          <Buttons><LinkButton kind="quiet" icon="back" href={`${here}${hubQuery(visit)}`}>{words('tokens.title')}</LinkButton></Buttons>
        </Card>
      </Stack>
    ),
  };
};

/** Posts of the page of tokens. */
export const tokensPosts = [
  definePage<View>({
    path: `${here}/new`, audience: 'staff', needs: 'network.create-token',
    post: { action: createToken, input: (visit) => ({ hub: settingsHub(visit) }), leadsTo: () => here, shows: shownOnce, again: tokensPage },
  }),
  definePage<View>({
    path: `${here}/:token/revoke`, audience: 'staff', needs: 'network.revoke-token',
    post: { action: revokeToken, input: ({ params }) => ({ token: params.token }), leadsTo: (_r, visit) => `${here}${hubQuery(visit, 'done=1')}`, again: tokensPage },
  }),
];
