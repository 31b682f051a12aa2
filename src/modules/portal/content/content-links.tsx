import type { ReactNode } from 'react';
import { OnDate } from '#ui/amounts.tsx';
import type { View } from '#ui/view.ts';
import { Said } from '../hub-door/said.tsx';
import { portalWords } from '../words.ts';
import type { ItemCard } from './published.ts';

/** What a hub published, as links. Draws nothing when there is nothing. */
export const ContentLinks = ({ view, items }: { view: View; items: readonly ItemCard[] }): ReactNode =>
  items.length === 0 ? null : (
    <section>
      <h2>{portalWords(view)('content.title')}</h2>
      <ItemLines view={view} items={items} />
      <p><a href="/content">{portalWords(view)('content.all')}</a></p>
    </section>
  );

/** Items one under the other: title, kind, day. */
export const ItemLines = ({ view, items }: { view: View; items: readonly ItemCard[] }): ReactNode => (
  <ul className="plain stack">
    {items.map(({ id, kind, titles, publishedAt }) => (
      <li key={id}>
        <a href={`/content/${id}`}><Said view={view} value={titles} /></a>{' '}
        <span className="soft">{portalWords(view)(`kind.${kind}`)} · <OnDate view={view} value={publishedAt} /></span>
      </li>
    ))}
  </ul>
);
