import type { ReactNode } from 'react';
import { Bdi } from '#ui/bdi.tsx';
import { Beside, Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { keptName, keptText } from '../kept/kept-shown.tsx';
import { keptWords } from '../kept/kept-words.ts';
import { boardWords } from './board-words.ts';
import type { BoardRead } from './boards.query.ts';
import type { KeptOnBoard } from './kept-on-board.ts';
import { openKept } from './opening.ts';

/** Indicators kept as rows: those of people and registers, and those of the environment beside them. */
export const KeptPart = ({ view, board }: { view: View; board: BoardRead }): ReactNode => {
  const words = boardWords(view);
  const of = (environment: boolean) => board.kept.filter(({ set }) => (set === 'environment') === environment);
  const social = <Card title={words(of(true).length ? 'social' : 'registers')}><Rows view={view} board={board} rows={of(false)} /><p><a href="/indicators">{words('registers.elsewhere')}</a></p></Card>;
  return of(true).length ? <Beside aside={<Card title={words('environment')}><p className="soft">{words('environment.lede')}</p><Rows view={view} board={board} rows={of(true)} /></Card>}>{social}</Beside> : social;
};

const Rows = ({ view, board, rows }: { view: View; board: BoardRead; rows: readonly KeptOnBoard[] }): ReactNode => {
  const words = boardWords(view);
  return (
    <Table
      view={view} caption={words('registers')} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => openKept(board, id)} empty={<EmptyState title={words('registers.none')} />}
      columns={[
        { key: 'what', label: words('what'), cell: ({ names }) => <Bdi>{keptName(view, names)}</Bdi> },
        { key: 'number', label: words('number'), numeric: true, cell: ({ unit, currency, shown }) => <Bdi>{keptText(view, { unit, conditions: currency ? { currency: [currency] } : {} }, shown)}</Bdi> },
        { key: 'unit', label: keptWords(view)('unit'), cell: ({ unit }) => (unit === 'other' ? '–' : keptWords(view)(`unit.${unit}`)) },
      ]}
    />
  );
};
