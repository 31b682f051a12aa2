import { definePage } from '#core/page.ts';
import { Money, Num } from '#ui/amounts.tsx';
import { Ltr, PersonName } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { HiddenField, TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Names } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { aidDraft } from './aid-draft.query.ts';
import { proposeAid } from './propose-aid.ts';

/** The dry run: codes are typed or pasted, then it is shown who would get how much and who would not and why; only then is it proposed. */
export const proposeAidPage = definePage<View>({
  path: '/aid/programmes/:programme/propose',
  audience: 'staff',
  needs: 'currency.propose-aid',
  namesPersons: true,
  show: async (visit) => {
    const { view, params, search, ask } = visit;
    const words = currencyWords(view);
    const typed = search.codes ?? '';
    const draft = await ask(aidDraft, { programme: params.programme!, codes: typed });
    const { currency } = draft.programme;
    const at = `/aid/programmes/${draft.programme.id}`;
    const good = draft.lines.filter(({ against }) => !against);
    const f = { view, values: { codes: typed }, errors: {} };
    return {
      title: words('propose'),
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={draft.programme.names} />} back={{ href: at, label: words('programme') }}>{words('propose')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card>
            <form method="get" action={`${at}/propose`}>
              <TextArea {...f} required name="codes" rows={4} label={words('codes')} help={words('codes.help')} />
              <Buttons><Button kind="quiet" icon="eye">{words('draft')}</Button></Buttons>
            </form>
          </Card>
          {draft.unknown.length > 0 ? <Notice view={view} kind="warning" title={words('codes.unknown')}>{draft.unknown.map((word) => <span key={word}><Ltr>{word}</Ltr> </span>)}</Notice> : null}
          {draft.lines.length > 0 ? (
            <Card title={words('draft.title')}>
              <Table view={view} caption={words('draft.title')} rows={draft.lines} rowKey={({ person }) => person} columns={[
                { key: 'who', label: words('carries'), cell: ({ card }) => <><PersonName name={card.name} other={card.other} /> <small className="soft"><Ltr>{card.code}</Ltr></small></> },
                { key: 'adults', label: words('adults'), numeric: true, cell: ({ adults }) => <Num view={view} value={adults} /> },
                { key: 'minors', label: words('minors'), numeric: true, cell: ({ minors }) => <Num view={view} value={minors} /> },
                { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount, against }) => (against ? '–' : <Money view={view} value={amount} currency={currency} />) },
                { key: 'why', label: words('why_not'), cell: ({ against }) => (against ? words(`against.${against}`) : '') },
              ]} />
              <Facts view={view} facts={[
                { label: words('total'), value: <strong><Money view={view} value={draft.total} currency={currency} /></strong> }, { label: words('sum.fund'), value: <Money view={view} value={draft.fund} currency={currency} /> },
                draft.total > draft.programme.lead && { label: words('decides'), value: words('decides.manager') },
              ]} />
              {draft.total > draft.fund ? <Notice view={view} kind="warning">{words('refusal.fund-too-small')}</Notice> : null}
              {good.length > 0 ? (
                <Form view={view} values={{}} errors={visit.errors} action={`${at}/propose`}>
                  {good.map(({ person }) => <HiddenField key={person} name="persons" value={person} />)}
                  <Buttons><Button icon="check">{words('propose.do', { households: good.length })}</Button></Buttons>
                </Form>
              ) : null}
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: proposeAid, input: ({ params }) => ({ programme: params.programme }), leadsTo: ({ batch }) => `/aid/batches/${batch}` },
});
