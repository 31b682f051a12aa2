import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { portalWords } from '../words.ts';
import { beginContent } from './begin-content.ts';
import { contentKinds, contentLangs } from './content-tables.ts';
import { langName } from './lang-name.ts';

/** The languages to choose from, each written in itself. */
export const langChoices = (langs: readonly string[] = contentLangs) => langs.map((value) => ({ value, label: langName(value), named: true as const }));

/** Begins an item: what it is, and the version written first. */
export const beginContentPage = definePage<View>({
  path: '/publications/new',
  audience: 'staff',
  needs: 'portal.begin-content',
  show: ({ view, values, errors }) => {
    const words = portalWords(view);
    const f = { view, values: { kind: 'article', lang: view.locale.lang, ...values }, errors };
    return {
      title: words('editor.new'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/publications', label: words('editor.title') }}>{words('editor.new')}</PageTitle>
          <Form {...f}>
            <Radios {...f} required name="kind" label={words('content.kind')} choices={contentKinds.map((value) => ({ value, label: words(`kind.${value}`) }))} />
            <SelectField {...f} required name="lang" label={words('editor.first_language')} choices={langChoices()} />
            <TextField {...f} required name="title" label={words('editor.item_title')} maxLength={200} />
            <TextArea {...f} required name="body" label={words('editor.body')} help={words('editor.body_help')} rows={14} maxLength={20_000} />
            <Button icon="check">{words('editor.keep_draft')}</Button>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: beginContent, leadsTo: ({ item }) => `/publications/${item}` },
});
