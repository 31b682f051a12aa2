import { definePage } from '#core/page.ts';
import { CalendarDate, OnDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { formAt, Names, nameIn } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { instrumentSheet } from './instrument-sheet.query.ts';

/** One instrument: its law, its rules version by version, and where the next version is published. */
export const instrumentPage = definePage<View>({
  path: '/aid/instruments/:instrument',
  audience: 'staff',
  needs: 'currency.instrument-sheet',
  show: async (visit) => {
    const { view, params, ask, may } = visit;
    const words = currencyWords(view);
    const sheet = await ask(instrumentSheet, { instrument: params.instrument! });
    const action = `/aid/instruments/${sheet.id}/rules`;
    const f = formAt(visit, action);
    return {
      title: nameIn(view, sheet.names),
      body: (
        <Stack>
          <PageTitle lede={words(`kind.${sheet.kind}`)} back={{ href: '/aid', label: words('aid') }}><Names view={view} of={sheet.names} /></PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {sheet.basis ? null : <Notice view={view} kind="warning">{words('refusal.basis-pending')}</Notice>}
          {sheet.versions.length > 0 ? null : <Notice view={view} kind="warning">{words('refusal.no-rulebook')}</Notice>}
          <Card>
            <Facts view={view} facts={[
              { label: words('code'), value: <Ltr>{sheet.code}</Ltr> }, { label: words('currency'), value: <Ltr>{sheet.currency}</Ltr> },
              { label: words('basis'), value: sheet.basis ? <Bdi>{sheet.basis.basis}</Bdi> : words('basis.pending') },
            ]} />
          </Card>
          <Card title={words('rules')}>
            <Table view={view} caption={words('rules')} rows={sheet.versions} rowKey={({ version }) => String(version)} rowHref={({ version }) => `/aid/rules/${sheet.id}?version=${version}`} empty={<p className="soft">{words('rules.none')}</p>} columns={[
              { key: 'version', label: words('rules.version'), numeric: true, cell: ({ version }) => <Ltr>{version}</Ltr> },
              { key: 'from', label: words('rules.from'), cell: ({ inForceOn }) => <CalendarDate view={view} value={inForceOn} /> },
              { key: 'published', label: words('published'), cell: ({ publishedAt }) => <OnDate view={view} value={publishedAt} /> },
            ]} />
            <p><a href={`/aid/circulation/${sheet.id}`}>{words('circulation.open')}</a>{sheet.kind === 'currency' ? <> · <a href={`/aid/instruments/${sheet.id}/units`}>{words('units.open')}</a></> : null}</p>
            {sheet.versions.length > 0 ? <Buttons><LinkButton kind="quiet" icon="print" href={`/aid/rules/${sheet.id}/paper`}>{words('rules.print')}</LinkButton></Buttons> : null}
          </Card>
          {may('currency.publish-rulebook') ? (
            <Card title={words('rules.publish')}>
              <p className="soft">{words('rules.publish_help')}</p>
              <Form {...f} action={action}>
                <MultilingualField {...f} required name="rules" rows={10} label={words('rules.text')} />
                <DateField {...f} required name="in_force_on" label={words('rules.from')} />
                <Buttons><Button icon="check">{words('rules.publish_button')}</Button></Buttons>
              </Form>
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
});
