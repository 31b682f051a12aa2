import { definePage } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { JsonLd } from '#ui/json-ld.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { servicePage } from '../service-page/service-page.query.ts';
import { InLang, plainIn } from '../show/in-lang.tsx';
import { AboutService, PapersAndPrice, ReachService, WhoMayHaveIt } from '../show/service-body.tsx';
import { directoryWords } from '../words.ts';
import { serviceFacts } from './service-facts.ts';

/** One listed service as anyone reads it: what it is, how to go there, who may have it, what it costs. */
export const directoryServicePage = definePage<View>({
  path: '/directory/:service',
  audience: 'citizen',
  kept: true,
  needs: 'directory.service-page',
  show: async (visit) => {
    const { view, params } = visit;
    const words = directoryWords(view);
    const sheet = await visit.ask(servicePage, { service: params.service });
    const { entry } = sheet;
    return {
      title: plainIn(view, entry.names),
      body: (
        <Stack>
          <JsonLd facts={serviceFacts(sheet, view, view.origin ?? '')} />
          <PageTitle
            back={{ href: '/directory', label: words('directory.back') }}
            actions={<LinkButton kind="quiet" icon="print" href={`/directory/${entry.id}/card`}>{words('card.print')}</LinkButton>}
          ><InLang view={view} value={entry.names} /></PageTitle>
          {entry.status === 'active' ? null : <p><Badge tone="clay">{words(`status.${entry.status}` as 'status.active')}</Badge></p>}
          {entry.stale ? <Notice view={view} kind="warning">{words('stale_explained')}</Notice> : null}
          <AboutService view={view} sheet={sheet} />
          <ReachService view={view} sheet={sheet} />
          <WhoMayHaveIt view={view} sheet={sheet} />
          <PapersAndPrice view={view} sheet={sheet} />
          <p className="soft">{words('fresh_on')} <OnDate view={view} value={entry.freshAt} /></p>
        </Stack>
      ),
    };
  },
});
