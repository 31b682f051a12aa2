import type { ReactNode } from 'react';
import { OnDate } from '#ui/amounts.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { consentWords } from '../consent-words.ts';
import { ConsentStateBadge } from '../person-consents/consent-state-badge.tsx';
import { PartnerName } from '../person-consents/partner-name.tsx';
import type { personConsents } from '../person-consents/person-consents.query.ts';
import type { Standing } from '../person-consents/standing.ts';
import { peopleWords } from '../words.ts';

interface Props {
  readonly view: View;
  readonly person: string;
  readonly sheet: Awaited<ReturnType<(typeof personConsents)['spec']['run']>>;
}

/** Each purpose with its state now, and what can be done about it. */
export const Standings = ({ view, sheet, person }: Props): ReactNode => {
  const words = consentWords(view);
  return (
    <Table<Standing>
      view={view} caption={words('page.purposes')} rows={sheet.standings} rowKey={({ purpose, recipient }) => `${purpose} ${recipient}`}
      columns={[
        { key: 'purpose', label: peopleWords(view)('consent.purpose'), cell: ({ purpose, recipient, state }) => (
          <span>{peopleWords(view)(`purpose.${purpose}`)}{purpose === 'sharing' && state !== 'not-asked' ? <><br /><span className="soft"><PartnerName view={view} names={sheet.names} recipient={recipient} /></span></> : null}</span>
        ) },
        { key: 'state', label: words('page.state'), cell: ({ state }) => <ConsentStateBadge view={view} state={state} /> },
        { key: 'until', label: words('page.until'), cell: ({ answer, state }) => (state === 'given' || state === 'expired') && answer ? (answer.untilAt ? <OnDate view={view} value={answer.untilAt} /> : words('page.no_end')) : null },
        { key: 'act', label: words('page.act'), cell: (standing) => <Moves view={view} person={person} standing={standing} /> },
      ]}
    />
  );
};

const Moves = ({ view, person, standing: { purpose, recipient, state, answer } }: { view: View; person: string; standing: Standing }): ReactNode => {
  const words = consentWords(view);
  const asks = new URLSearchParams({ purpose, ...(recipient ? { recipient, fields: (answer?.fields ?? ['need']).join(',') } : {}) });
  const label = words(state === 'not-asked' ? 'page.ask' : state === 'given' || state === 'expired' ? 'page.renew' : 'page.ask_again');
  return (
    <Buttons>
      <LinkButton kind="quiet" href={`/people/${person}/consent?${asks}`}>{label}</LinkButton>
      {state === 'given' && answer ? <PostButton view={view} kind="danger" action={`/people/${person}/consent/${answer.id}/withdraw`}>{peopleWords(view)('consent.withdraw')}</PostButton> : null}
    </Buttons>
  );
};

/** Every answer ever given, with how it was given; each has a receipt to take home. */
export const Answers = ({ view, sheet, person }: Props): ReactNode => {
  const words = consentWords(view);
  const people = peopleWords(view);
  return (
    <Card>
      <details>
        <summary>{words('page.history')}</summary>
        <Table
          view={view} caption={words('page.history')} rows={sheet.answers} rowKey={({ id }) => id}
          columns={[
            { key: 'when', label: people('consent.when'), cell: ({ answeredAt }) => <OnDate view={view} value={answeredAt} /> },
            { key: 'purpose', label: people('consent.purpose'), cell: ({ purpose, recipient }) => <span>{people(`purpose.${purpose}`)}{purpose === 'sharing' ? <> · <PartnerName view={view} names={sheet.names} recipient={recipient} /></> : null}</span> },
            { key: 'answer', label: people('consent.state'), cell: ({ answer, withdrawnAt }) => <ConsentStateBadge view={view} state={withdrawnAt ? 'withdrawn' : answer} /> },
            { key: 'how', label: words('page.proof'), cell: ({ channel, witness, companion, guardian }) => (
              <span>{people(`channel.${channel}`)}{witness ? <> · {words('page.witness', { name: sheet.witnesses[witness] ?? '' })}</> : companion ? <> · {words('page.companion')}</> : null}{guardian ? <> · {people(`guardian.${guardian}`)}</> : null}</span>
            ) },
            { key: 'receipt', label: words('page.print'), cell: ({ id }) => <a href={`/people/${person}/consent/${id}/receipt`}>{words('page.print')}</a> },
          ]}
        />
      </details>
    </Card>
  );
};
