import { definePage } from '#core/page.ts';
import { Card, Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { labelled } from '#ui/labelled.ts';
import { dataWords } from '../data-words.ts';
import { Said } from '../hub-door/said.tsx';
import { FORGOTTEN_AFTER } from '../requests/forget-letters.ts';
import { portalWords } from '../words.ts';
import { dataNotice } from './data-notice.query.ts';
import { Law } from './law.tsx';

const kept = ['visitors', 'requests', 'desk', 'sealed', 'protected', 'figures'] as const;
const rights = ['see', 'mend', 'take_back', 'erase', 'complain'] as const;

/** What is kept, why, who reads it, how long, her rights, and the law of each country. Linked from every page's foot. */
export const dataNoticePage = definePage<View>({
  path: '/data',
  audience: 'citizen',
  needs: 'portal.data-notice',
  show: async (visit) => {
    const { view } = visit;
    const words = portalWords(view);
    const { countries, hubs } = await visit.ask(dataNotice, {});
    const days = { ended: FORGOTTEN_AFTER.ended, arrived: FORGOTTEN_AFTER.arrived };
    return {
      title: words('notice.title'),
      body: (
        <Stack>
          <PageTitle lede={words('notice.lede')} back={{ href: '/', label: words('home') }}>{words('notice.title')}</PageTitle>
          {kept.map((what) => <Card key={what} title={words(`notice.${what}`)}><p>{words(`notice.${what}_says`, days)}</p></Card>)}
          <Card title={words('notice.who')}>
            <p>{words('notice.who_says')} {labelled(view, dataWords(view)('hubs'))}</p>
            <ul>{hubs.map(({ id, names }) => <li key={id}><a href={`/hubs/${id}/data`}><Said view={view} value={names} /></a></li>)}</ul>
          </Card>
          <Card title={words('notice.rights')}>
            <ul>{rights.map((right) => <li key={right}>{words(`notice.right_${right}`)}</li>)}</ul>
            <p>{words('notice.how')} <a href="/hubs">{words('hubs.title')}</a></p>
          </Card>
          <Card title={words('notice.laws')}>{countries.map((country) => <Law key={country} view={view} country={country} />)}</Card>
        </Stack>
      ),
    };
  },
});
