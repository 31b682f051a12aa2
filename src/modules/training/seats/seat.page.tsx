import { NotFound } from '#core/refusal.ts';
import { definePage } from '#core/page.ts';
import { Badge } from '#ui/badge.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { backReasons, byHandReasons, refusalReasons, type SeatReason } from '../codes.ts';
import { sessionSheet } from '../session/session-sheet.query.ts';
import { Learner } from '../learner.tsx';
import { Said, whyOf } from '../show.tsx';
import { trainingWords } from '../words.ts';
import { giveBackSeat } from './give-back-seat.ts';
import { placeByHand } from './place-by-hand.ts';
import { refuseSeat } from './refuse-seat.ts';

/** One request: where it stands and why, and the three answers a colleague can give by hand, each with its reason. */
export const seatPage = definePage<View>({
  path: '/trainings/:session/seats/:seat',
  audience: 'staff',
  needs: 'training.give-back-seat',
  show: async (visit) => {
    const { view, params, may } = visit;
    const words = trainingWords(view);
    const { session, seats } = await visit.ask(sessionSheet, { session: params.session! });
    const seat = seats.find(({ id }) => id === params.seat);
    if (!seat) throw new NotFound();
    const f = { view, values: visit.values, errors: visit.errors };
    const at = `/trainings/${session.id}/seats/${seat.id}`;
    const open = session.state === 'announced' && seat.state !== 'given_back';
    const form = (to: string, title: string, reasons: readonly SeatReason[], kind: 'primary' | 'quiet' | 'danger') => (
      <Card title={title}>
        <Form {...f} action={`${at}/${to}`}>
          <Radios {...f} required name="reason" label={words('sheet.reason')} choices={reasons.map((value) => ({ value, label: words(`reason.${value}`) }))} />
          <Button kind={kind}>{title}</Button>
        </Form>
      </Card>
    );
    return {
      title: words('sheet.answer'),
      quiet: true as const,
      body: (
        <Stack>
          <PageTitle back={{ href: `/trainings/${session.id}`, label: <Said view={view} value={session.names} /> }} actions={<LinkButton kind="quiet" icon="print" href={`${at}/slip`}>{words('sheet.slip')}</LinkButton>} lede={<><Badge>{words(`seat.${seat.state}`)}</Badge> {whyOf(view, seat.why)}{seat.reason ? <> · {words(`reason.${seat.reason}`)}</> : null}</>}>
            <Learner view={view} card={seat.card} name={seat.name} />
          </PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {open && seat.state !== 'given' && may('training.place-by-hand') ? form('placed', words('sheet.by_hand'), byHandReasons, 'primary') : null}
          {open && (seat.state === 'asked' || seat.state === 'waitlisted') && may('training.refuse-seat') ? form('refused', words('sheet.refuse'), refusalReasons, 'quiet') : null}
          {open && seat.state !== 'refused' ? form('given-back', words('sheet.give_back'), backReasons, 'danger') : null}
        </Stack>
      ),
    };
  },
});

const answer = (path: string, action: typeof placeByHand | typeof refuseSeat | typeof giveBackSeat) => definePage<View>({
  path: `/trainings/:session/seats/:seat/${path}`,
  audience: 'staff',
  needs: action.fullName,
  post: { action, input: ({ params }) => ({ seat: params.seat }), leadsTo: ({ session }) => `/trainings/${session}?done=answered`, again: seatPage },
});

/** The three answers by hand. */
export const seatButtons = [answer('placed', placeByHand), answer('refused', refuseSeat), answer('given-back', giveBackSeat)];
