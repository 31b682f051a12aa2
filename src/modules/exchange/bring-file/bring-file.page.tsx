import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, Radios, SelectField } from '#ui/choice.tsx';
import { Field, HiddenField, inputAttributes } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { exchangeWords } from '../words.ts';
import { bringFile, mostStreamed } from './bring-file.ts';
import { callsForFiles } from './calls-for-files.query.ts';

/** The form by which a table comes in; what is in it is looked at before anything is kept. */
export const bringFilePage = definePage<View>({
  path: '/files/new',
  audience: 'staff',
  needs: 'exchange.bring-file',
  show: async ({ view, may, values, errors, refusal, search, ask }) => {
    const { calls } = await ask(callsForFiles, {});
    const words = exchangeWords(view);
    const f = { view, values, errors };
    const persons = may('people.register-person');
    const kinds = (['services', 'organizations', 'persons'] as const).filter((kind) => kind !== 'persons' || persons);
    const file = { ...f, values: {}, name: 'file', label: words('file'), help: words('file_help', { most: mostStreamed }), required: true };
    const before = refusal?.code === 'exchange.same-file' ? String(refusal.offer.import) : null;
    return {
      title: words('new'),
      body: (
        <Stack>
          <PageTitle lede={words('lede')} back={{ href: '/files', label: words('title') }}>{words('new')}</PageTitle>
          {before ? <Notice view={view} kind="warning" title={words('same_file')}><a href={`/files/${before}`}>{words('see_before')}</a></Notice> : null}
          <Card>
            <Form {...f} withFile native>
              <Radios {...f} values={search.call && !values.kind ? { ...values, kind: 'registrations' } : values} name="kind" label={words('kind')} required choices={[...kinds, ...(calls.length ? ['registrations' as const] : [])].map((value) => ({ value, label: words(`kind.${value}`) }))} />
              {calls.length ? (
                <SelectField {...f} values={values.call ? values : { ...values, call: search.call }} name="call" label={words('call')} help={words('call_help')}
                  choices={calls.map(({ code, names }) => ({ value: code, label: inLanguage(names, view.locale.lang).text, named: true as const }))} />
              ) : null}
              <HiddenField name="file_name" value="" />
              <Field {...file}><input {...inputAttributes(file)} type="file" accept=".csv,.tsv,.txt,.xlsx" /></Field>
              <SelectField {...f} name="language" label={words('language')} choices={[{ value: 'ar', label: 'العربية' }, { value: 'fr', label: 'Français' }, { value: 'en', label: 'English' }]} />
              {persons ? <Checkbox {...f} name="consent" label={words('consent')} help={words('consent_help')} /> : null}
              {persons ? <Checkbox {...f} name="doubles" value="take" label={words('doubles')} /> : null}
              {before ? <Checkbox {...f} name="again" label={words('again')} /> : null}
              <Button icon="search">{words('bring')}</Button>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: bringFile, leadsTo: ({ import: of }: { import: string }) => `/files/${of}/columns` },
});
