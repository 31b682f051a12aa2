import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { PersonHead } from '#modules/people/public.ts';
import { CalendarDate, Money, OnDate } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { messageWords } from '../message/message-words.ts';
import { formAt, Names } from '../show.tsx';
import { Purchases } from '../till/purchases.tsx';
import { tillWords } from '../till/till-words.ts';
import { giveCard } from './give-card.ts';
import { holderSheet } from './holder-sheet.query.ts';

type Sheet = Awaited<ReturnType<(typeof holderSheet)['spec']['run']>>;

/** What somebody pays with, at the desk: it is read to whoever has no phone. Her card is given, printed, stopped and freed here. */
export const holderPage = definePage<View>({
  path: '/people/:person/means',
  audience: 'staff',
  needs: 'currency.holder-sheet',
  namesPersons: true,
  show: async (visit) => {
    const { view, params, ask } = visit;
    const words = tillWords(view);
    const sheet = await ask(holderSheet, { person: params.person! });
    return {
      title: words('means'),
      body: (
        <Stack>
          <PersonHead visit={visit} card={sheet.person} side="means" />
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {sheet.wallets.length === 0 ? <p className="soft">{words('means.none')}</p> : (
            <Grid>
              {sheet.wallets.map(({ id, names, free, until, currency }) => (
                <Figure key={id} label={<><Names view={view} of={names} /> · {words('left')}</>} note={until ? <>{words('until')} <CalendarDate view={view} value={until} /></> : words('means.no_end')}><Money view={view} value={free} currency={currency} /></Figure>
              ))}
            </Grid>
          )}
          <CardOfHers visit={visit} sheet={sheet} />
          {visit.may('currency.phone-sheet') && sheet.card ? <Buttons><LinkButton kind="quiet" icon="phone" href={`/people/${sheet.person.id}/means/phone`}>{messageWords(view)('phone')}</LinkButton></Buttons> : null}
          <Card title={words('purchases')}><Purchases view={view} lines={sheet.payments} /></Card>
        </Stack>
      ),
    };
  },
  post: { action: giveCard, input: ({ params }) => ({ person: params.person }), leadsTo: ({ card }) => `/cards/${card}/pin` },
});

const CardOfHers = ({ visit, sheet: { card, currencies, person } }: { visit: Visit<View>; sheet: Sheet }): ReactNode => {
  const { view, may } = visit;
  const words = tillWords(view);
  const form = formAt(visit, `/people/${person.id}/means`);
  const inUse = card !== null && card.state !== 'lost' && card.state !== 'replaced';
  return (
    <Card title={words('card')}>
      {card ? (
        <Facts view={view} facts={[
          { label: words('card.state'), value: <>{words(`card.${card.state}`)} · <OnDate view={view} value={card.since} /></> }, { label: words('card.number'), value: <Ltr>{spelledCode(card.number)}</Ltr> },
          { label: words('card.day'), value: card.day === null ? words('card.day_none') : <Money view={view} value={card.day} currency={card.dayCurrency!} /> },
        ]} />
      ) : <p>{words('card.none')}</p>}
      {inUse ? (
        <Buttons>
          <LinkButton kind="quiet" icon="print" href={`/cards/${card.id}/print`}>{words('card.print')}</LinkButton>
          {may('currency.choose-pin') ? <LinkButton kind="quiet" icon="lock" href={`/cards/${card.id}/pin`}>{words('pin.choose')}</LinkButton> : null}
          {card.state === 'locked' && may('currency.unlock-card') ? <PostButton view={view} icon="check" action={`/people/${person.id}/means/${card.id}/unlock`}>{words('card.unlock')}</PostButton> : null}
          {may('currency.lose-card') ? <PostButton view={view} kind="danger" icon="cross" action={`/people/${person.id}/means/${card.id}/lost`}>{words('card.lose')}</PostButton> : null}
        </Buttons>
      ) : null}
      {may('currency.give-card') ? (
        <Form {...form} action={`/people/${person.id}/means`}>
          <TextField {...form} ltr name="day" label={words('card.day')} help={words('card.day_help')} />
          {currencies.length > 1 ? <SelectField {...form} name="currency" label={words('currency')} choices={currencies.map((value) => ({ value, label: value }))} /> : null}
          <Buttons><Button kind={inUse ? 'quiet' : 'primary'} icon="plus">{words(inUse ? 'card.again' : 'card.give')}</Button></Buttons>
        </Form>
      ) : null}
    </Card>
  );
};
