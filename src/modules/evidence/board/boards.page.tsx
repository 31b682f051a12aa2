import { definePage, type Visit } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { nameFor } from '#core/words/named.ts';
import { findTerritory } from '#modules/network/public.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { regionCalls } from '../calls/region-calls.query.ts';
import { keptName } from '../kept/kept-shown.tsx';
import { outcomeCosts } from '../money/cost-per-outcome.query.ts';
import { hubRevenue } from '../money/hub-revenue.query.ts';
import { boardList } from './board-list.query.ts';
import { BoardPage } from './board-page.tsx';
import { boardWords } from './board-words.ts';
import { hubBoard, networkBoard, regionBoard } from './boards.query.ts';
import { MoneyPart } from './money-part.tsx';

/** The boards that the reader may open. */
export const boardsPage = definePage<View>({
  path: '/boards',
  audience: 'staff',
  needs: 'evidence.board-list',
  menu: { label: (reader) => boardWords(reader)('boards'), order: 59, group: 'figures', icon: 'chart' },
  show: async (visit) => {
    const { view } = visit;
    const words = boardWords(view);
    const boards = await visit.ask(boardList, {});
    const parts = [
      ...[...new Set(boards.regions.map(countryOf))].map((country) => ({ title: words('board.regions', { country }), links: boards.regions.filter((code) => countryOf(code) === country).map((code) => ({ href: `/boards/region/${code}`, label: placeName(view, code) })) })),
      { title: words('board.programmes'), links: visit.may('evidence.programme-board') ? boards.programmes.map(({ id, names }) => ({ href: `/boards/programme/${id}`, label: keptName(view, names) })) : [] },
      { title: words('board.funders'), links: boards.funders.map(({ id, names }) => ({ href: `/boards/funder/${id}`, label: keptName(view, names) })) },
    ].filter(({ links }) => links.length > 0);
    const own = [...(boards.network ? [{ href: '/boards/network', label: words('board.network') }] : []), ...(boards.hub ? [{ href: '/boards/hub', label: words('board.hub') }] : [])];
    return {
      title: words('boards'),
      body: (
        <Stack>
          <PageTitle lede={words('boards.lede')}>{words('boards')}</PageTitle>
          {own.length + parts.length === 0 ? <EmptyState title={words('boards.none')} /> : null}
          {own.length ? <Card><ul>{own.map(({ href, label }) => <li key={href}><a href={href}>{label}</a></li>)}</ul></Card> : null}
          {parts.map(({ title, links }) => <Card key={title} title={title}><ul>{links.map(({ href, label }) => <li key={href}><a href={href}><Bdi>{label}</Bdi></a></li>)}</ul></Card>)}
        </Stack>
      ),
    };
  },
});

const countryOf = (code: string): string => code.slice(0, 2);

const placeName = (view: View, code: string): string => { const place = findTerritory(code); return place ? nameFor(place.names, view.locale) : code; };

/** The road of calls of a region, or of the whole. */
const roadOf = async (visit: Visit<View>, region: string | null) => {
  const { total, regions, over } = await visit.ask(regionCalls, {});
  return region === null || over === region ? total : (regions.find((one) => one.region === region)?.row ?? {});
};

/** What outcomes cost and what hubs live on, as far as this reader may see it. */
const moneyOf = async (visit: Visit<View>, hub?: string | null) => ({
  outcome: visit.may('evidence.outcome-costs') ? await visit.ask(outcomeCosts, {}) : null,
  years: visit.may('evidence.hub-revenue') ? (await visit.ask(hubRevenue, hub ? { hub } : {})).years : [],
});

/** The network as a whole, in one closed month. */
export const networkBoardPage = definePage<View>({
  path: '/boards/network',
  audience: 'staff',
  needs: 'evidence.network-board',
  show: async (visit) => {
    const { view, search } = visit;
    const words = boardWords(view);
    const board = await visit.ask(networkBoard, { month: search.month, indicator: search.indicator });
    const title = words('board.network');
    return { title, body: <BoardPage view={view} board={board} title={title} lede={`${words('lede.network')} ${words('kept.lede')}`} road={await roadOf(visit, null)} now={houseTime()}><MoneyPart view={view} board={board} {...await moneyOf(visit)} /></BoardPage> };
  },
});

/** One region. */
export const regionBoardPage = definePage<View>({
  path: '/boards/region/:code',
  audience: 'staff',
  needs: 'evidence.region-board',
  show: async (visit) => {
    const { view, search, params } = visit;
    const words = boardWords(view);
    const board = await visit.ask(regionBoard, { region: params.code, month: search.month, indicator: search.indicator });
    const title = placeName(view, params.code!);
    return { title, body: <BoardPage view={view} board={board} title={<Bdi>{title}</Bdi>} lede={`${words('lede.region')} ${words('kept.lede')}`} road={await roadOf(visit, params.code!)} now={houseTime()}><MoneyPart view={view} board={board} {...await moneyOf(visit)} /></BoardPage> };
  },
});

/** The reader's own hub, exactly. */
export const hubBoardPage = definePage<View>({
  path: '/boards/hub',
  audience: 'staff',
  needs: 'evidence.hub-board',
  show: async (visit) => {
    const { view, search } = visit;
    const words = boardWords(view);
    const board = await visit.ask(hubBoard, { from: search.from, to: search.to, indicator: search.indicator });
    const title = words('board.hub');
    return { title, body: <BoardPage view={view} board={board} title={title} lede={words('lede.hub')} road={Object.fromEntries(board.road.map(({ step, persons }) => [step, persons]))} now={houseTime()}><MoneyPart view={view} board={board} {...await moneyOf(visit, visit.actor.hub)} /></BoardPage> };
  },
});
