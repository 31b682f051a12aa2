import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { choiceWords, plainly, Said } from '#modules/desk/public.ts';
import { PlaceName } from '#modules/network/public.ts';
import { AtTime, CalendarDate, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { agesWords } from '../call-sheet/call-sheet.page.tsx';
import { CriteriaTable, Formula, QuotaTable } from '../call-sheet/rules-tables.tsx';
import { applicantWords } from '../applicant-words.ts';
import { callWords } from '../call-words.ts';
import type { TieBreak } from '../codes.ts';
import { Extensions } from '../extend/extensions.tsx';
import { resultStates } from '../selection/selection-codes.ts';
import { selectionWords } from '../selection/selection-words.ts';
import { CallBadge } from '../show.tsx';
import { openCall } from './open-calls.query.ts';

type Shown = Awaited<ReturnType<(typeof openCall)['spec']['run']>>;

/** One call for whoever thinks of applying: what, who may, until when, how it is judged, what is asked, and the desk where one applies. */
export const openCallPage = definePage<View>({
  path: '/open-calls/:code',
  audience: 'citizen',
  needs: 'incubation.open-call',
  show: async ({ view, ask, params }) => {
    const words = callWords(view);
    const shown = await ask(openCall, { code: params.code! });
    const { call, standing } = shown;
    const shows = { view, criteria: shown.criteria, quotas: shown.quotas, questions: shown.questions };
    return {
      title: plainly(view, call.names),
      body: (
        <Stack>
          <PageTitle back={{ href: '/open-calls', label: words('open.title') }} lede={<><CallBadge view={view} state={standing} /> <PlaceName view={view} code={call.territory_code} /></>}><Said view={view} value={call.names} /></PageTitle>
          {Object.keys(call.about).length ? <Card><p><Said view={view} value={call.about} /></p></Card> : null}
          {(resultStates as readonly string[]).includes(standing) ? <LinkButton icon="list" href={`/open-calls/${call.code}/results`}>{selectionWords(view)('results.title')}</LinkButton> : null}
          <Extensions view={view} moves={shown.moves} />
          <Window view={view} shown={shown} />
          <WhoMay view={view} call={call} />
          <HowToApply view={view} shown={shown} />
          <Card><CriteriaTable {...shows} /><Formula view={view} criteria={shown.criteria} /><p>{words('open.ties')} {call.tie_break.map((way) => words(`tie.${way as TieBreak}`)).join(' · ')}</p></Card>
          {shown.quotas.length ? <Card><QuotaTable view={view} quotas={shown.quotas} /></Card> : null}
          <Asked view={view} shown={shown} />
          {Object.keys(call.next_step).length ? <Card title={words('call.next_step')}><p><Said view={view} value={call.next_step} /></p></Card> : null}
        </Stack>
      ),
    };
  },
});

const Window = ({ view, shown: { call } }: { view: View; shown: Shown }): ReactNode => {
  const words = callWords(view);
  return (
    <Card title={words('call.window')}>
      <Facts view={view} facts={[
        { label: words('call.opens'), value: <AtTime view={view} value={call.opens_at} /> }, { label: words('call.closes'), value: <strong><AtTime view={view} value={call.closes_at} /></strong> },
        { label: words('call.places'), value: <Num view={view} value={call.places} /> }, { label: words('call.appeal_days'), value: <Num view={view} value={call.appeal_days} /> },
      ]} />
      <p className="soft">{words('open.clock')}</p>
    </Card>
  );
};

const WhoMay = ({ view, call }: { view: View; call: Shown['call'] }): ReactNode => {
  const words = callWords(view);
  return (
    <Card title={words('call.who')}>
      <Facts view={view} facts={[
        { label: words('call.applicants'), value: words(`call.applicants.${call.applicants}`) }, { label: words('call.place'), value: <PlaceName view={view} code={call.territory_code} /> },
        { label: words('call.ages'), value: <>{agesWords(view, call)} <span className="soft">{words('open.age_day')} <CalendarDate view={view} value={call.closes_on} /></span></> },
        { label: words('call.sexes'), value: call.sexes.length ? call.sexes.map((sex) => words(`sex.${sex}`)).join(' · ') : words('call.everyone') },
        call.members_least > 1 && { label: words('call.members_least'), value: <Num view={view} value={call.members_least} /> },
        { label: words('call.papers'), value: call.papers.length ? <ul className="plain">{call.papers.map(({ code, names, required }) => <li key={code}><Said view={view} value={names} />{required ? <> · {applicantWords(view)('paper.required')}</> : null}</li>)}</ul> : words('call.no_papers') },
      ]} />
    </Card>
  );
};

/** No phone, no account and no letters are needed: the desk types what one says. */
const HowToApply = ({ view, shown: { hub } }: { view: View; shown: Shown }): ReactNode => {
  const words = callWords(view);
  if (!hub) return null;
  return (
    <Card title={words('open.how')}>
      <p>{words('open.how_says')}</p>
      <p><a href={`/hubs/${hub.id}`}><Said view={view} value={hub.names} /></a></p>
      {Object.keys(hub.address).length ? <p><Said view={view} value={hub.address} /></p> : null}
      {hub.phone ? <p><Phone view={view} number={hub.phone} call /></p> : null}
      {hub.email ? <p><Ltr>{hub.email}</Ltr></p> : null}
      <p><a href="/a">{applicantWords(view)('own.where')}</a></p>
    </Card>
  );
};

const Asked = ({ view, shown: { questions } }: { view: View; shown: Shown }): ReactNode => {
  const words = callWords(view);
  return (
    <details className="card">
      <summary>{words('open.questions', { count: questions.length })}</summary>
      <ol>
        {questions.map((question) => (
          <li key={question.code}>
            <Said view={view} value={question.labels} /> {question.required ? <Badge tone="clay">{words('open.required')}</Badge> : null} {question.sealed ? <Badge tone="saffron" icon="lock">{words('open.sealed')}</Badge> : null}
            {question.choices?.length ? <p className="soft">{question.choices.map((choice) => <span key={choice.code}><Bdi>{choiceWords(view, choice)}</Bdi> · </span>)}</p> : null}
          </li>
        ))}
      </ol>
    </details>
  );
};
