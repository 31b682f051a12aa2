import { definePage } from '#core/page.ts';
import { Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { exchangeWords } from '../words.ts';
import { askLeave } from './ask-leave.ts';

/** Takes the persons of the hub out: a format is chosen, then the link and the words stand on the screen, once. */
export const leavePage = definePage<View>({
  path: '/files/out/persons',
  audience: 'staff',
  needs: 'exchange.ask-leave',
  show: ({ view, values, errors }) => {
    const words = exchangeWords(view);
    const f = { view, values, errors };
    return {
      title: words('kind.persons'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('out_persons_leave')} back={{ href: '/files/out', label: words('out') }}>{words('kind.persons')}</PageTitle>
          <Card>
            <Form {...f}>
              <Radios {...f} required name="format" label={words('leave.format')} choices={(['xlsx', 'csv'] as const).map((value) => ({ value, label: words(`leave.${value}`) }))} />
              <Buttons><Button icon="lock">{words('leave.ask')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: {
    action: askLeave,
    input: () => ({ list: 'persons' }),
    leadsTo: () => '/files/out',
    shows: ({ token, words: opening }: { token: string; words: string }, { view }) => {
      const words = exchangeWords(view);
      return {
        title: words('leave.title'),
        quiet: true,
        body: (
          <Stack>
            <PageTitle back={{ href: '/files/out', label: words('out') }}>{words('leave.title')}</PageTitle>
            <Notice view={view} kind="info">{words('leave.once')}</Notice>
            <Card>
              <p>{words('leave.words')}</p>
              <p><strong><Ltr>{opening}</Ltr></strong></p>
              <p className="soft">{words('leave.words_help')}</p>
              <Buttons><LinkButton icon="download" href={`/take/leave/${token}`}>{words('leave.take')}</LinkButton></Buttons>
            </Card>
          </Stack>
        ),
      };
    },
  },
});
