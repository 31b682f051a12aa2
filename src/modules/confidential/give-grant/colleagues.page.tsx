import { definePage } from '#core/page.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { grantPurposes } from '../codes.ts';
import { whoHolds } from '../file-sheet/who-holds.query.ts';
import { confidentialWords } from '../words.ts';
import { endGrant } from './end-grant.ts';
import { giveGrant } from './give-grant.ts';

/** Who may open a file and who did; whoever holds it lets a colleague in, for thirty days at most. */
export const colleaguesPage = definePage<View>({
  path: '/safe/f/:file/colleagues',
  audience: 'help',
  needs: 'confidential.who-holds',
  show: async ({ view, values, errors, refusal, params, ask }) => {
    const words = confidentialWords(view);
    const f = { view, values: { days: '30', actions: 'write', purpose: 'stand_in', ...values }, errors };
    const { may, holders, readers, colleagues } = await ask(whoHolds, { file: params.file! });
    const at = `/safe/f/${params.file}`;
    return {
      title: words('safe.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('grant.lede')} back={{ href: at, label: words('file.back') }}>{words('file.who')}</PageTitle>
          {refusal && !Object.keys(errors).some((field) => field !== '') ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          <Table
            view={view} caption={words('file.who')} rows={holders} rowKey={({ account }) => account}
            columns={[
              { key: 'name', label: words('grant.name'), cell: ({ name, me }) => (me ? words('grant.me') : <Bdi>{name}</Bdi>) },
              { key: 'may', label: words('grant.may'), cell: ({ writes }) => words(writes ? 'grant.write' : 'grant.read') },
              { key: 'until', label: words('grant.until'), cell: ({ until }) => <AtTime view={view} value={until} /> },
              { key: 'end', label: words('grant.end'), cell: ({ account, me }) => (
                <PostButton view={view} action={`${at}/colleagues/${account}`} kind="quiet">{words(me ? 'grant.give_up' : 'grant.end')}</PostButton>
              ) },
            ]}
          />
          {may === 'write' ? (
            <Card title={words('grant.give')}>
              {colleagues.length === 0 ? <p className="soft">{words('grant.nobody')}</p> : (
                <Form {...f}>
                  <SelectField {...f} name="account" label={words('grant.name')} required choices={colleagues.map(({ account, name }) => ({ value: account, label: name, named: true as const }))} />
                  <Radios {...f} name="actions" label={words('grant.may')} required choices={(['read', 'write'] as const).map((value) => ({ value, label: words(`grant.${value}`) }))} />
                  <Radios {...f} name="purpose" label={words('grant.purpose')} required choices={grantPurposes.map((value) => ({ value, label: words(`grant.purpose.${value}`) }))} />
                  <NumberField {...f} name="days" label={words('grant.days')} required min={1} max={30} />
                  <Buttons><Button>{words('grant.button')}</Button></Buttons>
                </Form>
              )}
            </Card>
          ) : null}
          <Card title={words('looked.title')}>
            <Table
              view={view} caption={words('looked.title')} rows={readers} rowKey={({ name }) => name}
              columns={[
                { key: 'name', label: words('grant.name'), cell: ({ name }) => <Bdi>{name}</Bdi> },
                { key: 'last', label: words('looked.last'), cell: ({ last }) => <AtTime view={view} value={last} /> },
                { key: 'times', label: words('looked.times'), numeric: true, cell: ({ times }) => <Num view={view} value={times} /> },
              ]}
            />
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: giveGrant, input: ({ params }) => ({ file: params.file }), leadsTo: (_, { params }) => `/safe/f/${params.file}/colleagues` },
});

/** The button that takes a way in back. */
export const endGrantPage = definePage<View>({
  path: '/safe/f/:file/colleagues/:account',
  audience: 'help',
  needs: 'confidential.end-grant',
  post: {
    action: endGrant, input: ({ params }) => ({ file: params.file, account: params.account }),
    leadsTo: (_, { params, actor }) => (params.account === actor.account ? '/safe' : `/safe/f/${params.file}/colleagues`), again: colleaguesPage,
  },
});
