import type { ReactNode } from 'react';
import { hrefWith } from './href.ts';
import { Icon } from './icon.tsx';
import type { View } from './view.ts';
import { uiWords } from './words.ts';

/**
 * Where one stands in a list ("26–50 of 1 240"), the ways to the pages before and after, and the files holding exactly
 * what is listed. `page` counts from 1 and is the `page` of the address; `total` is a true count.
 */
export const Pager = (props: {
  view: View;
  page: number;
  pageSize: number;
  total: number;
  csvHref?: string;
  xlsxHref?: string;
}): ReactNode => {
  const { view, page, pageSize, total } = props;
  const words = uiWords(view);
  const from = (page - 1) * pageSize + 1;
  return (
    <nav className="pager" aria-label={words('pages')}>
      {page > 1 ? (
        <a href={hrefWith(view, { page: page - 1 })} rel="prev" data-swap="">
          <Icon name="back" /> {words('page_previous')}
        </a>
      ) : null}
      <span>
        {total === 0 ? words('count_none') : words('page_position', { from, to: Math.min(total, from + pageSize - 1), total })}
      </span>
      {page * pageSize < total ? (
        <a href={hrefWith(view, { page: page + 1 })} rel="next" data-swap="">
          {words('page_next')} <Icon name="forward" />
        </a>
      ) : null}
      {props.csvHref ? <Download href={props.csvHref} label={words('export_csv')} /> : null}
      {props.xlsxHref ? <Download href={props.xlsxHref} label={words('export_xlsx')} /> : null}
    </nav>
  );
};

const Download = ({ href, label }: { href: string; label: string }): ReactNode => (
  <a href={href} download="">
    <Icon name="download" /> {label}
  </a>
);
