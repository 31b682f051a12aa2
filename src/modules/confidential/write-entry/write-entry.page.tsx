import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { entryKinds } from '../codes.ts';
import { whoHolds } from '../file-sheet/who-holds.query.ts';
import { confidentialWords } from '../words.ts';
import { writeEntry } from './write-entry.ts';

/** One entry of a protected file; its kind stands in the address and decides what is asked. */
export const writeEntryPage = definePage<View>({
  path: '/safe/f/:file/add/:entry_kind',
  audience: 'help',
  needs: 'confidential.write-entry',
  show: async ({ view, values, errors, refusal, params, ask }) => {
    const words = confidentialWords(view);
    const f = { view, values, errors };
    const kind = entryKinds.find((each) => each === params.entry_kind);
    const { may } = await ask(whoHolds, { file: params.file! });
    if (!kind || may !== 'write') throw new NotFound();
    return {
      title: words('safe.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('entry.sealed')} back={{ href: `/safe/f/${params.file}`, label: words('file.back') }}>{words(`entry.${kind}`)}</PageTitle>
          {refusal && !Object.keys(errors).some((field) => field !== '') ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          <Form {...f}>
            {kind === 'incident' ? <DateField {...f} name="on" label={words('entry.on')} /> : null}
            {kind === 'safe_contact' ? <TextField {...f} name="to" label={words('entry.to_contact')} required maxLength={200} autoComplete="off" /> : null}
            {kind === 'safe_contact' ? <TextField {...f} name="hours" label={words('entry.hours')} maxLength={200} autoComplete="off" /> : null}
            {kind === 'safe_referral' ? <TextField {...f} name="to" label={words('entry.to_referral')} required maxLength={200} autoComplete="off" /> : null}
            <TextArea {...f} name="words" label={words('entry.words')} required rows={6} maxLength={10_000} />
            {kind === 'safe_referral' ? <Checkbox {...f} name="agreed" label={words('entry.agreed')} required /> : null}
            <Buttons><Button>{words('entry.save')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: writeEntry, input: ({ params }) => ({ file: params.file, kind: params.entry_kind }), leadsTo: (_, { params }) => `/safe/f/${params.file}` },
});
