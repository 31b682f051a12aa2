import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { HiddenField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { Learner } from '../learner.tsx';
import { HalfDayLine } from '../show.tsx';
import { trainingWords } from '../words.ts';
import { markAttendance } from './mark-attendance.ts';
import { seatAtDoor } from './seat-at-door.query.ts';

/** What the code of a slip opens for whoever stands at the door: who it is, which half-day is on, and one button. */
export const doorPage = definePage<View>({
  path: '/trainings/door/:code',
  audience: 'staff',
  needs: 'training.seat-at-door',
  show: async (visit) => {
    const { view, params } = visit;
    const words = trainingWords(view);
    const found = await visit.ask(seatAtDoor, { code: params.code! });
    const f = { view, values: visit.values, errors: visit.errors };
    return {
      title: words('door.title'),
      quiet: true as const,
      body: (
        <Stack>
          <PageTitle back={{ href: `/trainings/${found.session}/attendance`, label: words('att.title') }}><Learner view={view} card={found.card} name={found.name} /></PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {found.state !== 'given' ? <Notice view={view} kind="warning">{words('door.no_seat', { state: words(`seat.${found.state}`) })}</Notice> : null}
          {found.half ? null : <Notice view={view}>{words('door.not_begun')}</Notice>}
          {found.mark ? <Notice view={view} kind="success">{words('door.noted', { mark: words(`mark.${found.mark}`) })}</Notice> : null}
          {found.half && found.state === 'given' && found.mark !== 'present' ? (
            <Card title={<HalfDayLine view={view} half={found.half} />}>
              <Form {...f}>
                <HiddenField name="half_day" value={found.half.id} />
                <HiddenField name={`mark.${found.seat}`} value="present" />
                <Button icon="check">{words('door.present')}</Button>
              </Form>
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: markAttendance, input: () => ({ via: 'code' }), leadsTo: (_, { params }) => `/trainings/door/${params.code}` },
});
