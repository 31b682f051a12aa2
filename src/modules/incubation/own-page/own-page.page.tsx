import { randomInt } from 'node:crypto';
import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { saidAs, type SpokenWord, spokenWords } from '#core/text/spoken-words.ts';
import { Said } from '#modules/desk/public.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { applicantWords } from '../applicant-words.ts';
import { callWords } from '../call-words.ts';
import { giveApplicationWord } from './give-application-word.ts';
import { ownPageSheet } from './own-page-sheet.query.ts';

/** At the desk: whoever applies chooses a word, and her slip gets the code that opens her own page with it. */
export const ownPagePage = definePage<View>({
  path: '/applications/:application/own-page',
  audience: 'staff',
  needs: 'incubation.own-page-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = applicantWords(view);
    const { application, call, door } = await visit.ask(ownPageSheet, { application: params.application! });
    const at = `/applications/${application.id}`;
    return {
      title: words('own'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle back={{ href: at, label: callWords(view)('application') }} lede={<Said view={view} value={call.names} />}>{words('own')} <Ltr>{spelledCode(application.receipt)}</Ltr></PageTitle>
          <p>{words('own.says')}</p>
          {door ? (
            <Card title={words('own.ready')}>
              <p>{words('own.code')} <strong><Ltr>{spelledCode(door.code)}</Ltr></strong> · <AtTime view={view} value={door.at} /></p>
              <p className="soft">{words('own.word_said')}</p>
              <Buttons><LinkButton icon="print" href={`${at}/receipt`}>{callWords(view)('receipt')}</LinkButton></Buttons>
            </Card>
          ) : null}
          <Give visit={visit} again={door !== null} />
        </Stack>
      ),
    };
  },
  post: { action: giveApplicationWord, input: ({ params }) => ({ application: params.application }), leadsTo: ({ application }) => `/applications/${application}/own-page` },
});

const Give = ({ visit: { view, values, errors }, again }: { visit: Visit<View>; again: boolean }): ReactNode => {
  const words = applicantWords(view);
  const f = { view, values, errors };
  return (
    <Card title={words(again ? 'own.again' : 'own.give')}>
      {again ? <p className="soft">{words('own.again_says')}</p> : null}
      <Form {...f}>
        <Radios {...f} required name="word" label={words('own.word')} help={words('own.word_help')} choices={fourWords(values.word).map((value) => ({ value, label: `${saidAs(value).ar} · ${saidAs(value).fr}` }))} />
        <Buttons><Button icon="ticket">{words('own.do')}</Button></Buttons>
      </Form>
    </Card>
  );
};

/** Four words to choose from, drawn anew each time; the one she had chosen stays among them. */
function fourWords(chosen: unknown): readonly SpokenWord[] {
  const drawn = new Set<SpokenWord>(spokenWords.filter((word) => word === chosen));
  while (drawn.size < 4) drawn.add(spokenWords[randomInt(spokenWords.length)]!);
  return [...drawn];
}
