import { definePage, type Visit } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { HiddenField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { formAt } from '../form-at.ts';
import { Names } from '../shown.tsx';
import { nextPath } from '../sign-in/next-path.ts';
import { networkWords } from '../words.ts';
import { closeProvider, openProvider } from './open-provider.ts';
import { comesBackTo, providerList } from './outside-doors.query.ts';
import { signInFromOutside } from './sign-in-from-outside.ts';

/** Where the other house sends her back. Looking changes nothing: a button goes on, which the script presses for her. */
export const outsidePage = definePage<View>({
  path: comesBackTo,
  audience: 'staff',
  needs: 'network.sign-in-from-outside',
  show: (visit) => {
    const { view, errors } = visit;
    const words = networkWords(view);
    const goesOn = visit.search.code !== undefined && !visit.refusal;
    return {
      title: words('outside.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words(goesOn ? 'outside.lede' : 'outside.nothing')} back={{ href: '/sign-in', label: words('sign_in.title') }}>{words('outside.title')}</PageTitle>
          {errors[''] ? <Notice view={view} kind="warning">{errors['']}</Notice> : null}
          {goesOn ? (
            <Card>
              <form method="post" action={comesBackTo} data-native="" data-goes-on="">
                <HiddenField name="_csrf" value={view.csrf} />
                <HiddenField name="came" value={view.search.slice(1)} />
                <Buttons><Button icon="door">{words('outside.go_on')}</Button></Buttons>
              </form>
              <script type="module" src={view.assets.passkey} nonce={view.nonce} />
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: signInFromOutside, effect: 'open-session', input: ({ view }) => ({ bound: view.csrf }), leadsTo: ({ next }) => nextPath(next, '/desk') },
});

const here = '/network/sign-in';

/** Where an administrator lets the accounts of a ministry or another body sign in. */
export const providersPage = definePage<View>({
  path: here,
  audience: 'staff',
  needs: 'network.provider-list',
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const providers = await visit.ask(providerList, {});
    return {
      title: words('providers.title'),
      body: (
        <Stack>
          <PageTitle lede={words('providers.lede')} back={{ href: '/network', label: words('menu.network') }}>{words('providers.title')}</PageTitle>
          {visit.search.done ? <Notice view={view} kind="success">{words('saved')}</Notice> : null}
          {visit.errors[''] ? <Notice view={view} kind="warning">{visit.errors['']}</Notice> : null}
          <Card>
            <Table
              view={view} caption={words('providers.title')} rows={providers} rowKey={({ id }) => id} empty={<EmptyState title={words('providers.none')} />}
              columns={[
                { key: 'names', label: words('providers.name'), cell: ({ names }) => <Names view={view} of={names} /> },
                { key: 'issuer', label: words('providers.issuer'), cell: ({ issuer }) => <Ltr>{issuer}</Ltr> },
                { key: 'domains', label: words('providers.domains'), cell: ({ domains }) => <Ltr>{domains.join(' ')}</Ltr> },
                { key: 'since', label: words('security.added'), cell: ({ openedAt }) => <OnDate view={view} value={openedAt} /> },
                { key: 'end', label: words('security.end'), cell: ({ id }) => <PostButton view={view} kind="quiet" action={`${here}/${id}/close`}>{words('providers.close')}</PostButton> },
              ]}
            />
          </Card>
          <NewProvider visit={visit} />
        </Stack>
      ),
    };
  },
  post: { action: openProvider, leadsTo: () => `${here}?done=1` },
});

const NewProvider = ({ visit }: { visit: Visit<View> }) => {
  const { view } = visit;
  const words = networkWords(view);
  const f = formAt(visit, here);
  return (
    <Card title={words('providers.new')}>
      <Form {...f}>
        <MultilingualField {...f} name="names" label={words('providers.name')} help={words('providers.name_help')} required />
        <TextField {...f} name="issuer" type="url" label={words('providers.issuer')} help={words('providers.issuer_help')} required />
        <TextField {...f} name="client_id" label={words('providers.client')} help={words('providers.client_help', { address: `${view.origin ?? ''}${comesBackTo}` })} required ltr />
        <TextField {...f} name="client_secret" type="password" label={words('providers.secret')} autoComplete="off" />
        <SelectField {...f} name="claim" label={words('providers.claim')} required choices={(['email', 'preferred_username'] as const).map((value) => ({ value, label: words(`providers.claim_${value}`) }))} />
        <TextField {...f} name="domains" label={words('providers.domains')} help={words('providers.domains_help')} ltr />
        <Buttons><Button icon="plus">{words('providers.open')}</Button></Buttons>
      </Form>
    </Card>
  );
};

/** Posts of the page of other houses. */
export const providersPosts = [
  definePage<View>({ path: `${here}/:provider/close`, audience: 'staff', needs: 'network.close-provider', post: { action: closeProvider, input: ({ params }) => ({ provider: params.provider }), leadsTo: () => `${here}?done=1`, again: providersPage } }),
];
