import { definePage } from '#core/page.ts';
import { Said } from '#modules/desk/public.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { appealGrounds } from '../selection-codes.ts';
import { selectionWords } from '../selection-words.ts';
import { appealForm } from './appeal-form.query.ts';
import { fileAppeal } from './file-appeal.ts';

/** At the desk: somebody asks that her application be looked at again. */
export const appealFormPage = definePage<View>({
  path: '/applications/:application/appeal',
  audience: 'staff',
  needs: 'incubation.appeal-form',
  show: async (visit) => {
    const { view, params, values, errors } = visit;
    const words = selectionWords(view);
    const form = await visit.ask(appealForm, { application: params.application });
    const f = { view, values, errors };
    return {
      title: words('appeal.title'),
      body: (
        <Stack>
          <PageTitle lede={<Said view={view} value={form.call.names} />} back={{ href: `/applications/${form.application}`, label: words('sheet.application') }}>{words('appeal.title')} <Ltr>{form.receipt}</Ltr></PageTitle>
          {form.filedAt ? <Notice view={view} kind="success" title={words('appeal.filed')}><AtTime view={view} value={form.filedAt} /></Notice> : null}
          {!form.open && !form.filedAt ? <Notice view={view} title={words('appeal.closed')}>{form.until ? <AtTime view={view} value={form.until} /> : null}</Notice> : null}
          {form.open ? (
            <Card title={words('appeal.what')}>
              <p className="soft">{words('appeals.until')} <AtTime view={view} value={form.until!} /></p>
              <Form {...f}>
                <Radios {...f} required name="ground" label={words('appeals.ground')} choices={appealGrounds.map((value) => ({ value, label: words(`ground.${value}`) }))} />
                <TextArea {...f} name="words" label={words('appeal.words')} help={words('appeal.words_help')} rows={5} maxLength={2_000} />
                <Button icon="up">{words('appeal.send')}</Button>
              </Form>
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: fileAppeal, input: ({ params }) => ({ application: params.application }), leadsTo: (_, { params }) => `/applications/${params.application!}/appeal` },
});
