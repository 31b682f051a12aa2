import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import type { HubHours } from '#modules/network/public.ts';
import { Facts } from '#ui/facts.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { portalWords } from '../words.ts';
import { hubDoorSheet } from './hub-door-sheet.query.ts';
import { ReachHub } from './reach-hub.tsx';
import { Said, SaidAtLength } from './said.tsx';
import { Spans } from './spans.tsx';
import { hubName, viewAtHub } from './view-at-hub.ts';

/** The door on paper, for a wall or a hand: where, when, what, and a code that opens the page. */
export const hubDoorPrintPage = definePage<View>({
  path: '/hubs/:hub/print',
  audience: 'print',
  needs: 'portal.hub-door-sheet',
  show: async (visit) => {
    const { hub, hours, services } = await visit.ask(hubDoorSheet, { hub: visit.params.hub });
    const view = viewAtHub(visit.view, hub);
    const words = portalWords(view);
    return {
      title: hubName(view, hub),
      hubName: hubName(view, hub),
      reader: view,
      ...(view.origin ? { code: <Qr text={`${view.origin}/hubs/${hub.id}`} label={words('door.code')} /> } : {}),
      body: (
        <>
          <SaidAtLength view={view} value={hub.welcomes} />
          <ReachHub view={view} hub={hub} />
          {hours ? <WeekInLines view={view} hours={hours} /> : null}
          <h2>{words('door.services')}</h2>
          <ul>{services.map(({ id, names }) => <li key={id}><Said view={view} value={names} /></li>)}</ul>
        </>
      ),
    };
  },
});

/** The hours of one day of a week, without what a printed line leaves out. */
const daily = (week: HubHours['ordinary'], day: number) => week.filter(({ weekday }) => weekday === day).map(({ opens, closes }) => ({ opens, closes }));

/** The week, days of the same hours in one line, with those of Ramadan behind where they differ: it must fit one small sheet. */
const WeekInLines = ({ view, hours }: { view: View; hours: HubHours }): ReactNode => {
  const words = portalWords(view);
  const name = new Intl.DateTimeFormat(view.locale.tag, { weekday: 'long', timeZone: 'UTC' });
  const dayName = (day: number): string => name.format(new Date(Date.UTC(2024, 0, day)));
  const spans = (week: HubHours['ordinary'], day: number): ReactNode => {
    const own = daily(week, day);
    return own.length === 0 ? words('door.shut') : <Spans view={view} spans={own} />;
  };
  const said = (week: HubHours['ordinary'] | null, day: number): string => JSON.stringify(daily(week ?? [], day));
  const alike = (day: number): string => said(hours.ordinary, day) + said(hours.ramadan, day);
  const runs = [1, 2, 3, 4, 5, 6, 7].filter((day) => day === 1 || alike(day) !== alike(day - 1));
  return (
    <Facts view={view} facts={runs.map((first, at) => {
      const last = (runs[at + 1] ?? 8) - 1;
      const differs = hours.ramadan && said(hours.ordinary, first) !== said(hours.ramadan, first);
      return {
        label: first === last ? dayName(first) : `${dayName(first)} – ${dayName(last)}`,
        value: <>{spans(hours.ordinary, first)}{differs ? <> · {words('door.ramadan')} {spans(hours.ramadan!, first)}</> : null}</>,
      };
    })} />
  );
};
