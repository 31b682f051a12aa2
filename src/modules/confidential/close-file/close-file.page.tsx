import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { closeWhys } from '../codes.ts';
import { whoHolds } from '../file-sheet/who-holds.query.ts';
import { confidentialWords } from '../words.ts';
import { closeFile } from './close-file.ts';

/** Closing a protected file, with the reason as one of four. */
export const closeFilePage = definePage<View>({
  path: '/safe/f/:file/close',
  audience: 'help',
  needs: 'confidential.close-file',
  show: async ({ view, values, errors, refusal, params, ask }) => {
    const words = confidentialWords(view);
    const f = { view, values, errors };
    const { may } = await ask(whoHolds, { file: params.file! });
    if (may !== 'write') throw new NotFound();
    return {
      title: words('safe.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle back={{ href: `/safe/f/${params.file}`, label: words('file.back') }}>{words('close.title')}</PageTitle>
          {refusal ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          <Form {...f}>
            <Radios {...f} name="why" label={words('close.why')} required choices={closeWhys.map((value) => ({ value, label: words(`close.${value}`) }))} />
            <Buttons><Button kind="danger">{words('close.title')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: closeFile, input: ({ params }) => ({ file: params.file }), leadsTo: (_, { params }) => `/safe/f/${params.file}` },
});
