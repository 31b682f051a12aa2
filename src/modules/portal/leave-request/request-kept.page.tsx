import { definePage } from '#core/page.ts';
import { saidAs } from '#core/text/spoken-words.ts';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { OpenNow, ReachHub } from '../hub-door/reach-hub.tsx';
import { hubName, viewAtHub } from '../hub-door/view-at-hub.ts';
import { portalWords } from '../words.ts';
import { readReceipt } from './receipt.ts';
import { requestForm } from './request-form.query.ts';

/** After sending: the number and the word to keep in mind, and what happens next. The number opens nothing. */
export const requestKeptPage = definePage<View>({
  path: '/hubs/:hub/contact/kept',
  audience: 'citizen',
  needs: 'portal.request-form',
  show: async (visit) => {
    const { hub, openNow, next } = await visit.ask(requestForm, { hub: visit.params.hub });
    const view = viewAtHub(visit.view, hub);
    const words = portalWords(view);
    const receipt = readReceipt(visit.search.n);
    const word = receipt && saidAs(receipt.word);
    return {
      title: words('request.title'),
      hubName: hubName(view, hub),
      quiet: true as const,
      body: (
        <Stack>
          <PageTitle back={{ href: `/hubs/${hub.id}`, label: words('door.back') }}>{words('kept.title')}</PageTitle>
          {receipt && word ? (
            <>
              <Notice view={view} kind="success">{words('kept.next')}</Notice>
              <Card title={words('kept.receipt')}>
                <p className="big-code"><Ltr>{receipt.number}</Ltr></p>
                <p className="big-code"><Bdi lang="ar">{word.ar}</Bdi> · <Bdi lang="fr">{word.fr}</Bdi></p>
                <p className="soft">{words('kept.receipt_help')}</p>
                <Buttons><LinkButton kind="quiet" icon="print" href={`/hubs/${hub.id}/contact/receipt?n=${visit.search.n}`}>{words('kept.get')}</LinkButton></Buttons>
              </Card>
            </>
          ) : null}
          <ReachHub view={view} hub={hub}><OpenNow view={view} openNow={openNow} next={next} /></ReachHub>
          <p className="soft">{words('kept.leave')}</p>
        </Stack>
      ),
    };
  },
});
