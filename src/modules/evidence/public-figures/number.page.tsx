import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { figurePlaces } from '../desk-figures/figure-places.query.ts';
import { findIndicator } from '../indicator/indicators-of-the-desk.ts';
import { proofWords } from '../receipt/proof-words.ts';
import { receiptAddress } from '../show/address.ts';
import { indicatorName } from '../show/names.ts';
import { Opened } from '../show/opened.tsx';
import { evidenceWords } from '../words.ts';
import { publicFigure } from './public-figure.query.ts';

/** One public number opened to its rule and its seal. */
export const numberPage = definePage<View>({
  path: '/numbers/:code',
  audience: 'citizen',
  needs: 'evidence.public-figure',
  show: async (visit) => {
    const { view, params } = visit;
    if (!findIndicator(params.code!)) throw new NotFound();
    const { month, by, key } = visit.search;
    const opened = await visit.ask(publicFigure, { indicator: params.code, month, by, key });
    const { hubs } = await visit.ask(figurePlaces, {});
    const title = indicatorName(view, opened.indicator);
    return {
      title,
      body: (
        <Stack>
          <PageTitle back={{ href: '/numbers', label: evidenceWords(view)('numbers.back') }}>{title}</PageTitle>
          <Opened view={view} opened={opened} hubs={hubs} />
          <Buttons>
            <LinkButton kind="quiet" icon="download" href={receiptAddress(opened)}>{proofWords(view)('receipt.take')}</LinkButton>
            <LinkButton kind="quiet" icon="search" href="/verify">{proofWords(view)('check')}</LinkButton>
          </Buttons>
        </Stack>
      ),
    };
  },
});
