import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { number } from '#core/words/format.ts';
import { CalendarDate, Money, Num } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { type Step, Steps } from '#ui/steps.tsx';
import type { View } from '#ui/view.ts';
import type { PostOnly } from '../buttons.ts';
import type { SubGrantState } from '../codes.ts';
import { permilleOf } from '../money.ts';
import { Names, nameIn } from '../show.tsx';
import { fundingWords } from '../words.ts';
import { advanceSubGrant } from './advance-sub-grant.ts';
import { decideSubGrant, evaluateSubGrant } from './decide-sub-grant.ts';
import { checkSubGrant } from './propose-sub-grant.ts';
import { SubGrantBadge } from './sub-grant-badge.tsx';
import { NextStep } from './sub-grant-steps.tsx';
import { subGrantSheet } from './sub-grants.query.ts';

export type SubGrantSheet = Awaited<ReturnType<(typeof subGrantSheet)['spec']['run']>>;
/** A part of the page of one sub-grant. */
export interface SubGrantPart { readonly visit: Visit<View>; readonly of: SubGrantSheet }

/** One sub-grant: its own share, its letter, why it is not admissible, and its path to the last report. */
export const subGrantPage = definePage<View>({
  path: '/sub-grants/:subgrant',
  audience: 'staff',
  needs: 'funding.sub-grant-sheet',
  show: async (visit) => {
    const { view, params, ask } = visit;
    const words = fundingWords(view);
    const of = await ask(subGrantSheet, { sub_grant: params.subgrant! });
    const share = (permille: number) => number(permille / 10, view.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return {
      title: nameIn(view, of.names),
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={of.body} />} back={{ href: '/sub-grants', label: words('sub_grants') }}><Names view={view} of={of.names} /></PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {of.reasons.length > 0 ? <Notice view={view} kind="warning" title={words('why.inadmissible')}><ul>{of.reasons.map((reason) => <li key={reason}>{words(`inadmissible.${reason}`)}</li>)}</ul></Notice> : null}
          <Steps view={view} label={words('sub_grant.path')} steps={stepsOf(view, of)} />
          <Card>
            <Facts view={view} facts={[
              { label: words('grant.state'), value: <SubGrantBadge view={view} state={of.state} /> },
              { label: words('sub_grant.sector'), value: words(`sector.${of.sector}`) },
              { label: words('sub_grant.asked'), value: <Money view={view} value={of.asked} currency={of.currency} /> },
              { label: words('sub_grant.own'), value: <><Money view={view} value={of.own} currency={of.currency} /> · {words('sub_grant.own_of', { share: share(permilleOf(of.own, of.asked + of.own)), least: share(of.leastOwnPermille) })}</> },
              { label: words('sub_grant.letter_from'), value: of.letterFrom ? <><Names view={view} of={of.letterFrom} />{of.letterOn ? <> · <CalendarDate view={view} value={of.letterOn} /></> : null}</> : '–' },
              of.points !== null && { label: words('sub_grant.points'), value: <Num view={view} value={of.points} /> },
              of.contractPaper !== null && { label: words('sub_grant.paper'), value: <Bdi>{of.contractPaper}</Bdi> },
              of.grant !== null && { label: words('grant.amount'), value: <><Money view={view} value={of.grant.amount} currency={of.currency} /> · <a href={`/grants/${of.grant.id}`}>{words('sub_grant.grant')}</a> · <Ltr>{of.grant.reference}</Ltr></> },
            ]} />
          </Card>
          <NextStep visit={visit} of={of} />
        </Stack>
      ),
    };
  },
});

const order: readonly SubGrantState[] = ['proposal', 'admissible', 'evaluated', 'awarded', 'contracted', 'implementing', 'interim_report', 'final_report', 'closed'];
const stops: Partial<Record<SubGrantState, number>> = { inadmissible: 1, not_awarded: 3, withdrawn: 1 };

function stepsOf(view: View, of: SubGrantSheet): Step[] {
  const words = fundingWords(view);
  const stop = stops[of.state];
  const reached = stop === undefined ? order.indexOf(of.state) : stop - 1;
  const note: Partial<Record<SubGrantState, ReactNode>> = {
    proposal: of.typedBy && <Bdi>{of.typedBy}</Bdi>, admissible: of.checkedBy && <Bdi>{of.checkedBy}</Bdi>, evaluated: of.evaluatedBy && <Bdi>{of.evaluatedBy}</Bdi>, awarded: of.decidedBy && <Bdi>{of.decidedBy}</Bdi>,
    contracted: of.contractedOn && <CalendarDate view={view} value={of.contractedOn} />, interim_report: of.interimOn && <CalendarDate view={view} value={of.interimOn} />, final_report: of.finalOn && <CalendarDate view={view} value={of.finalOn} />,
  };
  return order.map((state, at) => ({
    key: state, label: words(`sstate.${state}`), state: at <= reached ? 'done' : stop !== undefined ? 'stopped' : at === reached + 1 ? 'current' : 'next', ...(note[state] ? { note: note[state] } : {}),
  }));
}

const input = ({ subgrant }: Readonly<Record<string, string>>) => ({ sub_grant: subgrant });

/** The forms that stand on the page of a sub-grant. */
export const subGrantForms: readonly PostOnly[] = [
  { path: '/sub-grants/:subgrant/check', action: checkSubGrant, input, again: subGrantPage },
  { path: '/sub-grants/:subgrant/evaluate', action: evaluateSubGrant, input, again: subGrantPage },
  { path: '/sub-grants/:subgrant/decide', action: decideSubGrant, input, again: subGrantPage },
  { path: '/sub-grants/:subgrant/advance', action: advanceSubGrant, input, again: subGrantPage },
];
