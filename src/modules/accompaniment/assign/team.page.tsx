import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import type { CaseSheet } from '../case-sheet/case-sheet.query.ts';
import { caseTab } from '../case-sheet/case-tab.tsx';
import { assignmentParts, isOpen } from '../codes.ts';
import { caseWords } from '../words.ts';
import { proposeAssignment } from './propose-assignment.ts';

/** Who accompanies, who was asked, and the form that asks somebody. */
export const teamPage = caseTab({
  side: 'team',
  draw: (visit, sheet) => {
    const { may } = visit;
    const asks = isOpen(sheet.state) && may('accompaniment.propose-assignment');
    return {
      aside: asks ? <Asking visit={visit} sheet={sheet} /> : null,
      body: <Assigned visit={visit} sheet={sheet} />,
    };
  },
  action: proposeAssignment,
});

const Assigned = ({ visit, sheet }: { visit: Visit<View>; sheet: CaseSheet }): ReactNode => {
  const { view } = visit;
  const words = caseWords(view);
  return (
    <Card title={words('tab.team')}>
      {sheet.assignments.length === 0 ? <p className="soft">{words('team.nobody')}</p> : null}
      <ul className="found">
        {sheet.assignments.map(({ id, name, part, state, proposedAt, answeredAt, endedAt, declineReason }) => (
          <li key={id}>
            <strong><Bdi>{name}</Bdi></strong> · {words(`part.${part}`)}{' '}
            <Badge tone={state === 'accepted' ? 'olive' : state === 'proposed' ? 'saffron' : 'clay'}>{words(`assignment.${state}`)}</Badge>
            <div className="soft"><OnDate view={view} value={endedAt ?? answeredAt ?? proposedAt} />{declineReason ? <> · {words(`decline.${declineReason}`)}</> : null}</div>
            {(state === 'accepted' || state === 'proposed') && visit.may('accompaniment.end-assignment') ? (
              <PostButton view={view} kind="quiet" icon="cross" action={`/cases/${sheet.id}/assignments/${id}/end`}>{words(state === 'proposed' ? 'team.take_back' : 'team.end')}</PostButton>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
};

const Asking = ({ visit, sheet }: { visit: Visit<View>; sheet: CaseSheet }): ReactNode => {
  const { view, values, errors } = visit;
  const words = caseWords(view);
  const f = { view, values: '_key' in values ? values : { part: 'main' }, errors };
  const free = sheet.workers.filter(({ account }) => !sheet.assignments.some((one) => one.account === account && (one.state === 'accepted' || one.state === 'proposed')));
  return (
    <Card title={words('team.ask')}>
      <p className="soft">{words('team.ask_text')}</p>
      <Form {...f} action={`/cases/${sheet.id}/team`}>
        <SelectField {...f} required name="account" label={words('team.who')} choices={free.map(({ account, name }) => ({ value: account, label: name, named: true }))} />
        <Radios {...f} required name="part" label={words('team.part')} choices={assignmentParts.map((value) => ({ value, label: words(`part.${value}`), help: words(`part.${value}_help`) }))} />
        <Button icon="together">{words('team.ask')}</Button>
      </Form>
    </Card>
  );
};
