import type { ReactNode } from 'react';
import { isLang, localeOf } from '#core/words/locale.ts';
import { definePage } from '#core/page.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import { Tabs } from '#ui/tabs.tsx';
import type { View } from '#ui/view.ts';
import { Said } from '../needs/said.tsx';
import { orientationWords } from '../orientation-words.ts';
import { formList, formPreview } from './forms.query.ts';
import { QuestionPreview } from './question-preview.tsx';
import { slipLanguages } from '../slip/slip-language.ts';

/** The questionnaires and their versions. */
export const formsPage = definePage<View>({
  path: '/forms',
  audience: 'staff',
  needs: 'desk.form-list',
  menu: { label: (view) => orientationWords(view)('forms.menu'), order: 70, group: 'services', icon: 'list' },
  show: async ({ view, ask, may }) => {
    const words = orientationWords(view);
    const forms = await ask(formList, {});
    return {
      title: words('forms.title'),
      body: (
        <Stack>
          <PageTitle lede={words('forms.lede')} actions={may('desk.write-form') ? <LinkButton icon="plus" href="/forms/new">{words('forms.new')}</LinkButton> : null}>{words('forms.title')}</PageTitle>
          <Table
            view={view} caption={words('forms.title')} rows={forms} rowKey={({ id }) => id} rowHref={({ id }) => `/forms/${id}`}
            columns={[
              { key: 'name', label: words('forms.name'), cell: ({ names }) => <Said view={view} value={names} /> },
              { key: 'version', label: words('forms.version'), numeric: true, cell: ({ version }) => <Num view={view} value={version} /> },
              { key: 'questions', label: words('forms.questions'), numeric: true, cell: ({ questions }) => <Num view={view} value={questions} /> },
              { key: 'from', label: words('forms.from'), cell: ({ activeFrom }) => <CalendarDate view={view} value={activeFrom} /> },
              { key: 'state', label: words('forms.state'), cell: ({ current }) => (current ? <Badge tone="olive">{words('forms.current')}</Badge> : <Badge icon="folder">{words('forms.kept')}</Badge>) },
            ]}
            empty={<EmptyState title={words('forms.empty')}>{words('forms.empty_help')}</EmptyState>}
          />
        </Stack>
      ),
    };
  },
});

/** One version, every question of it, in each of the three languages in turn. */
export const formPreviewPage = definePage<View>({
  path: '/forms/:form',
  audience: 'staff',
  needs: 'desk.form-preview',
  show: async ({ view, ask, may, params, search }) => {
    const words = orientationWords(view);
    const form = await ask(formPreview, { form: params.form! });
    const lang = isLang(search.in) ? search.in : view.locale.lang;
    const inIt: View = { ...view, locale: localeOf(lang, view.locale.country, view.locale.timeZone) };
    const title = words('forms.preview', { version: form.version });
    return {
      title,
      body: (
        <Stack>
          <PageTitle back={{ href: '/forms', label: words('forms.title') }} lede={words('forms.frozen')}>
            <Said view={view} value={form.names} />: {title}
          </PageTitle>
          <Tabs
            view={view} label={words('forms.languages')}
            tabs={slipLanguages.map((code) => ({ href: `${view.path}?in=${code}`, label: words(`lang.${code}`), current: code === lang }))}
          />
          <div lang={lang === 'qps' ? 'en' : inIt.locale.tag} dir={inIt.locale.dir} className="stack">
            {form.questions.map((question, index) => (
              <QuestionPreview
                key={question.id} view={inIt} question={question} place={index + 1} form={form} spoken={form.spoken.get(question.id) ?? []}
                recordHref={may('directory.record-audio') ? `/forms/${form.id}/questions/${question.id}/audio` : undefined}
              />
            ))}
            {form.scales.map((scale) => (
              <Card key={scale.code} title={<Said view={inIt} value={scale.names} />}>
                <Bands view={inIt} bands={scale.bands} />
              </Card>
            ))}
          </div>
        </Stack>
      ),
    };
  },
});

const Bands = ({ view, bands }: { view: View; bands: readonly { from: number; names: Parameters<typeof Said>[0]['value'] }[] }): ReactNode => (
  <ul>
    {bands.map(({ from, names }) => (
      <li key={from}><Num view={view} value={from} /> + : <Said view={view} value={names} /></li>
    ))}
  </ul>
);
