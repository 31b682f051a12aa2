import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { Learner } from '../learner.tsx';
import { Said } from '../show.tsx';
import { trainingWords } from '../words.ts';
import { certificateSheet } from './certificate-sheet.query.ts';

/** A certificate on paper, in the language asked for, with the number and the code by which anyone can check it. */
export const certificatePage = definePage<View>({
  path: '/trainings/certificates/:certificate/print',
  audience: 'print',
  needs: 'training.certificate-sheet',
  show: async (visit) => {
    const { view: reader, params, search } = visit;
    const { paper, session, card, name, hub } = await visit.ask(certificateSheet, { certificate: params.certificate! });
    const lang = (['ar', 'fr', 'en'] as const).find((each) => each === search.in) ?? reader.locale.lang;
    const view: View = { ...reader, locale: localeOf(lang, hub.country, hub.timeZone) };
    const words = trainingWords(view);
    const number = `${paper.number.slice(0, 5)}-${paper.number.slice(5)}`;
    return {
      title: words('cert.title'),
      quiet: true as const,
      reader: view,
      hubName: inLanguage(hub.names, view.locale.lang).text,
      back: { href: `/trainings/${session.id}`, label: trainingWords(reader)('sheet.back') },
      code: <Qr text={`${reader.origin ?? ''}/check-certificate/${paper.number}`} label={words('cert.check')} />,
      body: (
        <>
          <p>{words('cert.says', { hub: inLanguage(hub.names, view.locale.lang).text })}</p>
          <p className="next-step"><strong><Learner view={view} card={card} name={name} /></strong></p>
          <p>{words('cert.followed')}</p>
          <p><strong><Said view={view} value={session.names} /></strong></p>
          <Facts view={view} facts={[
            { label: words('cert.topic'), value: words(`topic.${session.topic}`) },
            { label: words('cert.dates'), value: <><OnDate view={view} value={session.starts_at} />{session.ends_at.getTime() - session.starts_at.getTime() > 86_400_000 ? <> – <OnDate view={view} value={session.ends_at} /></> : null}</> },
            { label: words('cert.presence'), value: words('cert.share', { present: paper.present, of: paper.half_days }) },
            { label: words('cert.hours_label'), value: words('cert.hours', { hours: Math.round(paper.minutes / 30) / 2 }) },
            { label: words('cert.given'), value: <OnDate view={view} value={paper.issued_at} /> },
            { label: words('cert.number'), value: <Ltr>{number}</Ltr> },
            { label: words('cert.check'), value: <Ltr>{`${reader.origin ?? ''}/check-certificate`}</Ltr> },
          ]} />
          <p>{words('cert.sign')}</p>
        </>
      ),
    };
  },
});
