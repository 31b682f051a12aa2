import type { ReactNode } from 'react';
import type { Step } from '#modules/incubation/public.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { monthChoices } from '../show/choices.ts';
import { indicatorName, periodName } from '../show/names.ts';
import { SealOf } from '../show/opened.tsx';
import { evidenceWords } from '../words.ts';
import { boardWords } from './board-words.ts';
import type { BoardRead } from './boards.query.ts';
import { DrawnPart } from './drawn-part.tsx';
import { FiguresPart } from './figures-part.tsx';
import { GapPart } from './gap-part.tsx';
import { HubsPart } from './hubs-part.tsx';
import { KeptPart } from './kept-part.tsx';
import { openingOf } from './opening.ts';
import { RoadPart } from './road-part.tsx';
import { TargetsPart } from './targets-part.tsx';

interface Props {
  readonly view: View;
  readonly board: BoardRead;
  readonly title: ReactNode;
  readonly lede: string;
  readonly road: Readonly<Partial<Record<Step, number | null>>>;
  readonly now: Date;
  readonly children?: ReactNode;
}

/** A whole board: its figures, its targets, one figure drawn by month and place, the road of calls, needs beside services, hubs beside each other. */
export const BoardPage = ({ view, board, title, lede, road, now, children }: Props): ReactNode => {
  const words = boardWords(view);
  const open = openingOf(board);
  return (
    <Stack>
      <PageTitle lede={lede} back={{ href: '/boards', label: words('back') }}>{title}</PageTitle>
      <BoardFilters view={view} board={board} now={now} />
      <h2><Bdi>{periodName(view, board.period)}</Bdi></h2>
      <FiguresPart view={view} board={board} open={open} />
      <TargetsPart view={view} targets={board.targets} />
      <DrawnPart view={view} board={board} open={open} />
      <RoadPart view={view} row={road} exact={board.exact} href={board.exact ? '/calls' : '/region/calls'} />
      <GapPart view={view} board={board} open={open} />
      <HubsPart view={view} board={board} open={open} />
      {children}
      <KeptPart view={view} board={board} />
      <p className="soft">{evidenceWords(view)('opened.head_line')} <SealOf view={view} head={board.head} /></p>
    </Stack>
  );
};

const BoardFilters = ({ view, board, now }: { view: View; board: BoardRead; now: Date }): ReactNode => {
  const words = evidenceWords(view);
  const f = { view, values: { ...board.period, month: board.month, indicator: board.indicator }, errors: {}, unmarked: true };
  const months = monthChoices(view, now, board.exact);
  return (
    <Filters view={view}>
      {board.exact ? <SelectField {...f} name="from" label={words('filter.from')} choices={months} /> : null}
      {board.exact ? <SelectField {...f} name="to" label={words('filter.to')} choices={months} /> : <SelectField {...f} name="month" label={words('filter.month')} choices={months} />}
      <SelectField {...f} name="indicator" label={boardWords(view)('drawn')} choices={board.figures.map(({ indicator }) => ({ value: indicator, label: indicatorName(view, indicator) }))} />
    </Filters>
  );
};
