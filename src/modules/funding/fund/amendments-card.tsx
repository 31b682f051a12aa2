import type { ReactNode } from 'react';
import { AtTime, Money } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import type { Tone } from '#ui/tone.ts';
import type { AmendmentState } from '../codes.ts';
import { formAt } from '../show.tsx';
import { fundingWords } from '../words.ts';
import type { FundPart } from './fund.page.tsx';

const tones: Readonly<Record<AmendmentState, Tone>> = { asked: 'saffron', agreed: 'olive', declined: 'rose' };

/** How the amount of a fund moved, who asked and who agreed; what waits, for whoever decides; the form that asks for the next. */
export const Amendments = ({ visit, fund }: FundPart): ReactNode => {
  const { view, may } = visit;
  const words = fundingWords(view);
  if (!fund.mine) return null;
  const waits = fund.amendments.find(({ state }) => state === 'asked');
  const action = `/funds/${fund.id}/amendments`;
  const f = formAt(visit, action);
  return (
    <Card title={words('amendments')}>
      <p className="soft">{words('amendments.lede')}</p>
      {fund.amendments.length === 0 ? <p>{words('amendments.none')}</p> : (
        <Table view={view} caption={words('amendments')} rows={fund.amendments} rowKey={({ id }) => id} columns={[
          { key: 'amounts', label: words('amendment.from_to'), cell: ({ before, amount }) => <div><Money view={view} value={before} currency={fund.currency} /> {view.locale.dir === 'rtl' ? '←' : '→'} <Money view={view} value={amount} currency={fund.currency} /></div> },
          { key: 'reason', label: words('amendment.reason'), cell: ({ reason, paper }) => <div><Bdi>{reason}</Bdi>{paper ? <small className="soft"> <Bdi>{paper}</Bdi></small> : null}</div> },
          { key: 'asked', label: words('amendment.asked'), cell: ({ askedBy, askedAt }) => <div><Bdi>{askedBy}</Bdi> · <AtTime view={view} value={askedAt} /></div> },
          { key: 'decided', label: words('amendment.decided'), cell: ({ state, decidedBy, decidedAt }) => <div><Badge tone={tones[state]}>{words(`astate.${state}`)}</Badge>{decidedAt ? <> <Bdi>{decidedBy}</Bdi> · <AtTime view={view} value={decidedAt} /></> : null}</div> },
        ]} />
      )}
      {waits?.mine && may('funding.decide-amendment') ? <Notice view={view}>{words('amendment.mine')}</Notice> : null}
      {waits && !waits.mine && may('funding.decide-amendment') ? (
        <Buttons>
          <PostButton view={view} icon="check" action={`/funds/${fund.id}/amendments/${waits.id}`} values={{ decision: 'agree' }}>{words('amendment.agree')}</PostButton>
          <PostButton view={view} kind="danger" icon="cross" action={`/funds/${fund.id}/amendments/${waits.id}`} values={{ decision: 'decline' }}>{words('amendment.decline')}</PostButton>
        </Buttons>
      ) : null}
      {!waits && fund.state === 'open' && may('funding.ask-amendment') ? (
        <Form {...f} action={action}>
          <TextField {...f} ltr required name="promised" label={words('amendment.amount')} />
          <TextField {...f} required name="reason" label={words('amendment.reason')} help={words('amendment.reason_help')} maxLength={500} />
          <TextField {...f} name="signed_paper" label={words('amendment.paper')} maxLength={200} />
          <Buttons><Button kind="quiet" icon="check">{words('amendment.ask')}</Button></Buttons>
        </Form>
      ) : null}
    </Card>
  );
};
