import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Bdi, FreeText } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { toldText } from '../consent/told-text.ts';
import { consentWords } from '../consent-words.ts';
import { peopleWords } from '../words.ts';
import { answerAskedConsent } from './answer-asked-consent.ts';
import { askedConsent } from './asked-consent.query.ts';

/** A question left with somebody: what is asked, what would happen, yes or no. It names nobody, works without script and once. */
export const askedConsentPage = definePage<View>({
  path: '/c/:token',
  audience: 'citizen',
  needs: 'people.asked-consent',
  show: async (visit) => {
    const { view } = visit;
    const words = consentWords(view);
    const asked = await visit.ask(askedConsent, { token: visit.params.token! });
    const partner = asked.partner && inLanguage(asked.partner, view.locale.lang);
    const told = toldText(view, asked.told, asked.purpose);
    const f = { view, values: visit.values, errors: visit.refusal ? {} : visit.errors };
    const hub = inLanguage(asked.hub.names, view.locale.lang).text;
    return {
      title: words('link.title'),
      hubName: hub,
      quiet: true as const,
      body: (
        <Stack>
          <PageTitle lede={words('link.asks', { hub })}>{words('link.title')}</PageTitle>
          {visit.search.kept ? <Notice view={view} kind="success">{words('link.thanks')}</Notice> : null}
          {asked.open ? (
            <Card title={peopleWords(view)(`purpose.${asked.purpose}`)}>
              <div lang={told.lang}><FreeText text={told.text} /></div>
              <Facts view={view} facts={[
                partner && { label: words('page.partner'), value: <Bdi lang={partner.lang}>{partner.text}</Bdi> },
                asked.fields.length > 0 && { label: words('page.fields'), value: asked.fields.map((field) => words(`shared.${field}`)).join(' · ') },
                { label: words('page.until'), value: <OnDate view={view} value={asked.until} /> },
              ]} />
              <Form {...f}>
                <Radios {...f} required name="answer" label={words('link.agree')} choices={[
                  { value: 'given', label: peopleWords(view)('answer.given'), icon: 'check' }, { value: 'refused', label: peopleWords(view)('answer.refused'), icon: 'cross' },
                ]} />
                <Buttons><Button icon="check">{words('link.send')}</Button></Buttons>
              </Form>
            </Card>
          ) : visit.search.kept ? null : <p>{words('link.ended')}</p>}
          <p><a href={`/hubs/${asked.hub.id}/data`}>{words('page.notice_of_hub')}</a></p>
        </Stack>
      ),
    };
  },
  post: { action: answerAskedConsent, input: ({ params }) => ({ token: params.token }), leadsTo: (_, { params }) => `/c/${params.token}?kept=1` },
});
