import { randomInt } from 'node:crypto';
import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { orientationWords } from '../orientation-words.ts';
import { makeSlip } from './make-slip.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { slipLanguages } from './slip-language.ts';
import { slipSheet } from './slip-sheet.query.ts';
import { saidAs, type SpokenWord, spokenWords } from '#core/text/spoken-words.ts';

/** The slip of a visit: choose its language and the word she keeps in mind, then print it. */
export const slipPage = definePage<View>({
  path: '/desk/tickets/:ticket/slip',
  audience: 'staff',
  needs: 'desk.slip-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = orientationWords(view);
    const { slip, oriented } = await visit.ask(slipSheet, { ticket: params.ticket! });
    const at = `/desk/tickets/${params.ticket}`;
    return {
      title: words('slip.title'),
      body: (
        <Stack>
          <PageTitle lede={words('slip.lede')} back={{ href: at, label: words('back.visit') }}>{words('slip.title')}</PageTitle>
          {slip ? (
            <Card title={words('slip.ready')}>
              <p>{words('slip.code')} <strong><Ltr>{spelledCode(slip.code)}</Ltr></strong></p>
              <p className="soft">{words('slip.word_said')}</p>
              <Buttons>
                <LinkButton icon="print" href={`${at}/slip/print`}>{words('slip.print')}</LinkButton>
                <LinkButton kind="quiet" icon="forward" href={`${at}/referral`}>{words('slip.referral')}</LinkButton>
              </Buttons>
            </Card>
          ) : null}
          {oriented ? <MakeSlip visit={visit} again={slip !== null} /> : (
            <EmptyState title={words('slip.orient_first')} action={<LinkButton href={`${at}/orientation`}>{words('orientation.title')}</LinkButton>}>
              {words('slip.orient_first_help')}
            </EmptyState>
          )}
        </Stack>
      ),
    };
  },
  post: {
    action: makeSlip,
    input: ({ params }) => ({ ticket: params.ticket }),
    leadsTo: (_, { params }) => `/desk/tickets/${params.ticket}/slip`,
  },
});

const MakeSlip = ({ visit: { view, values, errors }, again }: { visit: Visit<View>; again: boolean }): ReactNode => {
  const words = orientationWords(view);
  const lang = view.locale.lang === 'fr' ? 'fr' : 'ar';
  const form = { view, errors, values: { lang, ...values } };
  return (
    <Card title={words(again ? 'slip.make_again' : 'slip.make')}>
      <Form {...form}>
        <Radios {...form} required name="lang" label={words('slip.lang')} choices={slipLanguages.map((value) => ({ value, label: words(`lang.${value}`) }))} />
        <Radios {...form} required name="word" label={words('slip.word')} help={words('slip.word_help')} choices={fourWords(values.word).map((value) => ({ value, label: bothWays(value) }))} />
        <Buttons><Button icon="ticket">{words('slip.make')}</Button></Buttons>
      </Form>
    </Card>
  );
};

const bothWays = (word: SpokenWord): string => `${saidAs(word).ar} · ${saidAs(word).fr}`;

/** Four words to choose from, drawn anew each time; the one she had chosen stays among them. */
function fourWords(chosen: unknown): readonly SpokenWord[] {
  const drawn = new Set<SpokenWord>(spokenWords.filter((word) => word === chosen));
  while (drawn.size < 4) drawn.add(spokenWords[randomInt(spokenWords.length)]!);
  return [...drawn];
}
