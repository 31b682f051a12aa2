import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { HiddenField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { fileKinds } from '../codes.ts';
import { confidentialWords } from '../words.ts';
import { openFile } from './open-file.ts';

const UUID = /^[0-9a-f-]{36}$/;

/** A new protected file: how she is called in it, and, if she wishes, the tie to her ordinary file. */
export const openFilePage = definePage<View>({
  path: '/safe/open',
  audience: 'help',
  needs: 'confidential.open-file',
  show: ({ view, values, errors, refusal, search }) => {
    const words = confidentialWords(view);
    const f = { view, values, errors };
    const handover = UUID.test(search.handover ?? '') ? search.handover! : undefined;
    return {
      title: words('safe.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('open.lede')} back={{ href: '/safe', label: words('safe.back') }}>{words('safe.open')}</PageTitle>
          {refusal && !errors.code ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          {handover ? <p className="soft">{words('open.from')}</p> : null}
          <Form {...f}>
            {handover ? <HiddenField name="handover" value={handover} /> : null}
            <TextField {...f} name="called" label={words('open.called')} help={words('open.called_help')} required maxLength={100} autoComplete="off" />
            <Radios {...f} values={{ kind: 'protection', ...values }} name="kind" label={words('kind.label')} required choices={fileKinds.map((value) => ({ value, label: words(`kind.${value}`) }))} />
            {handover ? null : <TextField {...f} name="code" label={words('open.code')} help={words('open.code_help')} ltr maxLength={20} autoComplete="off" />}
            <Buttons><Button>{words('open.button')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: openFile, leadsTo: ({ file }: { file: string }) => `/safe/f/${file}` },
});
