import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { View } from './view.ts';
import { uiWords } from './words.ts';

/**
 * The filters of a list: a form whose answers stand in the address, so that what one sees can be shared. Fields go in as
 * children, marked `required` so that none says "(optional)", and the form is not held back when some stay empty. Sorting is
 * kept, the page starts again at the first.
 */
export const Filters = ({ view, children }: { view: View; children: ReactNode }): ReactNode => {
  const sort = new URLSearchParams(view.search).get('sort');
  const words = uiWords(view);
  return (
    <form method="get" action={view.path} className="filters" role="search" aria-label={words('filter')} noValidate>
      {sort ? <input type="hidden" name="sort" value={sort} /> : null}
      {children}
      <div className="buttons">
        <button type="submit" className="button quiet">
          <Icon name="search" />
          {words('filter_apply')}
        </button>
        {view.search === '' ? null : (
          <a href={view.path} data-swap="">
            {words('filter_clear')}
          </a>
        )}
      </div>
    </form>
  );
};
