import { definePage } from '#core/page.ts';
import { Said } from '#modules/desk/public.ts';
import { PlaceName } from '#modules/network/public.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { callWords } from '../call-words.ts';
import { CallBadge } from '../show.tsx';
import { openCalls } from './open-calls.query.ts';

/** The calls one may apply to now or soon, those that close first in front. No account, no script. */
export const openCallsPage = definePage<View>({
  path: '/open-calls',
  audience: 'citizen',
  needs: 'incubation.open-calls',
  show: async ({ view, ask, search }) => {
    const words = callWords(view);
    const { calls } = await ask(openCalls, { hub: search.hub });
    return {
      title: words('open.title'),
      body: (
        <Stack>
          <PageTitle lede={words('open.lede')}>{words('open.title')}</PageTitle>
          {search.hub ? <p><a href="/open-calls">{words('open.all')}</a></p> : null}
          {calls.length === 0 ? <EmptyState title={words('open.none')} action={<a href="/directory">{words('open.directory')}</a>}>{words('open.none_help')}</EmptyState> : null}
          {calls.map((call) => (
            <Card key={call.code} title={<a href={`/open-calls/${call.code}`}><Said view={view} value={call.names} /></a>}>
              <p><CallBadge view={view} state={call.standing} /> <PlaceName view={view} code={call.territory} /> · {words(`call.applicants.${call.applicants}`)}</p>
              <p>{call.standing === 'open' ? words('open.until') : words('open.from')} <strong><AtTime view={view} value={call.standing === 'open' ? call.closes_at : call.opens_at} /></strong></p>
            </Card>
          ))}
        </Stack>
      ),
    };
  },
});
