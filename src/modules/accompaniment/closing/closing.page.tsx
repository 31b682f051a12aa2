import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, LinkButton, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import type { CaseSheet } from '../case-sheet/case-sheet.query.ts';
import { caseTab } from '../case-sheet/case-tab.tsx';
import { closingOutcomes, closingReasons, isOpen, reopenReasons } from '../codes.ts';
import { caseWords } from '../words.ts';
import { askClosure } from './ask-closure.ts';

/** Plans and closings before somebody else than their author, and the ways a file ends or begins again. */
export const closingPage = caseTab({
  side: 'closing',
  draw: (visit, sheet) => {
    const { view, may } = visit;
    const words = caseWords(view);
    const open = isOpen(sheet.state);
    return {
      aside: open && may('accompaniment.ask-closure') ? <Ending visit={visit} sheet={sheet} /> : null,
      body: (
        <>
          {sheet.approvals.length === 0 ? <Card><p className="soft">{words('approval.none')}</p></Card> : null}
          {sheet.approvals.map((approval) => <Approval key={approval.id} visit={visit} sheet={sheet} approval={approval} />)}
          {!open && may('accompaniment.reopen-case') ? <Reopening visit={visit} sheet={sheet} /> : null}
        </>
      ),
    };
  },
  action: askClosure,
});

const Approval = ({ visit, sheet, approval }: { visit: Visit<View>; sheet: CaseSheet; approval: CaseSheet['approvals'][number] }): ReactNode => {
  const { view, values, errors } = visit;
  const words = caseWords(view);
  const at = `/cases/${sheet.id}/approvals/${approval.id}`;
  const decides = approval.decision === null && approval.askedBy !== visit.actor.account && visit.may('accompaniment.decide-approval');
  const f = { view, values, errors: 'decision' in values ? errors : {} };
  const title = approval.about === 'plan' ? words('approval.plan', { version: approval.version! }) : words('approval.closure', { outcome: words(`state.${approval.outcome!}`) });
  return (
    <Card title={title}>
      <p>
        <Badge tone={approval.decision === null ? 'saffron' : approval.decision === 'approved' ? 'olive' : 'clay'}>{words(approval.decision === null ? 'approval.waits' : `approval.${approval.decision}`)}</Badge>{' '}
        <Bdi>{approval.decider ?? approval.asker}</Bdi> · <AtTime view={view} value={approval.decidedAt ?? approval.askedAt} />
      </p>
      {approval.reason ? <p>{words(`closing.${approval.reason as 'other'}`)}</p> : null}
      {approval.words ? <p dir="auto">{approval.words}</p> : null}
      {approval.about === 'plan' ? <p><a href={`/cases/${sheet.id}/plan`}>{words('plan.look')}</a></p> : null}
      {decides ? (
        <>
          <PostButton view={view} icon="check" action={at} values={{ decision: 'approved' }}>{words('approval.approve')}</PostButton>
          <details open={'decision' in values}>
            <summary>{words('approval.give_back')}</summary>
            <Form {...f} action={at}>
              <input type="hidden" name="decision" value="returned" />
              <TextArea {...f} required name="words" label={words('approval.what_to_change')} rows={3} maxLength={500} />
              <Button kind="quiet" icon="back">{words('approval.give_back')}</Button>
            </Form>
          </details>
        </>
      ) : null}
    </Card>
  );
};

const Ending = ({ visit, sheet }: { visit: Visit<View>; sheet: CaseSheet }): ReactNode => {
  const { view, values, errors } = visit;
  const words = caseWords(view);
  const f = { view, values, errors: 'decision' in values ? {} : errors };
  const waits = sheet.approvals.some(({ about, decision }) => about === 'closure' && decision === null);
  return (
    <>
      {waits ? null : (
        <Card title={words('closing.ask')}>
          <p className="soft">{words('closing.ask_text')}</p>
          <Form {...f} action={`/cases/${sheet.id}/closing`}>
            <Radios {...f} required name="outcome" label={words('closing.outcome')} choices={closingOutcomes.map((value) => ({ value, label: words(`state.${value}`) }))} />
            <SelectField {...f} required name="reason" label={words('closing.reason')} choices={closingReasons.map((value) => ({ value, label: words(`closing.${value}`) }))} />
            <Button icon="up">{words('closing.send')}</Button>
          </Form>
        </Card>
      )}
      <Card title={words('drop.title')}>
        <p className="soft">{words('drop.text')}</p>
        <LinkButton kind="quiet" href={`/cases/${sheet.id}/drop-out`}>{words('drop.title')}</LinkButton>
      </Card>
    </>
  );
};

const Reopening = ({ visit, sheet }: { visit: Visit<View>; sheet: CaseSheet }): ReactNode => {
  const { view, values, errors } = visit;
  const words = caseWords(view);
  const f = { view, values, errors };
  return (
    <Card title={words('reopen.title')}>
      <Form {...f} action={`/cases/${sheet.id}/reopen`}>
        <Radios {...f} required name="reason" label={words('reopen.reason')} choices={reopenReasons.map((value) => ({ value, label: words(`reopen.${value}`) }))} />
        <Button icon="cycle">{words('reopen.title')}</Button>
      </Form>
    </Card>
  );
};
