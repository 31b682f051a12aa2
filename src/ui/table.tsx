import type { ReactNode } from 'react';
import { hrefWith } from './href.ts';
import { Icon } from './icon.tsx';
import type { View } from './view.ts';
import { uiWords } from './words.ts';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** The server can sort by this column. */
  readonly sortable?: boolean;
  /** Figures: aligned at the end of the column. */
  readonly numeric?: boolean;
}

interface TableProps<Row> {
  readonly view: View;
  /** What the table shows; read out before it. Seen as well when `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Where a row leads: the first cell becomes the link. */
  readonly rowHref?: (row: Row) => string;
  /** The present order: a column key, with "-" in front when from last to first. It is the `sort` of the address. */
  readonly sort?: string;
  /** Shown in place of the table when there is no row. */
  readonly empty?: ReactNode;
}

/** A list as a table, which becomes one card per row where the place is narrow for its columns, with the same reading order. Sorting is done by the server. */
export function Table<Row>(props: TableProps<Row>): ReactNode {
  if (props.rows.length === 0 && props.empty) return props.empty;
  return (
    <div className={placeOf(props.columns.length)}>
      <table className={`list ${listKey(props.columns)}`} role="table">
        <caption className={props.showCaption ? undefined : 'visually-hidden'}>{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {props.columns.map((column) => (
              <Head key={column.key} column={column} view={props.view} sort={props.sort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {props.rows.map((row) => (
            <tr role="row" key={props.rowKey(row)}>
              {props.columns.map((column, index) => (
                <Cell key={column.key} column={column} row={row} href={index === 0 ? props.rowHref?.(row) : undefined} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {props.view.takesLists ? <TakeOut view={props.view} list={listKey(props.columns)} /> : null}
    </div>
  );
}

/** What tells this list from others on its page: the keys of its columns. */
const listKey = (columns: readonly { readonly key: string }[]): string => `of-${columns.map(({ key }) => key.replace(/\W/g, '_')).join('-')}`;

/** The list as a file: the same columns and the same rows as shown under this address, those of further pages too. */
const TakeOut = ({ view, list }: { view: View; list: string }): ReactNode => (
  <p className="take-out soft">
    {(['csv', 'xlsx'] as const).map((format) => (
      <a key={format} href={hrefWith({ path: `/lists/${format}${view.path}`, search: view.search }, { list, page: null })} download="">
        <Icon name="download" /> {uiWords(view)(`export_${format}`)}
      </a>
    ))}
  </p>
);

/** Tables of many columns become cards earlier; three columns and fewer need no more than a phone held sideways. */
const placeOf = (columns: number): string => `list-place${columns > 3 ? ` columns-${Math.min(columns, 6)}` : ''}`;

function Head<Row>({ column, view, sort }: { column: Column<Row>; view: View; sort: string | undefined }): ReactNode {
  const order = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined;
  const next = order === 'ascending' ? `-${column.key}` : column.key;
  const words = uiWords(view);
  return (
    <th scope="col" role="columnheader" aria-sort={order} className={classOf(column)}>
      {column.sortable ? (
        <a href={hrefWith(view, { sort: next, page: null })} data-swap="">
          {column.label}
          {order ? <Icon name={order === 'ascending' ? 'up' : 'down'} label={words(order === 'ascending' ? 'sorted_up' : 'sorted_down')} /> : null}
        </a>
      ) : (
        column.label
      )}
    </th>
  );
}

function Cell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href: string | undefined }): ReactNode {
  const content = column.cell(row);
  return (
    <td role="cell" data-label={column.label} className={classOf(column)}>
      {href ? (
        <a className="row-link" href={href}>
          {content}
        </a>
      ) : (
        content
      )}
    </td>
  );
}

const classOf = (column: { numeric?: boolean; sortable?: boolean }): string | undefined =>
  [column.numeric ? 'numeric' : '', column.sortable ? 'sortable' : ''].filter(Boolean).join(' ') || undefined;
