import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { plainly } from '#modules/desk/public.ts';
import { nameFor } from '#core/words/named.ts';
import { territoryLine } from '#modules/network/public.ts';
import { Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Checkbox, SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { HiddenField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { hrefWith } from '#ui/href.ts';
import { Pager } from '#ui/pager.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { TieBreak } from '../../codes.ts';
import { outcomes } from '../selection-codes.ts';
import type { Formula } from '../selection-tables.ts';
import { selectionWords } from '../selection-words.ts';
import { OutcomeBadge, Thousandths } from '../shown.tsx';
import type { NumberedPoints } from './jurors-of.ts';
import type { StandingLine } from './standings-of.ts';

type Line = Omit<StandingLine, 'application_id' | 'age' | 'members' | 'handedIn'>;

interface TableProps<R extends Line> {
  readonly view: View;
  readonly search: Visit<View>['search'];
  readonly formula: Formula;
  readonly shown: { readonly rows: readonly R[]; readonly count: number; readonly page: number; readonly pageSize: number };
  /** Further columns of whoever decides. */
  readonly more?: readonly Column<R>[];
  readonly rowHref?: (row: R) => string;
}

/** With `points=yes` in the address every point stands in the table, to do the sum again or to take it out. */
const allPoints = (search: Visit<View>['search']): boolean => search.points === 'yes';

/** The way to the table with every point, and back to the short one. */
export const PointsLink = ({ view, search }: Pick<TableProps<Line>, 'view' | 'search'>): ReactNode => (
  <LinkButton kind="quiet" icon="list" href={hrefWith(view, { points: allPoints(search) ? null : 'yes', page: null })}>{selectionWords(view)(allPoints(search) ? 'ranking.few_points' : 'ranking.all_points')}</LinkButton>
);

/** A ranking by number with its filters: score, what follows and why; or, where they are asked for, the points of every criterion instead. */
export function StandingTable<R extends Line>({ view, search, formula, shown: { rows, count, page, pageSize }, more = [], rowHref }: TableProps<R>): ReactNode {
  const words = selectionWords(view);
  const f = { view, values: { ...search }, errors: {}, unmarked: true };
  const all = allPoints(search);
  const placeOf = (code: string | null) => { const place = code ? territoryLine(code)[0] : undefined; return place ? nameFor(place.names, view.locale) : '—'; };
  const standing: readonly Column<R>[] = [
    { key: 'place', label: words('place'), cell: ({ place }) => <Bdi>{placeOf(place)}</Bdi> },
    { key: 'outcome', label: words('outcome'), cell: ({ outcome }) => <OutcomeBadge view={view} outcome={outcome} /> },
    {
      key: 'why', label: words('why'),
      cell: ({ why, disagree, tie }) => (
        <div>
          {words(`why.${why}`)} {disagree ? <Badge tone="rose">{words('disagree')}</Badge> : null} {tie ? <span className="soft">{words('tie_by', { by: words(`tie.${tie}`) })}</span> : null}
        </div>
      ),
    },
  ];
  return (
    <>
      <Filters view={view}>
        <SelectField {...f} orAll name="outcome" label={words('outcome')} choices={outcomes.map((value) => ({ value, label: words(`outcome.${value}`) }))} />
        {all ? <HiddenField name="points" value="yes" /> : null}
        <Checkbox {...f} name="disagree" label={words('ranking.only_disagree')} />
      </Filters>
      <Table
        view={view} caption={words('ranking.title')} rows={rows} rowKey={({ receipt }) => receipt} {...(rowHref ? { rowHref } : {})}
        empty={<EmptyState title={words('ranking.none')} />}
        columns={[
          { key: 'receipt', label: words('receipt'), cell: ({ receipt }) => <Ltr>{receipt}</Ltr> },
          { key: 'rank', label: words('rank'), numeric: true, cell: ({ rank }) => <Num view={view} value={rank} /> },
          { key: 'adjusted', label: words('score'), numeric: true, cell: ({ adjusted }) => <Thousandths view={view} value={adjusted} /> },
          ...(all ? [{ key: 'raw', label: words('score_raw'), numeric: true, cell: ({ raw }: R) => <Thousandths view={view} value={raw} /> }] : []),
          ...(all ? formula.criteria : []).map(({ code, names, weight, most }) => ({
            key: `c-${code}`, label: words('criterion_column', { name: plainly(view, names), weight, most }), numeric: true,
            cell: ({ points }: R) => <Thousandths view={view} value={points[code]?.adjusted ?? 0} />,
          })),
          ...(all ? more : []),
          ...(all ? [] : standing),
        ]}
      />
      {count > 0 ? <Pager view={view} page={page} pageSize={pageSize} total={count} /> : null}
    </>
  );
}

type Known = StandingLine & { readonly given: Readonly<Record<string, readonly NumberedPoints[]>> };

/** What else the sum and the order follow from: what each juror gave, by number, and what tells equals apart under the rules of this call. */
export function knownColumns(view: View, { criteria, ties }: Formula): readonly Column<Known>[] {
  const words = selectionWords(view);
  const uses = (...which: TieBreak[]) => which.some((tie) => ties.includes(tie));
  return [
    ...criteria.filter(({ kind }) => kind === 'jury').map(({ code, names }): Column<Known> => ({
      key: `j-${code}`, label: words('jury_column', { name: plainly(view, names) }),
      cell: ({ given }) => <Ltr>{(given[code] ?? []).map(({ juror, points }) => `${juror}: ${points}`).join(' · ') || '—'}</Ltr>,
    })),
    ...(uses('younger', 'older') ? [{ key: 'age', label: words('age_at_closing'), numeric: true, cell: ({ age }: Known) => (age === null ? '—' : <Num view={view} value={age} />) }] : []),
    ...(uses('members') ? [{ key: 'members', label: words('members'), numeric: true, cell: ({ members }: Known) => <Num view={view} value={members} /> }] : []),
    ...(uses('earlier') ? [{ key: 'handed-in', label: words('handed_in'), cell: ({ handedIn }: Known) => <Ltr>{handedIn.toISOString().replace('T', ' ').replace('Z', '')}</Ltr> }] : []),
  ];
}
