import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { Percent } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { keptName } from '../kept/kept-shown.tsx';
import { periodName } from '../show/names.ts';
import { formPage, named } from '../target/target-form.tsx';
import { targetChoices } from '../target/target-list.query.ts';
import { ActualText, Span, unitText } from '../target/target-shown.tsx';
import { targetWords } from '../target/target-words.ts';
import { attributionSheet, type AttributionSheet } from './attribution-sheet.query.ts';
import { endFunderShare, setFunderShare } from './set-share.ts';
import { WHOLE } from './shares.ts';

/** What a programme reached, divided among funders and partners, with the rule by which it is. */
export const attributionPage = definePage<View>({
  path: '/programmes/:programme/attribution',
  audience: 'staff',
  needs: 'evidence.attribution-sheet',
  show: async (visit) => {
    const { view, params, search } = visit;
    const words = targetWords(view);
    const sheet = await visit.ask(attributionSheet, { programme: params.programme, indicator: search.indicator });
    return {
      title: words('attribution'),
      body: (
        <Stack>
          <PageTitle lede={words('attribution.lede')} back={{ href: `/programmes/${sheet.programme.id}`, label: words('back') }}><Bdi>{keptName(view, sheet.programme.names)}</Bdi></PageTitle>
          {sheet.indicators.length ? (
            <Filters view={view}>
              <SelectField view={view} values={{ indicator: sheet.indicator?.id ?? '' }} errors={{}} unmarked name="indicator" label={words('what')} choices={named(view, sheet.indicators)} />
            </Filters>
          ) : null}
          {sheet.indicator && sheet.period ? <Divided view={view} sheet={sheet} /> : <EmptyState title={words('attribution.none')} />}
          <Shares view={view} sheet={sheet} />
          <p className="soft">{words('attribution.rule')}</p>
        </Stack>
      ),
    };
  },
});

const Divided = ({ view, sheet: { indicator, period, total, funders, unexplained, partners, nobody } }: { view: View; sheet: AttributionSheet }): ReactNode => {
  const words = targetWords(view);
  const counts = indicator!.version;
  const reached = (said: typeof total) => (said ? <ActualText view={view} counts={counts} actual={said} /> : '–');
  return (
    <>
      <Card title={periodName(view, period!)}>
        <p>{words('whole')} <strong>{reached(total)}</strong></p>
        {funders.length ? (
          <Table view={view} caption={words('funders')} showCaption rows={[...funders.map((one) => ({ ...one, value: reached(one.said) })), ...(unexplained === null ? [] : [{ funder: '', names: {}, value: <Bdi>{unitText(view, counts, unexplained)}</Bdi> }])]} rowKey={({ funder }) => funder} columns={[
            { key: 'funder', label: words('funder'), cell: ({ funder, names }) => (funder ? <Bdi>{keptName(view, names)}</Bdi> : words('unexplained')) },
            { key: 'reached', label: words('reached'), numeric: true, cell: ({ value }) => value },
          ]} />
        ) : null}
      </Card>
      {partners.length ? (
        <Card>
          <Table view={view} caption={words('partners')} showCaption rows={[...partners, { partner: '', names: {}, from: '', to: null, said: nobody }]} rowKey={({ partner }) => partner} columns={[
            { key: 'partner', label: words('partner'), cell: ({ partner, names }) => (partner ? <Bdi>{keptName(view, names)}</Bdi> : words('nobody')) },
            { key: 'period', label: words('period'), cell: ({ partner, from, to }) => (partner ? <Span view={view} from={from} to={to} /> : '–') },
            { key: 'reached', label: words('reached'), numeric: true, cell: ({ said }) => reached(said) },
          ]} />
        </Card>
      ) : null}
    </>
  );
};

const Shares = ({ view, sheet }: { view: View; sheet: AttributionSheet }): ReactNode => {
  const words = targetWords(view);
  return (
    <Card title={words('shares')}>
      <Table view={view} caption={words('shares')} rows={sheet.shares} rowKey={({ id }) => id} empty={<p className="soft">{words('shares.none')}</p>} columns={[
        { key: 'funder', label: words('funder'), cell: ({ names }) => <Bdi>{keptName(view, names)}</Bdi> },
        { key: 'share', label: words('share'), numeric: true, cell: ({ share }) => <Percent view={view} value={share / WHOLE} /> },
        { key: 'period', label: words('period'), cell: ({ from, to }) => <Span view={view} from={from} to={to} /> },
        ...(sheet.mine ? [{ key: 'do', label: words('col.do'), cell: ({ id, to }: { id: string; to: string | null }) => (to === null ? <LinkButton kind="quiet" icon="cross" href={`/programmes/${sheet.programme.id}/shares/${id}/end`}>{words('share.end')}</LinkButton> : null) }] : []),
      ]} />
      {sheet.mine ? <LinkButton kind="quiet" icon="plus" href={`/programmes/${sheet.programme.id}/shares/new`}>{words('share.set')}</LinkButton> : null}
    </Card>
  );
};

const sheetAt = ({ params }: { params: Readonly<Record<string, string>> }) => `/programmes/${params.programme}/attribution`;

/** A funder's share from a day on. */
export const setSharePage = formPage({
  path: '/programmes/:programme/shares/new', action: setFunderShare, title: 'share.set', lede: 'attribution.lede', back: sheetAt,
  fields: async (f, visit) => {
    const words = targetWords(f.view);
    const { funders } = await visit.ask(targetChoices, {});
    return (
      <>
        <SelectField {...f} name="funder" label={words('funder')} required choices={named(f.view, funders)} />
        <TextField {...f} name="share" label={words('share')} required ltr />
        <DateField {...f} name="from" label={words('from')} required />
        <DateField {...f} name="to" label={words('to')} />
        <TextField {...f} name="said_by" label={words('said_by')} help={words('said_by.help')} required />
      </>
    );
  },
  input: ({ params }) => ({ programme: params.programme }),
});

/** The end of a share. */
export const endSharePage = formPage({
  path: '/programmes/:programme/shares/:share/end', action: endFunderShare, title: 'share.end', ends: true, back: sheetAt,
  fields: (f) => {
    const words = targetWords(f.view);
    return <><DateField {...f} name="to" label={words('to')} required /><TextArea {...f} name="why" label={words('why')} required rows={2} /></>;
  },
  input: ({ params }) => ({ share: params.share }),
});
