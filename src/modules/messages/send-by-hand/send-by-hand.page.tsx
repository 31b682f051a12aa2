import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { longDateTime } from '#core/words/format.ts';
import { contactName } from '#modules/people/public.ts';
import { PersonName } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, FieldGroup, Radios } from '#ui/choice.tsx';
import { DateField, TimeField } from '#ui/date-field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { templateNames } from '../template/templates.ts';
import { messagesWords } from '../words.ts';
import { sendByHand } from './send-by-hand.ts';
import { waysToWrite } from './ways-to-write.query.ts';

type Writing = Awaited<ReturnType<typeof waysToWrite.spec.run>>;

/** Where one sends a person one of the fixed texts. */
export const sendByHandPage = definePage<View>({
  path: '/people/:person/message',
  audience: 'staff',
  needs: 'messages.send-by-hand',
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = messagesWords(view);
    const writing = await visit.ask(waysToWrite, { person: visit.params.person! });
    const { card, ways } = writing;
    const first = ways[0];
    const f = { view, errors, values: Object.keys(values).length ? values : { call_back: 'true', way: first && `${first.contact}:${first.channel}` } };
    return {
      title: words('write'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('write_lede')} back={{ href: `/people/${card.id}`, label: card.name }}><PersonName name={card.name} other={card.other} /></PageTitle>
          {card.reading && card.reading !== 'well' ? <Notice view={view} kind="warning">{words('reads_little')}</Notice> : null}
          {ways.length === 0
            ? <Notice view={view} kind="warning" title={words('no_way')}><p>{words(`reason.${writing.reason}`)}</p><p><a href={`/people/${card.id}`}>{words('no_way_link')}</a></p></Notice>
            : <Card title={words('write')}><Form {...f}><Fields f={f} writing={writing} /></Form></Card>}
        </Stack>
      ),
    };
  },
  post: { action: sendByHand, input: ({ params }) => ({ person: params.person }), leadsTo: () => '/messages?held=1' },
});

const Fields = ({ f, writing: { card, ways, texts, callsBack } }: { f: FormState; writing: Writing }): ReactNode => {
  const { view } = f;
  const words = messagesWords(view);
  // Walled off: the text is in her language, the screen in the reader's.
  const textOf = (template: string) => { const text = texts.find((each) => each.template === template)?.text; return text ? { help: `\u2068${text}\u2069` } : {}; };
  const second = card.birthYear ? words('confirm_year', { year: String(card.birthYear) }) : words('confirm_code', { code: card.code });
  return (
    <>
      <Radios {...f} required name="template" label={words('which')} choices={templateNames.map((value) => ({ value, label: words(`template.${value}`), ...textOf(value) }))} />
      <DateField {...f} name="date" label={words('date')} help={words('date_help')} />
      <TimeField {...f} name="time" label={words('time')} />
      {callsBack ? <Checkbox {...f} required name="call_back" label={words('call_back')} /> : null}
      <Radios
        {...f} required name="way" label={words('way')}
        choices={ways.map(({ contact, kind, owner, channel, from }) => ({
          value: `${contact}:${channel}`, label: words('way_from', { way: words(`way.${channel}`), whose: contactName(view, { kind, owner }), when: longDateTime(from, view.locale) }),
        }))}
      />
      <FieldGroup {...f} required name="confirm" label={words('confirm_title')} help={words('confirm_help')}>
        <Checkbox {...f} required name="confirm_name" label={words('confirm_name', { name: card.other && card.other !== card.name ? `${card.name} · ${card.other}` : card.name })} />
        <Checkbox {...f} required name="confirm_second" label={second} />
      </FieldGroup>
      <Buttons><Button icon="mail">{words('send')}</Button></Buttons>
    </>
  );
};
