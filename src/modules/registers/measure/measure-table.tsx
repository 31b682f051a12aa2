import type { ReactNode } from 'react';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Table } from '#ui/table.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import type { MeasureState } from '../codes.ts';
import { Said, slugs } from '../show.tsx';
import { registersWords } from '../words.ts';
import type { Measure } from './read-measures.ts';

const tones: Readonly<Record<MeasureState, Tone>> = { open: 'door', in_progress: 'saffron', done: 'olive', dropped: 'clay' };

/** Measures as a list: number, what, whose, by when, how far; what is late is red. `withEvent` says which event decided each. */
export const MeasureTable = ({ view, measures, keeps, caption, withEvent = false }: { view: View; measures: readonly Measure[]; keeps: boolean; caption: string; withEvent?: boolean }): ReactNode => {
  const words = registersWords(view);
  return (
    <Table
      view={view} caption={caption} showCaption={!withEvent} rows={measures} rowKey={({ id }) => id} empty={<EmptyState title={words('measures.none')} action={withEvent ? <LinkButton href={`/registers/${slugs.event}`}>{words('measures.to_events')}</LinkButton> : null}>{words('measures.none_text')}</EmptyState>}
      columns={[
        { key: 'number', label: words('measure.number'), numeric: true, cell: ({ number }) => <Num view={view} value={number} /> },
        { key: 'what', label: words('measure.what'), cell: ({ what, note }) => <div><Said view={view} of={what} />{note ? <div className="soft"><Bdi>{note}</Bdi></div> : null}</div> },
        ...(withEvent ? [{ key: 'event', label: words('one.event'), cell: ({ event, eventNames }: Measure) => <a href={`/registers/entries/${event}`}><Said view={view} of={eventNames} /></a> }] : []),
        { key: 'owner', label: words('measure.whose'), cell: ({ body, owner }) => <div>{body ? <Said view={view} of={body} /> : null}{body && owner ? ' · ' : null}{owner ? <Bdi>{owner}</Bdi> : null}</div> },
        { key: 'due', label: words('measure.due'), cell: ({ dueOn, late }) => <div><CalendarDate view={view} value={dueOn} /> {late ? <Badge tone="rose">{words('measure.is_late')}</Badge> : null}</div> },
        { key: 'state', label: words('col.state'), cell: ({ state, progress }) => <div><Badge tone={tones[state]}>{words(`mstate.${state}`)}</Badge> {state === 'in_progress' ? words('measure.at', { progress: progress / 100 }) : null}</div> },
        { key: 'proof', label: words('proof'), cell: ({ proof }) => (proof ? <a href={`/proofs/${proof}`}>{words('proof.open')}</a> : null) },
        { key: 'do', label: words('col.do'), cell: ({ id, event, over }) => (keeps && !over ? <LinkButton kind="quiet" icon="edit" href={`/registers/entries/${event}/measures/${id}`}>{words('measure.follow')}</LinkButton> : null) },
      ]}
    />
  );
};
