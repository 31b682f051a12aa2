import { NotFound } from '#core/refusal.ts';
import { definePage } from '#core/page.ts';
import { longCalendarDate } from '#core/words/format.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { localeOf } from '#core/words/locale.ts';
import { Ltr } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { sessionSheet } from '../session/session-sheet.query.ts';
import { HalfDays, orderOf, Said, whyOf } from '../show.tsx';
import { trainingWords } from '../words.ts';

/** What she takes home: the course, the days, our answer with why, and her code for the door. It may be found by others: no name stands on it. */
export const seatSlipPage = definePage<View>({
  path: '/trainings/:session/seats/:seat/slip',
  audience: 'print',
  needs: 'training.give-back-seat',
  show: async (visit) => {
    const { view: reader, params, search } = visit;
    const { session, hub, halves, seats } = await visit.ask(sessionSheet, { session: params.session! });
    const seat = seats.find(({ id }) => id === params.seat);
    if (!seat) throw new NotFound();
    const lang = (['ar', 'fr', 'en'] as const).find((each) => each === search.in) ?? reader.locale.lang;
    const view: View = { ...reader, locale: localeOf(lang, hub.country, hub.timeZone) };
    const words = trainingWords(view);
    const day = longCalendarDate(session.ages_on, view.locale);
    const answer = seat.state === 'given' ? words('slip.given') : seat.state === 'waitlisted' ? words('slip.wait', { rank: seat.rank }) : seat.state === 'asked' ? words('slip.asked', { day }) : words(`seat.${seat.state}`);
    return {
      title: words('slip.title'),
      quiet: true as const,
      reader: view,
      back: { href: `/trainings/${session.id}/seats/${seat.id}`, label: trainingWords(reader)('sheet.answer') },
      code: <Qr text={`${reader.origin ?? ''}/trainings/door/${seat.code}`} label={words('slip.code')} />,
      body: (
        <>
          <p className="next-step"><strong>{answer}</strong></p>
          <Facts view={view} facts={[
            { label: words('col.name'), value: <Said view={view} value={session.names} /> },
            { label: words('sheet.where'), value: <Said view={view} value={session.place} /> },
            { label: words('sheet.when'), value: <HalfDays view={view} halves={halves} /> },
            seat.why.length > 0 && { label: words('col.why'), value: whyOf(view, seat.why) },
            { label: words('slip.code'), value: <Ltr>{spelledCode(seat.code)}</Ltr> },
          ]} />
          <p>{words('rule_text', { list: orderOf(view, session.priority), day })}</p>
          <p>{words('slip.bring')}</p>
        </>
      ),
    };
  },
});
