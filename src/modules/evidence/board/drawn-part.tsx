import type { ReactNode } from 'react';
import { longMonth, shortMonth } from '#core/words/format.ts';
import { nameFor } from '#core/words/named.ts';
import { findTerritory } from '#modules/network/public.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { TileMap } from '#ui/chart/tile-map.tsx';
import { Trend } from '#ui/chart/trend.tsx';
import type { View } from '#ui/view.ts';
import { findIndicator } from '../indicator/indicators-of-the-desk.ts';
import { amountText } from '../show/amount.ts';
import { indicatorName, keyName } from '../show/names.ts';
import { evidenceWords } from '../words.ts';
import { boardWords } from './board-words.ts';
import type { BoardRead } from './boards.query.ts';
import type { OpenFigure } from './opening.ts';
import { tilesOf } from './tiles.ts';

interface Part { readonly view: View; readonly board: BoardRead; readonly open: OpenFigure }

/** One figure month by month, and where those whom it counts live. */
export const DrawnPart = (props: Part): ReactNode => (
  <>
    <Card><TrendOf {...props} /></Card>
    <PlacesOf {...props} />
  </>
);

const TrendOf = ({ view, board, open }: Part): ReactNode => {
  const words = boardWords(view);
  const title = words('trend', { figure: indicatorName(view, board.indicator) });
  return (
    <Trend
      view={view} title={title} labels={{ month: words('month'), value: words('number'), state: words('frozen') }}
      caption={`${board.exact ? words('trend.running') : words('trend.caption')} ${words('trend.frozen')}`} stateText={({ closed }) => words(closed ? 'frozen.yes' : 'frozen.no')}
      format={(value) => (value === null ? evidenceWords(view)('kept.short') : amountText(view, board.indicator, value))}
      points={board.trend.map(({ month, shown }) => ({ key: month, label: longMonth(month, view.locale), short: shortMonth(month, view.locale), closed: board.frozen.includes(month), value: shown.kept ? null : (shown.value ?? 0), href: open(board.indicator, { month }) }))}
    />
  );
};

const PlacesOf = ({ view, board, open }: Part): ReactNode => {
  const words = boardWords(view);
  const addsUp = !['minute', 'face'].includes(findIndicator(board.indicator)!.unit);
  const all = countriesOf(view, board).map((country) => ({ country, tiles: tilesOf(country, board.places, addsUp) })).filter(({ tiles }) => tiles.length > 0);
  // A country of which nothing is said beside one of which something is would be an empty picture.
  const told = all.filter(({ tiles }) => tiles.some(({ value }) => value !== undefined));
  const maps = told.length ? told : all.slice(0, 1);
  const drawn = new Set(maps.flatMap(({ tiles }) => tiles.flatMap(({ keys }) => keys)));
  const beside = board.places.rows.filter(({ key }) => !drawn.has(key));
  const written = (value: number | null) => (value === null ? evidenceWords(view)('kept.short') : amountText(view, board.indicator, value));
  if (maps.length === 0 && beside.length === 0) return null;
  return (
    <Card>
      {maps.map(({ country, tiles }) => (
        <TileMap
          key={country} view={view} title={words('places', { figure: indicatorName(view, board.indicator), country })} labels={{ place: words('place'), value: words('number') }}
          caption={country === 'MA' ? `${words('places.caption')} ${words('places.sums')}` : words('places.caption')} format={written}
          tiles={tiles.map(({ code, keys, ...tile }) => ({ ...tile, key: code, label: nameFor(findTerritory(code)!.names, view.locale), href: keys.length === 1 ? open(board.indicator, { by: 'territory', key: keys[0]! }) : undefined }))}
        />
      ))}
      {beside.length ? <p className="soft">{words('places.beside')} {beside.map(({ key, shown }, at) => <span key={key}>{at ? ' · ' : ''}<a href={open(board.indicator, { by: 'territory', key })}><Bdi>{keyName(view, 'territory', key, board.hubNames)}</Bdi></a> <Bdi>{written(shown.value)}</Bdi></span>)}</p> : null}
    </Card>
  );
};

/** The countries whose maps a board draws: that of the hub whose own board it is, elsewhere those of the hubs it speaks of. */
const countriesOf = (view: View, { exact, hubs, hubNames }: BoardRead): string[] =>
  exact ? [view.locale.country] : [...new Set(hubNames.filter(({ id }) => hubs.some(({ hub }) => hub === id)).map(({ country }) => country))].sort();
