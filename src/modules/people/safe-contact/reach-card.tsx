import type { ReactNode } from 'react';
import { AtTime } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { TimeRange } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import type { View } from '#ui/view.ts';
import { peopleWords } from '../words.ts';
import { dayNames } from './day-names.ts';
import type { SafeHours } from './may-contact.ts';
import type { ReachCard } from './safe-contact.query.ts';
import { safeWords } from './safe-words.ts';

/** On the sheet of a person: by which phone and way she may be reached now, without any number. */
export const ReachCards = ({ view, person, contacts, writes }: { view: View; person: string; contacts: readonly ReachCard[]; writes: boolean }): ReactNode => {
  const words = safeWords(view);
  return (
    <Card title={words('safe.title')}>
      {contacts.length === 0 ? <p>{words('safe.none')}</p> : contacts.map((contact) => (
        <section key={contact.id}>
          <h3>{nameOf(view, contact)}</h3>
          <Standing view={view} contact={contact} />
          <Rule view={view} contact={contact} />
          <p><a href={`/people/${person}/contact/${contact.id}/safe`}>{words(contact.asked ? 'safe.change' : 'safe.ask')} <span className="visually-hidden">{nameOf(view, contact)}</span></a></p>
        </section>
      ))}
      {contacts.some(({ ways }) => ways.some(({ reason }) => reason === 'no-consent')) ? <p><LinkButton kind="quiet" icon="hand" href={`/people/${person}/consent?purpose=contact`}>{words('safe.ask_consent')}</LinkButton></p> : null}
      {writes && contacts.some(({ ways }) => ways.some(({ channel, from }) => channel !== 'call' && from)) ? <LinkButton kind="quiet" icon="mail" href={`/people/${person}/message`}>{words('safe.write')}</LinkButton> : null}
    </Card>
  );
};

/** What it is and whose: "Phone · the household's". */
export const nameOf = (view: View, { kind, owner }: Pick<ReachCard, 'kind' | 'owner'>): string => {
  const words = peopleWords(view);
  return `${words(`contact.kind.${kind}`)} · ${words(`owner.${owner}`)}`;
};

/** What the gate says of each way now. */
const Standing = ({ view, contact }: { view: View; contact: ReachCard }): ReactNode => {
  const words = safeWords(view);
  const [first] = contact.ways;
  // One reason for all ways is said once.
  if (first && !first.allow && contact.ways.every(({ reason }) => reason === first.reason) && !first.from) return <p><Badge tone="rose" icon="cross">{words(`safe.reason.${first.reason as 'never'}`)}</Badge></p>;
  return (
    <ul className="plain">
      {contact.ways.map(({ channel, allow, reason, from }) => (
        <li key={channel}>
          {words(`safe.way.${channel}`)}{' '}
          {allow ? <Badge tone="olive" icon="check">{words('safe.now')}</Badge>
            : from ? <Badge tone="saffron" icon="clock">{words('safe.later')} <AtTime view={view} value={from} /></Badge>
              : <Badge tone="rose" icon="cross">{words(`safe.reason.${reason as 'never'}`)}</Badge>}
        </li>
      ))}
    </ul>
  );
};

/** What she said of it, in short. */
const Rule = ({ view, contact }: { view: View; contact: ReachCard }): ReactNode => {
  const words = safeWords(view);
  if (!contact.asked) return <p className="soft">{words('safe.not_asked')}</p>;
  if (contact.never) return null;
  return (
    <>
      {contact.hours.length === 0 ? <p className="soft">{words('safe.while_open')}</p> : <Hours view={view} hours={contact.hours} />}
      {contact.kind === 'phone' ? <p className="soft">{words(contact.voicemail ? 'safe.voicemail' : 'safe.no_voicemail')}</p> : null}
      {contact.safeWords ? <p><strong>{words('safe.words_noted')}</strong></p> : null}
    </>
  );
};

/** The same hours of several days on one line. */
const Hours = ({ view, hours }: { view: View; hours: readonly SafeHours[] }): ReactNode => {
  const spans = [...new Set(hours.map(({ opens, closes }) => `${opens} ${closes}`))].sort();
  return (
    <ul className="plain soft">
      {spans.map((span) => {
        const [opens, closes] = span.split(' ') as [string, string];
        const days = hours.filter((each) => each.opens === opens && each.closes === closes).map(({ weekday }) => weekday);
        return <li key={span}>{dayNames(view.locale, days)} <TimeRange opens={opens} closes={closes} /></li>;
      })}
    </ul>
  );
};
