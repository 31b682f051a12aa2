import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { Icon } from '#ui/icon.tsx';
import { servicePictures, type ServiceTypeCode } from '#ui/icon-paths.ts';
import { PageTitle } from '#ui/page-title.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { serviceTypeCodes } from '../service-type-entry.ts';
import { InLang, plainIn } from '../show/in-lang.tsx';
import { listed, typeName } from '../show/names-of-codes.ts';
import { directoryWords } from '../words.ts';
import { whoDoesWhatWhere } from './who-does-what-where.query.ts';

type Matrix = Awaited<ReturnType<(typeof whoDoesWhatWhere)['spec']['run']>>;

/** Who does what where: a table on wide screens, cards on phones; overlaps and gaps named in words below. */
export const whoDoesWhatPage = definePage<View>({
  path: '/who-does-what',
  audience: 'staff',
  needs: 'directory.who-does-what-where',
  menu: { label: (reader) => directoryWords(reader)('menu.matrix'), order: 45, group: 'services', icon: 'network' },
  show: async (visit) => {
    const { view, search } = visit;
    const words = directoryWords(view);
    const matrix = await visit.ask(whoDoesWhatWhere, { within: search.within });
    const decide = visit.may('directory.open-committee-decision');
    const back = matrix.within ? { href: '/who-does-what', label: words('matrix.whole') } : undefined;
    return {
      title: words('matrix.title'),
      body: (
        <Stack>
          <PageTitle lede={words('matrix.lede')} {...(back ? { back } : {})} actions={<LinkButton kind="quiet" href="/decisions">{words('decisions.title')}</LinkButton>}>{words('matrix.title')}</PageTitle>
          {matrix.cells.length === 0 ? <EmptyState title={words('matrix.empty')}>{words('matrix.empty_help')}</EmptyState> : (
            <>
              <Table view={view} caption={words('matrix.title')} columns={columnsOf(view, matrix)} rows={serviceTypeCodes} rowKey={(type) => type} />
              <Overlaps view={view} matrix={matrix} decide={decide} />
              <Gaps view={view} matrix={matrix} />
            </>
          )}
        </Stack>
      ),
    };
  },
});

const pictureOf = (type: string) => servicePictures[type as ServiceTypeCode];

const placeName = (view: View, matrix: Matrix, code: string): string => plainIn(view, matrix.territories[code] ?? { en: code });

function columnsOf(view: View, matrix: Matrix): readonly Column<string>[] {
  const words = directoryWords(view);
  return [
    { key: 'type', label: words('type'), cell: (type) => <span><Icon name={pictureOf(type)} /> {typeName(view, type)}</span> },
    ...matrix.columns.map((code): Column<string> => ({ key: code, label: placeName(view, matrix, code), cell: (type) => <Square view={view} matrix={matrix} type={type} territory={code} /> })),
  ];
}

const Square = ({ view, matrix, type, territory }: { view: View; matrix: Matrix; type: string; territory: string }): ReactNode => {
  const words = directoryWords(view);
  const cell = matrix.cells.find((one) => one.type === type && one.territory === territory);
  if (!cell) return <span className="soft"><Icon name="cross" /> {words('matrix.gap')}</span>;
  return (
    <a href={`/services?type=${type}&territory=${encodeURIComponent(territory)}`}>
      {words('matrix.bodies', { count: cell.organizations.length })}
      {cell.overlap ? <> <Badge tone="saffron" icon="warning">{words('matrix.overlap')}</Badge></> : null}
    </a>
  );
};

const Overlaps = ({ view, matrix, decide }: { view: View; matrix: Matrix; decide: boolean }): ReactNode => {
  const words = directoryWords(view);
  return (
    <Card title={words('matrix.overlaps')}>
      {matrix.overlaps.length === 0 ? <p>{words('matrix.none')}</p> : (
        <ul>
          {matrix.overlaps.map(({ type, territory, organizations }) => (
            <li key={type + territory}>
              <strong>{typeName(view, type)}</strong> – {placeName(view, matrix, territory)} –{' '}
              {organizations.map((id, at) => <span key={id}>{at ? ' · ' : ''}<InLang view={view} value={matrix.organizations[id] ?? {}} /></span>)}{' '}
              {decide ? <a href={`/decisions/new?serviceType=${type}&territory=${encodeURIComponent(territory)}`}>{words('matrix.decide')}</a> : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};

const Gaps = ({ view, matrix }: { view: View; matrix: Matrix }): ReactNode => {
  const words = directoryWords(view);
  const ofPlace = (code: string): readonly string[] => matrix.gaps.filter(({ territory }) => territory === code).map(({ type }) => typeName(view, type));
  return (
    <Card title={words('matrix.gaps')}>
      {matrix.gaps.length === 0 ? <p>{words('matrix.no_gap')}</p> : (
        <Facts view={view} facts={matrix.columns.filter((code) => ofPlace(code).length).map((code) => ({ label: placeName(view, matrix, code), value: listed(view, ofPlace(code)) }))} />
      )}
    </Card>
  );
};
