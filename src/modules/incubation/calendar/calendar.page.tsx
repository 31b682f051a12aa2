import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { longMonth } from '#core/words/format.ts';
import { CalendarDate, Hour } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { hrefWith } from '#ui/href.ts';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import { Tabs } from '#ui/tabs.tsx';
import type { View } from '#ui/view.ts';
import { togetherWords } from '../together-words.ts';
import { calendar, type Planned } from './calendar.query.ts';
import { plannedWords } from './planned-words.ts';
import { spans, weeksOf } from './stretch.ts';

type Shown = Awaited<ReturnType<typeof calendar.spec.run>>;

/** The calendar of the hub, drawn by the server: as a list first, or as a week or a month, which on a phone become a list of days. */
export const calendarPage = definePage<View>({
  path: '/calendar',
  audience: 'staff',
  needs: 'incubation.calendar',
  menu: { label: (reader) => togetherWords(reader)('calendar'), order: 48, group: 'incubation', icon: 'calendar' },
  show: async (visit) => {
    const { search } = visit;
    const shown = await visit.ask(calendar, { span: search.span, day: search.day });
    // A calendar is read at the clock of its hub, wherever the reader is.
    const view: View = { ...visit.view, locale: { ...visit.view.locale, timeZone: shown.zone } };
    const words = togetherWords(view);
    const place = shown.span === 'week' ? <><CalendarDate view={view} value={shown.from} /> – <CalendarDate view={view} value={shown.until} /></> : <Bdi>{longMonth(shown.day.slice(0, 7), view.locale)}</Bdi>;
    return {
      title: words('calendar'),
      body: (
        <Stack>
          <PageTitle lede={words('calendar.lede')} actions={<LinkButton href="/calendar.ics" kind="quiet" icon="download">{words('calendar.file')}</LinkButton>}>{words('calendar')}</PageTitle>
          <Tabs view={view} label={words('calendar.how')} tabs={spans.map((span) => ({ href: hrefWith(view, { span, day: shown.day }), label: words(`span.${span}`), current: span === shown.span }))} />
          <nav aria-label={words('calendar.turn')}>
            <Buttons>
              <LinkButton kind="quiet" href={hrefWith(view, { day: shown.before })}>{words('calendar.before')}</LinkButton>
              <strong>{place}</strong>
              <LinkButton kind="quiet" href={hrefWith(view, { day: shown.after })}>{words('calendar.after')}</LinkButton>
              {shown.day === shown.today ? null : <LinkButton kind="quiet" href={hrefWith(view, { day: null })}>{words('calendar.today')}</LinkButton>}
            </Buttons>
          </nav>
          {shown.span === 'list' ? <AsList view={view} shown={shown} /> : <AsDays view={view} shown={shown} />}
        </Stack>
      ),
    };
  },
});

const When = ({ view, one }: { view: View; one: Planned }): ReactNode => ('startsAt' in one ? <Hour view={view} value={one.startsAt} until={one.endsAt} /> : null);

const AsList = ({ view, shown }: { view: View; shown: Shown }): ReactNode => {
  const words = togetherWords(view);
  return (
    <Table
      view={view} caption={words('calendar')} rows={shown.planned} rowKey={({ id }) => id} rowHref={({ href }) => href}
      empty={<EmptyState title={words('calendar.none')}>{words('calendar.none_text')}</EmptyState>}
      columns={[
        { key: 'what', label: words('planned.what'), cell: (one) => <Bdi>{plannedWords(view, one)}</Bdi> },
        { key: 'day', label: words('planned.day'), cell: (one) => <><CalendarDate view={view} value={one.on} />{one.on === shown.today ? <> <Badge tone="olive">{words('calendar.today')}</Badge></> : null}</> },
        { key: 'hour', label: words('planned.hour'), cell: (one) => <When view={view} one={one} /> },
        { key: 'kind', label: words('planned.kind'), cell: (one) => <>{words(`planned.${one.kind}`)}{one.calledOff ? <> <Badge tone="rose">{words('planned.called_off')}</Badge></> : null}</> },
        { key: 'place', label: words('planned.place'), cell: (one) => (one.kind === 'course' ? <Bdi>{inLanguage(one.place, view.locale.lang).text}</Bdi> : null) },
      ]}
    />
  );
};

/** One row for each week, one column for each weekday; where the place is narrow each day stands under the other with its weekday. */
const AsDays = ({ view, shown }: { view: View; shown: Shown }): ReactNode => {
  const words = togetherWords(view);
  const weeks = weeksOf(shown);
  // A drawn week is looked at; the list is what one takes out.
  const { takesLists: _, ...looked } = view;
  const weekday = new Intl.DateTimeFormat(view.locale.tag, { weekday: 'long', timeZone: 'UTC' });
  return (
    <Table
      view={looked} caption={words('calendar')} rows={weeks} rowKey={(week) => week[0]!}
      columns={weeks[0]!.map((first, at) => ({ key: `d${at}`, label: weekday.format(new Date(`${first}T00:00:00Z`)), cell: (week: readonly string[]) => <Day view={view} shown={shown} day={week[at]!} /> }))}
    />
  );
};

const Day = ({ view, shown, day }: { view: View; shown: Shown; day: string }): ReactNode => {
  const words = togetherWords(view);
  const planned = shown.planned.filter(({ on }) => on === day);
  const number = <time dateTime={day}>{Number(day.slice(8))}</time>;
  const outside = shown.span === 'month' && day.slice(0, 7) !== shown.day.slice(0, 7);
  return (
    <div>
      {/* Seven narrow columns: the mark of today is a badge around its number, the word is for who hears the page. */}
      {day === shown.today ? <Badge tone="olive">{number}<span className="visually-hidden"> {words('calendar.today')}</span></Badge> : <span className={outside || planned.length === 0 ? 'soft' : undefined}>{number}</span>}
      {planned.map((one) => (
        <div key={one.id}>
          <small><When view={view} one={one} /></small> <a href={one.href}><Bdi>{plannedWords(view, one)}</Bdi></a>
          {one.kind === 'photo' || one.kind === 'film' || one.kind === 'milestone' ? <small className="soft"> {words(`planned.${one.kind}`)}</small> : null}
          {one.calledOff ? <> <Badge tone="rose">{words('planned.called_off')}</Badge></> : null}
        </div>
      ))}
    </div>
  );
};
