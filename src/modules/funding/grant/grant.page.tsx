import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { AtTime, CalendarDate, Money } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { type Step, Steps } from '#ui/steps.tsx';
import type { View } from '#ui/view.ts';
import type { GrantState } from '../codes.ts';
import { Names } from '../show.tsx';
import { fundingWords } from '../words.ts';
import { GrantBadge } from './grant-badge.tsx';
import { ApproveForm, CertifyButton, EndForm, PayeeForm, SignForm } from './grant-steps.tsx';
import { grantSheet } from './grant-sheet.query.ts';
import { Repayments } from './repayments-card.tsx';
import { Tranches } from './tranches-card.tsx';

export type GrantSheet = Awaited<ReturnType<(typeof grantSheet)['spec']['run']>>;
/** A part of the page of one grant. */
export interface GrantPart { readonly visit: Visit<View>; readonly grant: GrantSheet }

/** One grant: its path from proposal to tranches, who did which step, and the next step for whoever may do it. */
export const grantPage = definePage<View>({
  path: '/grants/:grant',
  audience: 'staff',
  needs: 'funding.grant-sheet',
  show: async (visit) => {
    const { view, params, ask, may } = visit;
    const words = fundingWords(view);
    const grant = await ask(grantSheet, { grant: params.grant! });
    const part = { visit, grant };
    return {
      title: grant.purpose,
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={grant.fund.names} />} back={{ href: '/grants', label: words('grants') }} actions={grant.certificate && grant.state !== 'cancelled' && may('funding.grant-certificate') ? <LinkButton kind="quiet" icon="print" href={`/grants/${grant.id}/certificate`}>{words('certificate.print')}</LinkButton> : null}><Bdi>{grant.purpose}</Bdi></PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Steps view={view} label={words('path')} steps={stepsOf(view, grant)} />
          <Card>
            <Facts view={view} facts={[
              { label: words('grant.state'), value: <><GrantBadge view={view} state={grant.state} /> {grant.endedReason ? words(`reason.${grant.endedReason}`) : null}</> },
              { label: words('grant.reference'), value: <Ltr>{grant.reference}</Ltr> },
              { label: words('grant.kind'), value: words(`kind.${grant.kind}`) },
              grant.body !== null && { label: words('grant.for'), value: <Names view={view} of={grant.body} /> },
              grant.receipt !== null && { label: words('grant.receipt'), value: <Ltr>{grant.receipt}</Ltr> },
              { label: words('grant.amount'), value: <Money view={view} value={grant.amount} currency={grant.currency} /> },
              { label: words('grant.paid'), value: <Money view={view} value={grant.paid} currency={grant.currency} /> },
              grant.meeting !== null && { label: words('approve.meeting'), value: <><Names view={view} of={grant.meeting.committee} /> · <CalendarDate view={view} value={grant.meeting.heldOn} /></> },
              grant.specificationsPaper !== null && { label: words('sign.paper'), value: <Bdi>{grant.specificationsPaper}</Bdi> },
              { label: words('payee'), value: grant.payee ? <>{words(`way.${grant.payee.way}`)} · {words('payee.ends', { ending: grant.payee.ending })}</> : words('payee.none') },
            ]} />
          </Card>
          <ApproveForm {...part} />
          <SignForm {...part} />
          <CertifyButton {...part} />
          <Tranches {...part} />
          <PayeeForm {...part} />
          <Repayments {...part} />
          <EndForm {...part} />
        </Stack>
      ),
    };
  },
});

const order: readonly GrantState[] = ['proposed', 'approved', 'specifications_signed', 'certified', 'paid_part', 'paid'];

function stepsOf(view: View, grant: GrantSheet): Step[] {
  const words = fundingWords(view);
  const reached = order.indexOf(grant.state === 'closed' ? 'paid' : grant.state === 'cancelled' ? 'proposed' : grant.state);
  const by = (name: string | null, at: ReactNode): ReactNode => (name === null && at === null ? undefined : <><Bdi>{name}</Bdi>{at ? <> · {at}</> : null}</>);
  const state = (at: number): Step['state'] => (grant.state === 'cancelled' && at > 0 ? 'stopped' : reached >= at ? 'done' : reached === at - 1 ? 'current' : 'next');
  const when = (at: Date | null): ReactNode => (at ? <AtTime view={view} value={at} /> : null);
  return [
    { key: 'proposed', label: words('step.proposed'), state: 'done', note: by(grant.askedBy, when(grant.askedAt)) },
    { key: 'approved', label: words('step.approved'), state: state(1), ...(grant.approvedAt ? { note: by(grant.approvedBy, when(grant.approvedAt)) } : {}) },
    { key: 'signed', label: words('step.specifications_signed'), state: state(2), ...(grant.specificationsOn ? { note: <CalendarDate view={view} value={grant.specificationsOn} /> } : {}) },
    { key: 'certified', label: words('step.certified'), state: state(3), ...(grant.certificate ? { note: <><Ltr>{grant.certificate}</Ltr> · {by(grant.certifiedBy, when(grant.certifiedAt))}</> } : {}) },
    { key: 'paid', label: words('step.paid'), state: grant.state === 'paid' || grant.state === 'closed' ? 'done' : state(4), note: <><Money view={view} value={grant.paid} currency={grant.currency} /> / <Money view={view} value={grant.amount} currency={grant.currency} /></> },
  ];
}
