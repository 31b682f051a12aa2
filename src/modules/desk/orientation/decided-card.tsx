import type { ReactNode } from 'react';
import { AtTime } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import type { View } from '#ui/view.ts';
import { Said } from '../needs/said.tsx';
import { orientationWords } from '../orientation-words.ts';
import type { orientationOptions } from './orientation-options.query.ts';

type Options = Awaited<ReturnType<(typeof orientationOptions)['spec']['run']>>;

/** What was decided in this visit so far, in her order, with the reason where a rule was overridden. */
export const DecidedCard = ({ view, options, ticket }: { view: View; options: Options; ticket: string }): ReactNode => {
  const { made, matches } = options;
  if (!made) return null;
  const words = orientationWords(view);
  return (
    <Card title={words('decided.title')}>
      <p className="soft"><AtTime view={view} value={made.at} /></p>
      <ol>
        {made.choices.map(({ service, reason }) => {
          const names = matches.find((match) => match.service.id === service)?.service.names;
          return (
            <li key={service}>
              {names ? <Said view={view} value={names} /> : words('decided.withdrawn')}
              {reason ? <> <Badge tone="clay">{words(`reason.${reason}`)}</Badge></> : null}
            </li>
          );
        })}
      </ol>
      <Buttons>
        <LinkButton icon="print" href={`/desk/tickets/${ticket}/slip`}>{words('decided.slip')}</LinkButton>
        <LinkButton kind="quiet" icon="print" href={`/desk/tickets/${ticket}/orientation/print`}>{words('decided.plan')}</LinkButton>
      </Buttons>
    </Card>
  );
};
