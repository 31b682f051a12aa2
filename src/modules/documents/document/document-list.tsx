import type { ReactNode } from 'react';
import { mediaTypes } from '#core/files/media-type.ts';
import { number } from '#core/words/format.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { documentsWords } from '../words.ts';
import type { ListedDocument } from './document-list.query.ts';

/** A size as people say it: 340 kB, 2.1 MB. */
export const sizeOf = (view: View, bytes: number): string =>
  bytes < 1_000_000
    ? number(Math.max(1, Math.round(bytes / 1_000)), view.locale, { style: 'unit', unit: 'kilobyte' })
    : number(bytes / 1_000_000, view.locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });

/** What a document is called: its title, or the kind of paper it is. */
export const DocumentName = ({ view, of: { title, paper } }: { view: View; of: Pick<ListedDocument, 'title' | 'paper'> }): ReactNode =>
  title ? <Bdi>{title}</Bdi> : documentsWords(view)(`paper.${paper}`);

/** Documents as a list; each leads to its own page, a withdrawn one only says why it went. */
export const DocumentList = ({ view, documents }: { view: View; documents: readonly ListedDocument[] }): ReactNode => {
  const words = documentsWords(view);
  const columns: Column<ListedDocument>[] = [
    { key: 'name', label: words('document'), cell: (row) => (row.withdrawnAt ? <DocumentName view={view} of={row} /> : <a href={`/people/${row.person}/documents/${row.id}`}><DocumentName view={view} of={row} /></a>) },
    { key: 'paper', label: words('paper'), cell: ({ paper, mediaType, bytes }) => <div>{words(`paper.${paper}`)} <span className="soft"><bdi dir="ltr">{mediaTypes[mediaType].ending.toUpperCase()}</bdi> · <bdi>{sizeOf(view, bytes)}</bdi></span></div> },
    { key: 'added', label: words('added'), cell: ({ addedAt, addedBy }) => <div><OnDate view={view} value={addedAt} />{addedBy ? <div className="soft"><Bdi>{addedBy}</Bdi></div> : null}</div> },
    { key: 'state', label: words('why'), cell: ({ withdrawnWhy }) => (withdrawnWhy ? <div><Badge tone="clay">{words('state.withdrawn')}</Badge> <span className="soft">{words(`withdrawn_why.${withdrawnWhy}`)}</span></div> : '') },
  ];
  const anyWithdrawn = documents.some(({ withdrawnAt }) => withdrawnAt !== null);
  return <Table view={view} caption={words('title')} rows={documents} rowKey={({ id }) => id} empty={<EmptyState title={words('none')} />} columns={anyWithdrawn ? columns : columns.slice(0, 3)} />;
};
