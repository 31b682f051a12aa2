import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { confidentialWords } from '../words.ts';
import { keepOut } from './keep-out.ts';
import { keptOut } from './kept-out.query.ts';
import { letIn } from './let-in.ts';

/** Whom she keeps out of her file. Only whoever writes in the file sees this page; those on it are never told. */
export const keptOutPage = definePage<View>({
  path: '/safe/f/:file/apart',
  audience: 'help',
  needs: 'confidential.kept-out',
  show: async ({ view, values, errors, refusal, params, ask }) => {
    const words = confidentialWords(view);
    const f = { view, values, errors };
    const { may, kept, colleagues } = await ask(keptOut, { file: params.file! });
    if (may !== 'write') throw new NotFound();
    const at = `/safe/f/${params.file}`;
    return {
      title: words('safe.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('out.lede')} back={{ href: at, label: words('file.back') }}>{words('file.out')}</PageTitle>
          {refusal && !Object.keys(errors).some((field) => field !== '') ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          {kept.length === 0 ? <p className="soft">{words('out.none')}</p> : null}
          <ul className="found">
            {kept.map((each) => (
              <li key={each.id}>
                <p><strong><Bdi>{each.named}</Bdi></strong>{each.tie ? <> · <Bdi>{each.tie}</Bdi></> : null}</p>
                <p className="soft">{words(each.colleague ? 'out.colleague' : 'out.person')} · {words('out.since')} <OnDate view={view} value={each.since} /></p>
                <PostButton view={view} action={`${at}/apart/${each.id}`} kind="quiet">{words('out.let_in')}</PostButton>
              </li>
            ))}
          </ul>
          <Card title={words('out.add')}>
            <Form {...f}>
              <TextField {...f} name="named" label={words('out.named')} required maxLength={200} autoComplete="off" />
              <TextField {...f} name="tie" label={words('out.tie')} maxLength={200} autoComplete="off" />
              <SelectField {...f} name="account" label={words('out.account')} choices={colleagues.map(({ account, name }) => ({ value: account, label: name, named: true as const }))} />
              <Checkbox {...f} name="ordinary" label={words('out.ordinary')} />
              <TextField {...f} name="code" label={words('out.code')} ltr maxLength={20} autoComplete="off" />
              <Buttons><Button>{words('out.button')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: keepOut, input: ({ params }) => ({ file: params.file }), leadsTo: (_, { params }) => `/safe/f/${params.file}/apart` },
});

/** The button by which she takes it back. */
export const letInPage = definePage<View>({
  path: '/safe/f/:file/apart/:exclusion',
  audience: 'help',
  needs: 'confidential.let-in',
  post: { action: letIn, input: ({ params }) => ({ file: params.file, exclusion: params.exclusion }), leadsTo: (_, { params }) => `/safe/f/${params.file}/apart`, again: keptOutPage },
});
