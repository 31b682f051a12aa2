import { definePage } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { hubSettings } from '../hub/hub-doors.query.ts';
import { termsOf } from '../hub-kind.ts';
import { commonTerms } from '../hub-terms.ts';
import { hubQuery, settingsHub } from '../settings/settings-hub.ts';
import { networkWords } from '../words.ts';
import { setHubTerms } from './set-hub-terms.ts';

const languages = ['ar', 'fr', 'en'] as const;

/** Where a hub sets its own words; the usual word of its country stands under each field. */
export const hubTermsPage = definePage<View>({
  path: '/settings/words',
  audience: 'staff',
  needs: 'network.set-hub-terms',
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const hub = await visit.ask(hubSettings, { hub: settingsHub(visit) ?? '' });
    const f = { view, values: Object.keys(visit.values).length ? visit.values : { ...hub.terms }, errors: visit.errors };
    const lang = languages.find((one) => one === visit.search.in) ?? languages.find((one) => one === view.locale.lang) ?? 'ar';
    const usual = termsOf(hub.kind, localeOf(lang, hub.country));
    return {
      title: words('settings.words'),
      body: (
        <Stack>
          <PageTitle lede={words('terms.lede')} back={{ href: `/settings${hubQuery(visit)}`, label: words('settings.title') }}>{words('settings.words')}</PageTitle>
          <p>{languages.map((one) => <span key={one}><a href={`/settings/words${hubQuery(visit, `in=${one}`)}`} aria-current={one === lang ? 'true' : undefined}>{words(`language.${one}`)}</a>{' '}</span>)}</p>
          <Card>
            <Form {...f}>
              {languages.filter((one) => one !== lang).flatMap((one) =>
                Object.entries(hub.terms[one] ?? {}).map(([code, word]) => <input key={one + code} type="hidden" name={`${one}.${code}`} value={word} />))}
              {Object.keys(commonTerms).map((code) => (
                <TextField key={code} {...f} name={`${lang}.${code}`} label={[usual[code] ?? code, formOf(view, code)].filter(Boolean).join(' – ')} help={words('terms.usual', { word: usual[code] })} lang={lang} maxLength={60} />
              ))}
              <Buttons><Button icon="check">{words('save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: setHubTerms, input: (visit) => ({ hub: settingsHub(visit) }), leadsTo: (_result, visit) => `/settings${hubQuery(visit, 'done=1')}` },
});

/** Which form of a word a code stands for, where one word has several that may look alike. */
function formOf(view: View, code: string): string {
  const [, form] = /_(f|m)$/.exec(code) ?? /^(the|of|at)_/.exec(code) ?? [];
  return form ? networkWords(view)(`terms.form.${form as 'f'}`) : '';
}
