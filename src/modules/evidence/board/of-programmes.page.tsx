import { definePage } from '#core/page.ts';
import { CalendarDate, Money, Percent } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { keptName } from '../kept/kept-shown.tsx';
import { SealOf } from '../show/opened.tsx';
import { targetWords } from '../target/target-words.ts';
import { evidenceWords } from '../words.ts';
import { boardWords } from './board-words.ts';
import { funderBoard, programmeBoard } from './of-programmes.query.ts';
import { TargetsPart } from './targets-part.tsx';

const whole = 10_000;

/** A programme: what was promised and reached, what it costs. */
export const programmeBoardPage = definePage<View>({
  path: '/boards/programme/:id',
  audience: 'staff',
  needs: 'evidence.programme-board',
  show: async (visit) => {
    const { view, params } = visit;
    const words = boardWords(view);
    const { programme, targets, costs, head } = await visit.ask(programmeBoard, { programme: params.id });
    const title = keptName(view, programme.names);
    return {
      title,
      body: (
        <Stack>
          <PageTitle lede={`${words('lede.programme')} ${words('outside.rule')}`} back={{ href: '/boards', label: words('back') }}><Bdi>{title}</Bdi></PageTitle>
          <Buttons>
            <LinkButton kind="quiet" icon="search" href={`/programmes/${programme.id}`}>{words('programme.sheet')}</LinkButton>
            {visit.may('evidence.programme-progress') ? <LinkButton kind="quiet" icon="chart" href={`/programmes/${programme.id}/progress`}>{words('programme.progress')}</LinkButton> : null}
            <LinkButton kind="quiet" icon="chart" href={`/programmes/${programme.id}/attribution`}>{targetWords(view)('attribution')}</LinkButton>
          </Buttons>
          <TargetsPart view={view} targets={targets} />
          <Card title={words('costs')}>
            <Table
              view={view} caption={words('costs')} rows={costs} rowKey={({ id }) => id} empty={<EmptyState title={words('costs.none')} />}
              columns={[
                { key: 'source', label: words('source'), cell: ({ saidBy }) => <Bdi>{saidBy}</Bdi> },
                { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount, currency, approximate }) => <span>{approximate ? `${words('about')} ` : ''}<Money view={view} value={amount} currency={currency} /></span> },
                { key: 'who', label: words('paid_by'), cell: ({ shares, currency }) => shares.map(({ id, names, share, amount }) => <div key={id}><Bdi>{keptName(view, names)}</Bdi>{share === null ? null : <> · <Percent view={view} value={share / whole} /></>}{amount === null ? null : <> · <Money view={view} value={amount} currency={currency} /></>}</div>) },
              ]}
            />
          </Card>
          <p className="soft">{evidenceWords(view)('opened.head_line')} <SealOf view={view} head={head} /></p>
        </Stack>
      ),
    };
  },
});

/** A body that pays: its programmes and its part of what they reach. */
export const funderBoardPage = definePage<View>({
  path: '/boards/funder/:id',
  audience: 'staff',
  needs: 'evidence.funder-board',
  show: async (visit) => {
    const { view, params } = visit;
    const words = boardWords(view);
    const { funder, programmes, targets, head } = await visit.ask(funderBoard, { funder: params.id });
    const title = keptName(view, funder.names);
    return {
      title,
      body: (
        <Stack>
          <PageTitle lede={`${words('lede.funder')} ${words('outside.rule')}`} back={{ href: '/boards', label: words('back') }}><Bdi>{title}</Bdi></PageTitle>
          <TargetsPart view={view} targets={targets} />
          <Card title={words('board.programmes')}>
            <Table
              view={view} caption={words('board.programmes')} rows={programmes} rowKey={({ id }) => id} rowHref={({ id }) => `/boards/programme/${id}`}
              columns={[
                { key: 'programme', label: words('programme'), cell: ({ names }) => <Bdi>{keptName(view, names)}</Bdi> },
                { key: 'pays', label: words('pays'), cell: ({ parts }) => parts.map(({ share, amount, currency, approximate, saidBy }, at) => <div key={at}>{share === null ? null : <Percent view={view} value={share / whole} />}{share === null || amount === null ? '' : ' · '}{amount === null ? null : <span>{approximate ? `${words('about')} ` : ''}<Money view={view} value={amount} currency={currency} /></span>}<div className="soft"><Bdi>{saidBy}</Bdi></div></div>) },
                { key: 'part', label: words('attributed'), cell: ({ shares }) => shares.map(({ id, share, from, to }) => <div key={id}><Percent view={view} value={share / whole} /> · <span className="soft"><CalendarDate view={view} value={from} />{to ? <> – <CalendarDate view={view} value={to} /></> : null}</span></div>) },
              ]}
            />
          </Card>
          <p className="soft">{evidenceWords(view)('opened.head_line')} <SealOf view={view} head={head} /></p>
        </Stack>
      ),
    };
  },
});
