import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { longCalendarDate } from '#core/words/format.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { labelled } from '#ui/labelled.ts';
import { atClockOf, HalfDays, languagesOf, orderOf, plain, Said } from '../show.tsx';
import { trainingWords } from '../words.ts';
import { openTraining, openTrainings } from './open-trainings.query.ts';

type Course = Awaited<ReturnType<(typeof openTrainings)['spec']['run']>>['sessions'][number];
const WEEK = 7 * 86_400_000;

/** The courses anyone may ask a seat in: this week's first. Nothing to log in to; one asks at the hub or by phone. */
export const openTrainingsPage = definePage<View>({
  path: '/trainings-open',
  audience: 'citizen',
  needs: 'training.open-trainings',
  show: async (visit) => {
    const { view } = visit;
    const words = trainingWords(view);
    const { now, sessions } = await visit.ask(openTrainings, { hub: visit.search.hub });
    const week = sessions.filter(({ starts_at }) => starts_at.getTime() < now.getTime() + WEEK);
    const later = sessions.filter((course) => !week.includes(course));
    return {
      title: words('open.title'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/', label: words('open.home') }} lede={words('open.lede')}>{words('open.title')}</PageTitle>
          {sessions.length === 0 ? <EmptyState title={words('open.empty')}>{words('open.empty_text')}</EmptyState> : null}
          {week.length ? <Courses view={view} title={words('open.this_week')} courses={week} now={now} /> : null}
          {later.length ? <Courses view={view} title={words('open.later')} courses={later} now={now} /> : null}
          <p><a href="/check-certificate">{words('check.title')}</a></p>
        </Stack>
      ),
    };
  },
});

const Courses = ({ view, title, courses, now }: { view: View; title: string; courses: readonly Course[]; now: Date }): ReactNode => (
  <Card title={title}>
    <ul className="found">
      {courses.map((course) => (
        <li key={course.id}>
          <div>
            <a href={`/trainings-open/${course.code}`}><strong><Said view={view} value={course.names} /></strong></a>
            <div className="soft"><Icon name="calendar" /> <AtTime view={atClockOf(view, course.hub.timeZone)} value={course.starts_at} /></div>
            <div className="soft"><Icon name="pin" /> <Bdi>{plain(view, course.place)}</Bdi> · <Said view={view} value={course.hub.names} /></div>
            <Left view={view} course={course} now={now} />
          </div>
        </li>
      ))}
    </ul>
  </Card>
);

const Left = ({ view, course, now }: { view: View; course: Pick<Course, 'asks_until' | 'seats' | 'given' | 'seated_at'>; now: Date }): ReactNode => {
  const words = trainingWords(view);
  const free = course.seats - course.given;
  if (course.asks_until <= now && (!course.seated_at || free <= 0)) return <Badge tone="clay">{words('open.closed_asks')}</Badge>;
  return <Badge tone={free > 0 ? 'olive' : 'saffron'}>{words('open.left', { free })}</Badge>;
};

/** One course for anyone: what one learns, when, where, in which language, and how one asks for a seat. */
export const openTrainingPage = definePage<View>({
  path: '/trainings-open/:code',
  audience: 'citizen',
  needs: 'training.open-training',
  show: async (visit) => {
    const { session, halves, hub, now } = await visit.ask(openTraining, { code: visit.params.code! });
    const view = atClockOf(visit.view, hub.timeZone);
    const words = trainingWords(view);
    const asks = session.state === 'announced' && (session.asks_until > now || (session.seated_at !== null && session.given < session.seats && session.starts_at > now));
    return {
      title: plain(view, session.names),
      body: (
        <Stack>
          <PageTitle back={{ href: '/trainings-open', label: words('open.title') }} lede={words(`topic.${session.topic}`)}><Said view={view} value={session.names} /></PageTitle>
          {session.state === 'closed' ? <Notice view={view}>{words('open.over')}</Notice> : <p><Left view={view} course={session} now={now} /></p>}
          {plain(view, session.about) ? <p><Said view={view} value={session.about} /></p> : null}
          <Card>
            <Facts view={view} facts={[
              { label: words('sheet.when'), value: <HalfDays view={view} halves={halves} /> },
              { label: words('sheet.where'), value: <Said view={view} value={session.place} /> },
              { label: words('sheet.languages'), value: <><Bdi>{languagesOf(view, session.languages)}</Bdi>{session.interpretation.length ? <> · {words('sheet.interpreted')} <Bdi>{languagesOf(view, session.interpretation)}</Bdi></> : null}</> },
              session.childcare && { label: words('sheet.childcare'), value: words('sheet.yes') },
              session.stage !== null && { label: words('f.stage'), value: words(`stage.${session.stage}`) },
              { label: words('open.hub'), value: <a href={`/hubs/${hub.id}`}><Said view={view} value={hub.names} /></a> },
              hub.phone !== null && { label: words('open.how'), value: <Phone view={view} number={hub.phone} call /> },
              { label: words('open.until'), value: <AtTime view={view} value={session.asks_until} /> },
            ]} />
          </Card>
          {asks ? <Card title={words('open.how')}><p>{words('open.how_text', { day: longCalendarDate(session.ages_on, view.locale) })}</p><p className="soft">{labelled(view, words('open.priority'))} {words('rule_text', { list: orderOf(view, session.priority), day: longCalendarDate(session.ages_on, view.locale) })}</p></Card> : null}
        </Stack>
      ),
    };
  },
});
