import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { findServiceType } from '#modules/directory/public.ts';
import { HoursTable, hubKindNames } from '#modules/network/public.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card, DoorCard, Grid, Stack } from '#ui/card.tsx';
import { Pictogram } from '#ui/icon.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { ContentLinks } from '../content/content-links.tsx';
import { portalWords } from '../words.ts';
import { hubDoorSheet } from './hub-door-sheet.query.ts';
import { OpenNow, ReachHub } from './reach-hub.tsx';
import { Said, SaidAtLength } from './said.tsx';
import { Spans } from './spans.tsx';
import { hubName, viewAtHub } from './view-at-hub.ts';

type Sheet = Awaited<ReturnType<(typeof hubDoorSheet)['spec']['run']>>;

/** A hub's own front door, in its own words: open or not, where, what it offers, and the way to ask for a time. */
export const hubDoorPage = definePage<View>({
  path: '/hubs/:hub',
  audience: 'citizen',
  needs: 'portal.hub-door-sheet',
  show: async (visit) => {
    const sheet = await visit.ask(hubDoorSheet, { hub: visit.params.hub });
    const view = viewAtHub(visit.view, sheet.hub);
    return { title: hubName(view, sheet.hub), hubName: hubName(view, sheet.hub), body: <Door view={view} sheet={sheet} /> };
  },
});

const Door = ({ view, sheet }: { view: View; sheet: Sheet }) => {
  const words = portalWords(view);
  const { hub } = sheet;
  const at = `/hubs/${hub.id}`;
  return (
    <Stack>
      <PageTitle lede={nameFor(hubKindNames[hub.kind], view.locale)} back={{ href: '/hubs', label: words('hubs.title') }}><Said view={view} value={hub.names} /></PageTitle>
      <SaidAtLength view={view} value={hub.welcomes} />
      <OpenNow view={view} openNow={sheet.openNow} next={sheet.next} />
      <Grid>
        <DoorCard href={`${at}/contact`} icon="calendar" title={words('door.ask')}>{words('door.ask_says')}</DoorCard>
        <DoorCard href={`/what-can-i-get?hub=${hub.id}`} icon="signpost" title={words('five.title')}>{words('five.says')}</DoorCard>
        <DoorCard href={`/open-calls?hub=${hub.id}`} icon="bell" title={words('door.calls')}>{words('door.calls_says')}</DoorCard>
        <DoorCard href="/made-here" icon="stall" title={words('door.made_here')}>{words('door.made_here_says')}</DoorCard>
      </Grid>
      <ReachHub view={view} hub={hub} />
      <Card title={words('door.hours')}>
        {sheet.today ? <p>{words('door.today')} {sheet.today.length ? <Spans view={view} spans={sheet.today} /> : words('door.shut_today')}</p> : <p className="soft">{words('door.no_hours')}</p>}
        {sheet.hours ? <details><summary>{words('door.whole_week')}</summary><HoursTable view={view} hours={sheet.hours} /></details> : null}
      </Card>
      <section className="stack">
        <h2>{words('door.services')}</h2>
        {sheet.services.length ? <DoorServices view={view} sheet={sheet} /> : <p className="soft">{words('door.no_services')}</p>}
        {sheet.total > sheet.services.length ? <p><a href={`/directory?territory=${hub.territoryCode ?? ''}`}>{words('door.all_services', { count: sheet.total })}</a></p> : null}
      </section>
      <ContentLinks view={view} items={sheet.items} />
      <Buttons><LinkButton kind="quiet" href={`${at}/print`} icon="print">{words('print')}</LinkButton></Buttons>
    </Stack>
  );
};

/** The services of the door, each with its picture. */
const DoorServices = ({ view, sheet }: { view: View; sheet: Sheet }): ReactNode => (
  <ul className="plain stack">
    {sheet.services.map(({ id, names, types, provider }) => {
      const type = findServiceType(types[0] ?? '');
      return (
        <li key={id}>
          <a className="card door-card" href={`/directory/${id}`}>
            <Pictogram code={types[0] ?? ''} />
            <span>
              <strong><Said view={view} value={names} /></strong>
              <span className="soft">{type ? <Bdi>{nameFor(type.names, view.locale)}</Bdi> : null}{provider ? <> · <Said view={view} value={provider} /></> : null}</span>
            </span>
          </a>
        </li>
      );
    })}
  </ul>
);
