import type { ReactNode } from 'react';
import { nameFor } from '#core/words/named.ts';
import { findTerritory, territoriesOfLevel, territoryLine } from '#modules/network/public.ts';
import { Num } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { ReadFigure } from '../reading/read-figure.ts';
import { shownText } from '../show/amount.ts';
import { boardWords } from './board-words.ts';
import type { BoardRead } from './boards.query.ts';
import type { OpenFigure } from './opening.ts';

type Divided = Pick<ReadFigure, 'rows' | 'folded'>;

/** Place by place who was received, which needs stay unanswered, and whether there is a hub at all. */
export const GapPart = ({ view, board, open }: { view: View; board: BoardRead; open: OpenFigure }): ReactNode => {
  const words = boardWords(view);
  const shown = (code: string, divided: Divided, figure: string): ReactNode => {
    const row = divided.rows.find(({ key }) => key === code);
    if (!row) return divided.folded ? '–' : <Num view={view} value={0} />;
    return <a href={open(figure, { by: 'territory', key: code })}><Bdi>{shownText(view, figure, row.shown)}</Bdi></a>;
  };
  const hubsAt = (code: string): number => board.hubNames.filter(({ open: isOpen, region }) => isOpen && region === regionOf(code)).length;
  const said = ({ rows }: Divided, code: string): boolean => rows.some(({ key }) => key === code);
  const all = placesOf(board);
  const told = all.filter((code) => said(board.needs.received, code) || said(board.needs.unmet, code) || hubsAt(code) > 0);
  const untold = all.filter((code) => !told.includes(code));
  const nameOf = (code: string): string => nameFor(findTerritory(code)!.names, view.locale);
  return (
    <Card title={words('gap')}>
      <p>{words('gap.lede')}</p>
      <Table
        view={view} caption={words('gap')} rows={told} rowKey={(code) => code} empty={<p className="soft">{words('gap.none')}</p>}
        columns={[
          { key: 'place', label: words('place'), cell: (code) => <Bdi>{nameOf(code)}</Bdi> },
          { key: 'received', label: words('gap.received'), numeric: true, cell: (code) => shown(code, board.needs.received, 'persons-received') },
          { key: 'unmet', label: words('gap.unmet'), numeric: true, cell: (code) => shown(code, board.needs.unmet, 'unmet-needs') },
          { key: 'hubs', label: words('gap.hubs'), numeric: true, cell: (code) => (hubsAt(code) ? <Num view={view} value={hubsAt(code)} /> : <span className="soft">{words('gap.no_hub')}</span>) },
        ]}
      />
      {untold.length ? <p>{words('gap.nothing')} <bdi>{new Intl.ListFormat(view.locale.tag, { type: 'unit' }).format(untold.map(nameOf))}</bdi></p> : null}
      <p className="soft">{words('gap.not_said')}</p>
    </Card>
  );
};

const regionOf = (code: string): string | undefined => territoryLine(code).find(({ level }) => level === 'region' || level === 'governorate')?.code;

/** Every governorate of Tunisia, the region of the board alone; in Morocco the provinces of which something is said. */
function placesOf({ needs, region, hubs, hubNames }: BoardRead): string[] {
  const said = [...needs.received.rows, ...needs.unmet.rows].map(({ key }) => key).filter((key) => findTerritory(key));
  const here = hubNames.filter(({ id }) => hubs.some(({ hub }) => hub === id));
  const own = here.some(({ country }) => country === 'TN') && !region ? territoriesOfLevel('TN', 'governorate').map(({ code }) => code) : here.flatMap(({ region: of }) => (of && findTerritory(of)?.level === 'governorate' ? [of] : []));
  return [...new Set([...own, ...said])].sort();
}
