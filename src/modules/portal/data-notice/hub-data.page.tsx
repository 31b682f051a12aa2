import { definePage } from '#core/page.ts';
import { ControllerFacts } from '#modules/network/public.ts';
import { consentNotices, PurposeTold } from '#modules/people/public.ts';
import { Card, Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { dataWords } from '../data-words.ts';
import { Said } from '../hub-door/said.tsx';
import { hubName, viewAtHub } from '../hub-door/view-at-hub.ts';
import { FORGOTTEN_AFTER } from '../requests/forget-letters.ts';
import { portalWords } from '../words.ts';
import { hubDataNotice } from './hub-data-notice.query.ts';
import { Law } from './law.tsx';

const noted = ['desk', 'sealed', 'protected', 'requests', 'figures'] as const;
const rights = ['see', 'mend', 'take_back', 'erase', 'complain'] as const;

/** A hub's own notice: who answers for personal data, organization by organization; what is asked and why, in every version ever told. */
export const hubDataPage = definePage<View>({
  path: '/hubs/:hub/data',
  audience: 'citizen',
  needs: 'portal.hub-data-notice',
  show: async (visit) => {
    const { hub, controllers, days } = await visit.ask(hubDataNotice, { hub: visit.params.hub });
    const notices = await visit.ask(consentNotices, { hub: hub.id });
    const view = viewAtHub(visit.view, hub);
    const words = dataWords(view);
    const general = portalWords(view);
    const kept = { ended: FORGOTTEN_AFTER.ended, arrived: FORGOTTEN_AFTER.arrived };
    return {
      title: words('title'),
      hubName: hubName(view, hub),
      body: (
        <Stack>
          <PageTitle lede={words('lede', { hub: hubName(view, hub) })} back={{ href: `/hubs/${hub.id}`, label: general('door.back') }}>{words('title')}</PageTitle>
          <Card title={words('who')}>
            {controllers.length === 0 ? <p>{words('who_none')}</p> : null}
            {controllers.map((each) => <section key={each.organization}><h3><Said view={view} value={each.names} /></h3><ControllerFacts view={view} of={each} /></section>)}
          </Card>
          <Card title={words('what')}>{noted.map((what) => <section key={what}><h3>{general(`notice.${what}`)}</h3><p>{general(`notice.${what}_says`, kept)}</p></section>)}</Card>
          <Card title={words('purposes')}>
            <p>{words('purposes_says')}</p>
            {notices.map((each) => (
              <PurposeTold key={each.purpose} view={view} of={each} earlier={words('earlier')}><p className="soft">{words('lasts', { days: days[each.purpose] })}</p></PurposeTold>
            ))}
          </Card>
          <Card title={general('notice.rights')}><ul>{rights.map((right) => <li key={right}>{general(`notice.right_${right}`)}</li>)}</ul></Card>
          <Card title={general('notice.laws')}><Law view={view} country={hub.country} /></Card>
          <p><a href="/data">{words('all')}</a></p>
        </Stack>
      ),
    };
  },
});
