import { definePage, type Visit } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { Told } from '../consent/consent-fields.tsx';
import { consentPurposes } from '../consent/consent-table.ts';
import { toldText } from '../consent/told-text.ts';
import { consentWords } from '../consent-words.ts';
import { peopleWords } from '../words.ts';
import { consentNotices, type PurposeNotices } from './consent-notices.query.ts';
import { publishNotice } from './publish-notice.ts';
import { Versions } from './versions.tsx';

/** What is read aloud at this hub, purpose by purpose, each leading to where its manager writes a new version. */
export const noticesPage = definePage<View>({
  path: '/settings/notices',
  audience: 'staff',
  needs: 'people.publish-notice',
  show: async (visit) => {
    const { view } = visit;
    const words = consentWords(view);
    const notices = await visit.ask(consentNotices, { hub: visit.actor.hub });
    return {
      title: words('notices.title'),
      body: (
        <Stack>
          <PageTitle lede={words('notices.lede')} back={{ href: '/settings', label: words('rules.back_settings') }}>{words('notices.title')}</PageTitle>
          {visit.search.done ? <Notice view={view} kind="success">{words('notices.published')}</Notice> : null}
          {notices.map(({ purpose, now }) => (
            <Card key={purpose} title={peopleWords(view)(`purpose.${purpose}`)}>
              <Told view={view} purpose={purpose} notice={now} />
              <Buttons><LinkButton kind="quiet" icon="edit" href={`/settings/notices/${purpose}`}>{words('notices.publish')}</LinkButton></Buttons>
            </Card>
          ))}
        </Stack>
      ),
    };
  },
});

/** Where a manager writes the words of one purpose; the text told now stands in the fields, the older versions below. */
export const publishNoticePage = definePage<View>({
  path: '/settings/notices/:purpose',
  audience: 'staff',
  needs: 'people.publish-notice',
  show: async (visit) => {
    const { view } = visit;
    const words = consentWords(view);
    const { purpose, now, versions } = await noticesOf(visit);
    const f = { view, values: { ...textsNow(view, purpose, now), ...visit.values }, errors: visit.errors };
    const title = peopleWords(view)(`purpose.${purpose}`);
    return {
      title,
      body: (
        <Stack>
          <PageTitle lede={words('notices.lede')} back={{ href: '/settings/notices', label: words('notices.title') }}>{title}</PageTitle>
          <Card>
            <Form {...f}>
              <MultilingualField {...f} required name="texts" rows={5} label={words('notices.text')} help={words('notices.text_help')} />
              <Buttons><Button icon="check">{words('notices.publish')}</Button></Buttons>
            </Form>
          </Card>
          {versions.length ? <Card title={words('notices.versions')}><Versions view={view} purpose={purpose} versions={versions} /></Card> : null}
        </Stack>
      ),
    };
  },
  post: { action: publishNotice, input: ({ params }) => ({ purpose: params.purpose }), leadsTo: () => '/settings/notices?done=1' },
});

async function noticesOf(visit: Visit<View>): Promise<PurposeNotices> {
  const wanted = consentPurposes.find((each) => each === visit.params.purpose) ?? 'service';
  return (await visit.ask(consentNotices, { hub: visit.actor.hub })).find(({ purpose }) => purpose === wanted)!;
}

const textsNow = (view: View, purpose: PurposeNotices['purpose'], now: PurposeNotices['now']) =>
  Object.fromEntries((['ar', 'fr', 'en'] as const).map((lang) => [
    `texts.${lang}`, now.texts ? (now.texts[lang] ?? '') : toldText({ ...view, locale: localeOf(lang, view.locale.country) }, now, purpose).text,
  ]));
