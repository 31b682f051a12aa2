import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, FreeText } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { BarChart } from '#ui/chart.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { NumberField, TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { coachingNotes, recordCoaching } from '../cohort/coaching.ts';
import { hoursOf } from '../path/hours-of.ts';
import { coachingKinds, type MentorReason } from '../path/venture-codes.ts';
import { ventureWords } from '../venture-words.ts';
import { type Grown, venturePage } from './venture-head.tsx';

/** What was done by kind and hours, the notes for who accompanies, and the mentor with the reasons shown. */
export const ventureCoachingPage = venturePage({
  side: 'coaching',
  draw: async (visit, sheet) => {
    const { view } = visit;
    const words = ventureWords(view);
    const minutes = sheet.coaching.reduce((all, one) => all + one.minutes, 0);
    return {
      aside: <><NewAct visit={visit} sheet={sheet} /><Mentor visit={visit} sheet={sheet} /></>,
      body: (
        <>
          <Card title={words('coaching')}>
            {sheet.coaching.length === 0 ? <p className="soft">{words('coaching.none')}</p> : (
              <BarChart view={view} title={words('coaching.by_kind', { hours: hoursOf(view, minutes) })} format={(value) => hoursOf(view, value)}
                bars={sheet.coaching.map((one) => ({ key: one.kind, label: words('coaching.of_kind', { kind: words(`kind.${one.kind}`), count: one.count }), value: one.minutes }))} />
            )}
          </Card>
          {!sheet.opensLife ? <p className="soft">{words('coaching.notes_closed')}</p> : visit.may('incubation.coaching-notes') && visit.search.notes ? <Notes visit={visit} notes={(await visit.ask(coachingNotes, { application: sheet.application.id })).notes} />
            : visit.may('incubation.coaching-notes') && sheet.coaching.length ? <p><a href={`/ventures/${sheet.venture.id}/coaching?notes=1`}>{words('coaching.open_notes')}</a></p> : null}
        </>
      ),
    };
  },
  action: recordCoaching,
  input: () => ({}),
});

const Notes = ({ visit: { view }, notes }: { visit: Visit<View>; notes: Awaited<ReturnType<typeof coachingNotes.spec.run>>['notes'] }): ReactNode => {
  const words = ventureWords(view);
  return (
    <Card title={words('coaching.notes')}>
      <ul className="found">
        {notes.map((one) => (
          <li key={one.id}>
            <div>{words(`kind.${one.kind}`)} · <CalendarDate view={view} value={one.on} /> · {hoursOf(view, one.minutes)} · <Bdi>{one.by}</Bdi></div>
            {one.note ? <FreeText text={one.note} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
};

const NewAct = ({ visit, sheet }: { visit: Visit<View>; sheet: Grown }): ReactNode => {
  const { view, values, errors, may } = visit;
  const words = ventureWords(view);
  if (!sheet.works || !may('incubation.record-coaching')) return null;
  const f = { view, values: 'kind' in values ? values : { on: sheet.today }, errors };
  return (
    <Card title={words('coaching.new')}>
      <Form {...f} action={`/ventures/${sheet.venture.id}/coaching`}>
        <input type="hidden" name="application" value={sheet.application.id} />
        <SelectField {...f} required name="kind" label={words('coaching.kind')} choices={coachingKinds.map((value) => ({ value, label: words(`kind.${value}`) }))} />
        <NumberField {...f} required name="minutes" label={words('coaching.minutes')} min={1} max={600} />
        <DateField {...f} required name="on" label={words('day')} max={sheet.today} />
        <TextArea {...f} name="note" label={words('coaching.note')} help={words('coaching.note_help')} rows={4} maxLength={4_000} />
        <Button icon="plus">{words('coaching.keep')}</Button>
      </Form>
    </Card>
  );
};

const Mentor = ({ visit: { view, may }, sheet }: { visit: Visit<View>; sheet: Grown }): ReactNode => {
  const words = ventureWords(view);
  const at = `/ventures/${sheet.venture.id}/mentoring`;
  const { mentoring } = sheet;
  const works = sheet.works && may('incubation.propose-mentor');
  return (
    <Card title={words('mentor')}>
      {mentoring ? (
        <>
          <p><Bdi>{mentoring.name}</Bdi> <Badge tone={mentoring.state === 'accepted' ? 'olive' : 'saffron'}>{words(`mentoring.${mentoring.state as 'accepted'}`)}</Badge></p>
          <ul>{mentoring.reasons.map((reason) => <li key={reason}>{words(`why.${reason as MentorReason}`)}</li>)}</ul>
          {works ? (
            <Buttons>
              {mentoring.state === 'proposed' ? <><PostButton view={view} icon="check" kind="quiet" action={`${at}/${mentoring.id}`} values={{ answer: 'accepted' }}>{words('mentoring.accept')}</PostButton><PostButton view={view} icon="cross" kind="quiet" action={`${at}/${mentoring.id}`} values={{ answer: 'declined' }}>{words('mentoring.decline')}</PostButton></>
                : <PostButton view={view} icon="cross" kind="quiet" action={`${at}/${mentoring.id}/end`}>{words('mentoring.end')}</PostButton>}
            </Buttons>
          ) : null}
        </>
      ) : sheet.mentors.length === 0 ? <p className="soft">{words('mentors.none')}</p> : (
        <ul className="found">
          {sheet.mentors.slice(0, 8).map((one) => (
            <li key={one.id}>
              <div><Bdi>{one.name}</Bdi> <span className="soft"><Num view={view} value={one.taken} /> / <Num view={view} value={one.most} /></span></div>
              <div className="soft">{one.reasons.length ? one.reasons.map((reason) => words(`why.${reason}`)).join(' · ') : words('why.none')}</div>
              {works && one.taken < one.most ? <PostButton view={view} kind="quiet" icon="plus" action={at} values={{ mentor: one.id, application: sheet.application.id }}>{words('mentoring.propose')}</PostButton> : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
