import { definePage } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { sessionSheet } from '../session/session-sheet.query.ts';
import { Learner } from '../learner.tsx';
import { HalfDayLine, plain, Said } from '../show.tsx';
import { trainingWords } from '../words.ts';

const box = '. . . . . . . . . . . . . .';

/** The sheet to sign, in the language asked for: who has a seat, an empty box for each half-day, and a code that opens attendance. */
export const signSheetPage = definePage<View>({
  path: '/trainings/:session/print',
  audience: 'print',
  needs: 'training.session-sheet',
  namesPersons: true,
  show: async (visit) => {
    const { view: reader, params, search } = visit;
    const { session, hub, halves, trainers, seats } = await visit.ask(sessionSheet, { session: params.session! });
    const lang = (['ar', 'fr', 'en'] as const).find((each) => each === search.in) ?? reader.locale.lang;
    const view: View = { ...reader, locale: localeOf(lang, hub.country, hub.timeZone) };
    const words = trainingWords(view);
    return {
      title: `${words('print.title')} · ${plain(view, session.names)}`,
      quiet: true as const,
      reader: view,
      back: { href: `/trainings/${session.id}`, label: trainingWords(reader)('sheet.back') },
      code: <Qr text={`${reader.origin ?? ''}/trainings/${session.id}/attendance`} label={words('print.code')} />,
      body: (
        <>
          <Facts view={view} facts={[
            { label: words('sheet.where'), value: <Said view={view} value={session.place} /> },
            { label: words('sheet.trainers'), value: trainers.map(({ id, name }, at) => <span key={id}>{at ? ' · ' : ''}<Bdi>{name}</Bdi></span>) },
          ]} />
          {halves.map((half) => (
            <section key={half.id}>
              <h2><HalfDayLine view={view} half={half} /></h2>
              <table>
                <thead><tr><th scope="col">{words('print.name')}</th><th scope="col">{words('print.sign')}</th></tr></thead>
                <tbody>
                  {seats.filter(({ state }) => state === 'given').map((seat) => (
                    <tr key={seat.id}><td><Learner view={view} card={seat.card} name={seat.name} /></td><td><span aria-hidden="true">{box}</span></td></tr>
                  ))}
                </tbody>
              </table>
              <p>{words('print.trainer_signs')} <span aria-hidden="true">{box}</span></p>
            </section>
          ))}
          <p className="soft">{words('print.keep')}</p>
        </>
      ),
    };
  },
});
