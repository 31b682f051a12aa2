import { definePage } from '#core/page.ts';
import { HoursTable } from '#modules/network/public.ts';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { portalWords } from '../words.ts';
import { hubDoorSheet } from './hub-door-sheet.query.ts';
import { ReachHub } from './reach-hub.tsx';
import { Said, SaidAtLength } from './said.tsx';
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
          {hours ? <HoursTable view={view} hours={hours} /> : null}
          <h2>{words('door.services')}</h2>
          <ul>{services.map(({ id, names }) => <li key={id}><Said view={view} value={names} /></li>)}</ul>
        </>
      ),
    };
  },
});
