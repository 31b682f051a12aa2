import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { whoHolds } from '../file-sheet/who-holds.query.ts';
import { confidentialWords } from '../words.ts';
import { neverUse } from './never-use.ts';
import { neverWords } from './never-words.ts';

/** Having a number of hers never used again; left empty, all of them. */
export const neverUsePage = definePage<View>({
  path: '/safe/f/:file/never',
  audience: 'help',
  needs: 'confidential.never-use',
  show: async ({ view, values, errors, refusal, params, ask }) => {
    const [safe, words] = [confidentialWords(view), neverWords(view)];
    const f = { view, values, errors };
    const { may } = await ask(whoHolds, { file: params.file! });
    if (may !== 'write') throw new NotFound();
    return {
      title: safe('safe.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('lede')} back={{ href: `/safe/f/${params.file}`, label: safe('file.back') }}>{words('title')}</PageTitle>
          {refusal && !Object.keys(errors).some((field) => field !== '') ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          <Form {...f}>
            <TextField {...f} name="number" label={words('number')} help={words('empty')} type="tel" ltr maxLength={40} autoComplete="off" />
            <Buttons><Button>{words('button')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: neverUse, input: ({ params }) => ({ file: params.file }), leadsTo: (_, { params }) => `/safe/f/${params.file}` },
});
