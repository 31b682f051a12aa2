import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { HiddenField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { entryKinds } from '../codes.ts';
import { confidentialWords } from '../words.ts';
import { EntryField } from './entry-field.tsx';
import { entryFields, hers } from './entry-fields.ts';
import { entryForm } from './entry-form.query.ts';
import { writeEntry } from './write-entry.ts';

const UUID = /^[0-9a-f-]{36}$/;

/** One entry of a protected file; its kind stands in the address and decides what is asked. */
export const writeEntryPage = definePage<View>({
  path: '/safe/f/:file/add/:entry_kind',
  audience: 'help',
  needs: 'confidential.write-entry',
  show: async ({ view, values, errors, refusal, params, search, ask }) => {
    const words = confidentialWords(view);
    const f = { view, values, errors };
    const kind = entryKinds.find((each) => each === params.entry_kind);
    if (!kind) throw new NotFound();
    const { bodies } = await ask(entryForm, { file: params.file! });
    const referral = UUID.test(search.of ?? '') ? search.of! : undefined;
    return {
      title: words('safe.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('entry.sealed')} back={{ href: `/safe/f/${params.file}`, label: words('file.back') }}>{words(`entry.${kind}`)}</PageTitle>
          {refusal && !Object.keys(errors).some((field) => field !== '') ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          {hers.includes(kind) ? <p className="soft">{words('entry.read_by_her')}</p> : null}
          <Form {...f}>
            {kind === 'referral_answer' && referral ? <HiddenField name="referral" value={referral} /> : null}
            {entryFields[kind].map((asked) => <EntryField key={asked.name} form={f} kind={kind} asked={asked} bodies={bodies} />)}
            <Buttons><Button>{words('entry.save')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: writeEntry, input: ({ params }) => ({ file: params.file, kind: params.entry_kind }), leadsTo: (_, { params }) => `/safe/f/${params.file}` },
});
