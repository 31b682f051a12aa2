import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { View } from './view.ts';
import { uiWords } from './words.ts';

/**
 * The filters of a list: a form whose answers stand in the address, so that what one sees can be shared. Fields go in as
 * children, marked `required` so that none says "(optional)", and the form is not held back when some stay empty. Sorting is
 * kept, the page starts again at the first. `leadsOn`: what is chosen decides which form follows, and nothing is filtered.
 */
export const Filters = ({ view, children, leadsOn = false }: { view: View; children: ReactNode; leadsOn?: boolean }): ReactNode => {
  const sort = new URLSearchParams(view.search).get('sort');
  const words = uiWords(view);
  return (
    <form method="get" action={view.path} className="filters" role="search" aria-label={words(leadsOn ? 'go_on' : 'filter')} noValidate>
      {sort ? <input type="hidden" name="sort" value={sort} /> : null}
      {children}
      <div className="buttons">
        <button type="submit" className="button quiet">
          <Icon name={leadsOn ? 'forward' : 'search'} />
          {words(leadsOn ? 'go_on' : 'filter_apply')}
        </button>
        {view.search === '' || leadsOn ? null : (
          <a href={view.path} data-swap="">
            {words('filter_clear')}
          </a>
        )}
      </div>
    </form>
  );
};
