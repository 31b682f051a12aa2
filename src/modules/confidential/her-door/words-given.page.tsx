import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { saidAs, type SpokenWord } from '#core/text/spoken-words.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { confidentialWords } from '../words.ts';
import { endWords } from './end-words.ts';
import { giveWords } from './give-words.ts';
import { wordsGiven } from './words-given.query.ts';

interface Given { file: string; code: string; words: readonly SpokenWord[] }

/** Where the officer gives her words of her own, or closes them. The words are shown once, in the answer itself. */
export const wordsGivenPage = definePage<View>({
  path: '/safe/f/:file/words',
  audience: 'help',
  needs: 'confidential.words-given',
  show: async ({ view, values, errors, refusal, params, ask }) => {
    const words = confidentialWords(view);
    const f = { view, values, errors };
    const { may, door } = await ask(wordsGiven, { file: params.file! });
    if (may !== 'write') throw new NotFound();
    const at = `/safe/f/${params.file}`;
    return {
      title: words('safe.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('door.lede')} back={{ href: at, label: words('file.back') }}>{words('door.title')}</PageTitle>
          {refusal && !errors.code ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          {door ? (
            <Card title={words('door.live')}>
              <Facts view={view} facts={[{ label: words('door.since'), value: <OnDate view={view} value={door.since} /> }, { label: words('door.until'), value: <OnDate view={view} value={door.until} /> }]} />
              <PostButton view={view} action={`${at}/words/end`} kind="quiet">{words('door.end')}</PostButton>
            </Card>
          ) : <p className="soft">{words('door.none')}</p>}
          <Card>
            <Form {...f} action={`${at}/words`}>
              <TextField {...f} name="code" label={words('door.code')} help={words('door.code_help')} ltr maxLength={20} autoComplete="off" />
              {door ? <p className="soft">{words('door.again')}</p> : null}
              <Buttons><Button>{words('door.make')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: {
    action: giveWords,
    input: ({ params }) => ({ file: params.file }),
    leadsTo: (_, { params }) => `/safe/f/${params.file}/words`,
    shows: ({ file, code, words: drawn }: Given, { view }) => {
      const words = confidentialWords(view);
      return {
        title: words('safe.title'),
        quiet: true,
        body: (
          <Stack>
            <PageTitle lede={words('door.once')}>{words('door.say')}</PageTitle>
            <Card>
              <ol>{drawn.map((word) => <li key={word}><strong><Bdi>{saidAs(word).ar}</Bdi> · <Bdi>{saidAs(word).fr}</Bdi></strong></li>)}</ol>
              <p>{words('door.code')} <strong><Ltr>{spelledCode(code)}</Ltr></strong></p>
            </Card>
            <Buttons><LinkButton href={`/safe/f/${file}`}>{words('door.back')}</LinkButton></Buttons>
          </Stack>
        ),
      };
    },
  },
});

/** The button that closes them. */
export const endWordsPage = definePage<View>({
  path: '/safe/f/:file/words/end',
  audience: 'help',
  needs: 'confidential.end-words',
  post: { action: endWords, input: ({ params }) => ({ file: params.file }), leadsTo: (_, { params }) => `/safe/f/${params.file}/words`, again: wordsGivenPage },
});
