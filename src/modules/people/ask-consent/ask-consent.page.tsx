import { definePage } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { consentWords } from '../consent-words.ts';
import { consentPage } from '../record-consent/consent.page.tsx';
import { askConsent } from './ask-consent.ts';
import { askDays } from './ask-link.ts';

/** Leaves the question with her: the link and its square are shown once, in the answer itself. */
export const askConsentPage = definePage<View>({
  path: '/people/:person/consent/ask',
  audience: 'staff',
  needs: 'people.ask-consent',
  post: {
    action: askConsent,
    input: ({ params }) => ({ person: params.person }),
    leadsTo: (_, { params }) => `/people/${params.person}/consent`,
    again: consentPage,
    shows: ({ token, until }: { token: string; until: Date }, { view, params }) => {
      const words = consentWords(view);
      const address = `${view.origin ?? ''}/c/${token}`;
      return {
        title: words('link.made'),
        quiet: true,
        body: (
          <Stack>
            <PageTitle back={{ href: `/people/${params.person}/consent`, label: words('page.back') }} lede={words('page.link_help', { days: askDays })}>{words('link.made')}</PageTitle>
            <Card>
              <p><Ltr>{address}</Ltr></p>
              <div className="qr-place"><Qr text={address} label={words('link.code')} /></div>
              <p className="soft">{words('link.until')} <OnDate view={view} value={until} /></p>
            </Card>
            <p><LinkButton kind="quiet" icon="back" href={`/people/${params.person}/consent`}>{words('page.back')}</LinkButton></p>
          </Stack>
        ),
      };
    },
  },
});
