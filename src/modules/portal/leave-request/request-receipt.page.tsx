import { definePage } from '#core/page.ts';
import { saidAs } from '#core/text/spoken-words.ts';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { ReachHub } from '../hub-door/reach-hub.tsx';
import { hubName, viewAtHub } from '../hub-door/view-at-hub.ts';
import { portalWords } from '../words.ts';
import { readReceipt } from './receipt.ts';
import { requestForm } from './request-form.query.ts';

/** The number and the word of a request on paper or as PDF, with where to go: nothing of what she wrote, so that it may be found. */
export const requestReceiptPage = definePage<View>({
  path: '/hubs/:hub/contact/receipt',
  audience: 'print',
  needs: 'portal.request-form',
  show: async (visit) => {
    const { hub } = await visit.ask(requestForm, { hub: visit.params.hub });
    const view = viewAtHub(visit.view, hub);
    const words = portalWords(view);
    const receipt = readReceipt(visit.search.n);
    const word = receipt && saidAs(receipt.word);
    return {
      title: words('kept.sheet'),
      hubName: hubName(view, hub),
      quiet: true as const,
      reader: view,
      body: (
        <>
          {receipt && word ? (
            <>
              <p className="next-step"><Ltr>{receipt.number}</Ltr></p>
              <p className="next-step"><Bdi lang="ar">{word.ar}</Bdi> · <Bdi lang="fr">{word.fr}</Bdi></p>
              <p>{words('kept.sheet_help')}</p>
              <p>{words('kept.next')}</p>
            </>
          ) : null}
          <ReachHub view={view} hub={hub} />
        </>
      ),
    };
  },
});
