import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { placeChoices } from '#modules/network/public.ts';
import { Checkbox, Checkboxes, Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { NumberField, TextArea, TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import type { View } from '#ui/view.ts';
import { committeeKinds } from '../codes.ts';
import { formPage } from '../form-page.tsx';
import { rowChoices } from '../shown.tsx';
import { programmeWords } from '../words.ts';
import { committeeChoices, committeeSheet } from './committees.query.ts';
import { addAction, closeAction } from './follow-action.ts';
import { holdMeeting } from './hold-meeting.ts';
import { closeCommittee, endMember, nameCommittee, nameMember } from './name-committee.ts';
import { seatLabel } from './seat-label.ts';

const back = ({ params }: Visit): string => `/committees/${params.committee}`;
const today = ({ view }: Visit<View>) => clockIn(view.locale.timeZone, houseTime()).date;
const DECISIONS = [0, 1, 2, 3, 4];

/** The seats that are held now, as choices. */
async function seatChoices(visit: Visit<View>) {
  const { seats } = await visit.ask(committeeSheet, { committee: visit.params.committee! });
  return seats.filter(({ until }) => until === null).map((seat) => ({ value: seat.id, label: seatLabel(visit.view, seat), named: true as const, ...(seat.votes ? {} : { help: programmeWords(visit.view)('votes.no') }) }));
}

/** Every form of a committee, each on its own page. */
export const committeeForms = [
  formPage({
    path: '/committees/new', action: nameCommittee, title: 'committee.new', lede: 'committee.lede', icon: 'plus', back: () => '/committees', leadsTo: ({ committee }) => `/committees/${committee}`,
    first: async (visit) => ({ opened_on: today(visit) }),
    fields: async (f, visit) => {
      const words = programmeWords(f.view);
      const { wide, hubs, programmes } = await visit.ask(committeeChoices, {});
      return (
        <>
          <Radios {...f} name="kind" label={words('committee.kind')} required choices={committeeKinds.map((value) => ({ value, label: words(`kind.${value}`), help: words(`kind.${value}_help`) }))} />
          <MultilingualField {...f} name="names" label={words('names')} required />
          <NumberField {...f} name="quorum" label={words('quorum')} help={words('quorum.help')} required min={1} max={200} />
          <SelectField {...f} name="programme" label={words('level.programme')} choices={rowChoices(f.view, programmes)} />
          {wide ? (
            <>
              <SelectField {...f} name="of_hub" label={words('committee.hub')} help={words('committee.of_help')} choices={rowChoices(f.view, hubs)} />
              <SelectField {...f} name="territory" label={words('committee.region')} choices={await placeChoices(visit)} />
            </>
          ) : null}
          <DateField {...f} name="opened_on" label={words('since')} required />
        </>
      );
    },
  }),
  formPage({
    path: '/committees/:committee/member', action: nameMember, title: 'member.new', lede: 'member.lede', icon: 'plus', back, first: async (visit) => ({ since: today(visit), votes: 'true' }),
    fields: async (f, visit) => {
      const words = programmeWords(f.view);
      const { bodies, colleagues } = await visit.ask(committeeChoices, {});
      return (
        <>
          <SelectField {...f} name="organization" label={words('partner.body')} choices={rowChoices(f.view, bodies)} />
          <SelectField {...f} name="account" label={words('member.colleague')} help={words('member.colleague_help')} choices={colleagues.map(({ account, name }) => ({ value: account, label: name }))} />
          <MultilingualField {...f} name="seat" label={words('member.seat')} />
          <Checkbox {...f} name="votes" label={words('member.votes')} help={words('member.votes_help')} required />
          <DateField {...f} name="since" label={words('since')} required />
        </>
      );
    },
  }),
  formPage({
    path: '/committees/:committee/members/:member/end', action: endMember, title: 'member.end', lede: 'member.end_lede', icon: 'exit', back, first: async (visit) => ({ until: today(visit) }),
    fields: (f) => <DateField {...f} name="until" label={programmeWords(f.view)('until')} required />,
  }),
  formPage({
    path: '/committees/:committee/meeting', action: holdMeeting, title: 'meeting.new', lede: 'meeting.lede', icon: 'check', back, first: async (visit) => ({ held_on: today(visit), language: visit.view.locale.lang }),
    fields: async (f, visit) => {
      const words = programmeWords(f.view);
      const languages = new Intl.DisplayNames(f.view.locale.tag, { type: 'language' });
      return (
        <>
          <DateField {...f} name="held_on" label={words('meeting.held_on')} required max={today(visit)} />
          <TextField {...f} name="place" label={words('place')} />
          <Checkboxes {...f} name="present" label={words('meeting.who')} required choices={await seatChoices(visit)} />
          <SelectField {...f} name="language" label={words('meeting.language')} required choices={['ar', 'fr', 'en', 'es', 'pt', 'it', 'el'].map((value) => ({ value, label: languages.of(value) ?? value }))} />
          <TextArea {...f} name="minutes" label={words('minutes')} rows={8} />
          {DECISIONS.map((n) => <DecisionFields key={n} f={f} n={n} />)}
        </>
      );
    },
  }),
  formPage({
    path: '/committees/:committee/action', action: addAction, title: 'action.new', lede: 'action.lede', icon: 'plus', back,
    fields: async (f, visit) => {
      const words = programmeWords(f.view);
      return (
        <>
          <TextArea {...f} name="what" label={words('action.what')} required rows={2} />
          <SelectField {...f} name="member" label={words('action.who')} choices={await seatChoices(visit)} />
          <DateField {...f} name="due_on" label={words('action.due')} required />
        </>
      );
    },
  }),
  formPage({
    path: '/committees/:committee/actions/:action/close', action: closeAction, title: 'action.close', lede: 'action.close_lede', icon: 'check', back, first: async (visit) => ({ on: today(visit), state: 'done' }),
    fields: (f, visit) => {
      const words = programmeWords(f.view);
      return (
        <>
          <Radios {...f} name="state" label={words('state')} required choices={(['done', 'dropped'] as const).map((value) => ({ value, label: words(`action.${value}`) }))} />
          <DateField {...f} name="on" label={words('closed_on')} required max={today(visit)} />
          <TextArea {...f} name="outcome" label={words('action.outcome')} required rows={2} />
        </>
      );
    },
  }),
  formPage({
    path: '/committees/:committee/close', action: closeCommittee, title: 'committee.close', lede: 'committee.close_lede', icon: 'check', back, first: async (visit) => ({ on: today(visit) }),
    fields: (f) => <DateField {...f} name="on" label={programmeWords(f.view)('closed_on')} required />,
  }),
];

/** One decision with its votes; left empty it does not count. */
const DecisionFields = ({ f, n }: { f: FormState; n: number }): ReactNode => {
  const words = programmeWords(f.view);
  return (
    <details open={n === 0}>
      <summary>{words('decision.n', { number: n + 1 })}</summary>
      <TextArea {...f} unmarked name={`decisions.${n}.decided`} label={words('decision')} rows={2} />
      <TextField {...f} unmarked ltr name={`decisions.${n}.about`} label={words('decision.about')} help={words('decision.about_help')} maxLength={400} />
      <NumberField {...f} unmarked name={`decisions.${n}.for`} label={words('votes.for')} min={0} max={200} />
      <NumberField {...f} unmarked name={`decisions.${n}.against`} label={words('votes.against')} min={0} max={200} />
      <NumberField {...f} unmarked name={`decisions.${n}.abstained`} label={words('votes.abstained')} min={0} max={200} />
    </details>
  );
};
