import type { ReactNode } from 'react';
import { Bdi } from '#ui/bdi.tsx';
import { Figure, Grid } from '#ui/card.tsx';
import type { View } from '#ui/view.ts';
import { findIndicator } from '../indicator/indicators-of-the-desk.ts';
import { shownText } from '../show/amount.ts';
import { indicatorName } from '../show/names.ts';
import { boardWords } from './board-words.ts';
import type { BoardRead } from './boards.query.ts';
import type { OpenFigure } from './opening.ts';

const groups = ['desk', 'incubation', 'training', 'funding'] as const;

/** A currency in which nothing was granted says nothing: what was granted stands in the others. */
const ofMoney = (indicator: string): boolean => findIndicator(indicator)!.unit === 'money';

/** Every figure in groups of where it comes from; each number is a link to its rule and its proof. */
export const FiguresPart = ({ view, board, open }: { view: View; board: BoardRead; open: OpenFigure }): ReactNode =>
  groups.map((group) => {
    const figures = board.figures.filter(({ indicator, total }) => findIndicator(indicator)!.events[0]!.startsWith(`${group}.`) && !(ofMoney(indicator) && total.value === 0));
    return figures.length ? (
      <section key={group} className="stack">
        <h3>{boardWords(view)(`group.${group}`)}</h3>
        <Grid>
          {figures.map(({ indicator, total }) => (
            <Figure key={indicator} label={indicatorName(view, indicator)} href={open(indicator)}><Bdi>{shownText(view, indicator, total)}</Bdi></Figure>
          ))}
        </Grid>
      </section>
    ) : null;
  });
