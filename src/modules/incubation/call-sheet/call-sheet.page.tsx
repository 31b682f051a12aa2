import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Said } from '#modules/desk/public.ts';
import { PlaceName } from '#modules/network/public.ts';
import { AtTime, CalendarDate, Num } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Beside, Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { applicantWords } from '../applicant-words.ts';
import { callWords } from '../call-words.ts';
import type { CallState, TieBreak } from '../codes.ts';
import { Extensions } from '../extend/extensions.tsx';
import { registrationWords } from '../registrations/registration-words.ts';
import { CallBadge } from '../show.tsx';
import { ventureWords } from '../venture-words.ts';
import { callSheet } from './call-sheet.query.ts';
import { callSides } from './call-sides.ts';
import { CriteriaTable, Formula, QuotaTable } from './rules-tables.tsx';

export type CallSheet = Awaited<ReturnType<(typeof callSheet)['spec']['run']>>;

/** A call as those who run it see it: where it stands, its window, its rules and formula, how many applied. */
export const callSheetPage = definePage<View>({
  path: '/calls/:call',
  audience: 'staff',
  needs: 'incubation.call-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = callWords(view);
    const sheet = await visit.ask(callSheet, { call: params.call! });
    const draft = sheet.call.state === 'draft' && visit.may('incubation.change-call') ? `/calls/${sheet.call.id}` : undefined;
    return {
      title: words('call.sheet'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/calls', label: words('calls') }} lede={<><CallBadge view={view} state={sheet.standing} /> <Ltr>{sheet.call.code}</Ltr></>} actions={<Ways visit={visit} sheet={sheet} />}>
            <Said view={view} value={sheet.call.names} />
          </PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {draft ? <Notice view={view}>{words('call.draft_says')}</Notice> : null}
          <Extensions view={view} moves={sheet.moves} />
          <Beside aside={<CallFacts view={view} sheet={sheet} />}>
            {draft ? null : <Counts view={view} sheet={sheet} />}
            <Card>
              <CriteriaTable view={view} criteria={sheet.criteria} quotas={sheet.quotas} questions={sheet.questions} drop={draft} />
              {sheet.criteria.length ? <Formula view={view} criteria={sheet.criteria} /> : null}
              {draft ? <Buttons><LinkButton kind="quiet" icon="plus" href={`${draft}/criteria/new`}>{words('criterion.add')}</LinkButton></Buttons> : null}
            </Card>
            <Card>
              <QuotaTable view={view} quotas={sheet.quotas} drop={draft} />
              {draft ? <Buttons><LinkButton kind="quiet" icon="plus" href={`${draft}/quotas/new`}>{words('quota.add')}</LinkButton></Buttons> : null}
            </Card>
            {draft && visit.may('incubation.publish-call') ? <Card title={words('call.publish')}><p>{words('call.publish_says')}</p><PostButton view={view} icon="bell" action={`${draft}/publish`}>{words('call.publish')}</PostButton></Card> : null}
          </Beside>
        </Stack>
      ),
    };
  },
});

/** From its results on a call has somebody to accompany. */
const selectedFrom: readonly CallState[] = ['results_published', 'appeals_closed', 'running'];

const Ways = ({ visit: { may }, visit, sheet: { call, standing } }: { visit: Visit<View>; sheet: CallSheet }): ReactNode => {
  const words = callWords(visit.view);
  const at = `/calls/${call.id}`;
  return (
    <>
      {call.state === 'draft' && may('incubation.change-call') ? <LinkButton kind="quiet" icon="edit" href={`${at}/change`}>{words('call.change')}</LinkButton> : null}
      {(standing === 'published' || standing === 'open') && may('incubation.extend-call') ? <LinkButton kind="quiet" icon="clock" href={`${at}/closing`}>{applicantWords(visit.view)('extend')}</LinkButton> : null}
      {standing === 'open' && may('incubation.begin-application') ? <LinkButton icon="plus" href={`${at}/apply`}>{words('application.begin')}</LinkButton> : null}
      {(standing === 'open' || standing === 'closed') && may('exchange.bring-file') ? <LinkButton kind="quiet" icon="plus" href={`/files/new?call=${call.code}`}>{registrationWords(visit.view)('bring_list')}</LinkButton> : null}
      {call.state === 'draft' ? null : <LinkButton kind="quiet" icon="list" href={`${at}/applications`}>{words('applications')}</LinkButton>}
      {callSides.filter(({ needs, from }) => may(needs) && from(standing)).map(({ side, label, icon }) => <LinkButton key={side} kind="quiet" icon={icon} href={`${at}/${side}`}>{label(visit.view)}</LinkButton>)}
      {selectedFrom.includes(standing) && may('incubation.open-cohort') ? <LinkButton icon="people" href={`/cohorts/new?call=${call.id}`}>{ventureWords(visit.view)('cohort.open')}</LinkButton> : null}
      {call.state === 'draft' ? null : <LinkButton kind="quiet" icon="globe" href={`/open-calls/${call.code}`}>{words('call.public')}</LinkButton>}
    </>
  );
};

const CallFacts = ({ view, sheet: { call, form, programme, timeZone } }: { view: View; sheet: CallSheet }): ReactNode => {
  const words = callWords(view);
  return (
    <Card title={words('call.what')}>
      <Facts view={view} facts={[
        { label: words('call.opens'), value: <AtTime view={view} value={call.opens_at} /> }, { label: words('call.closes'), value: <AtTime view={view} value={call.closes_at} /> },
        { label: words('call.age_day'), value: <CalendarDate view={view} value={call.closes_on} /> }, { label: words('call.clock'), value: <Ltr>{hoursFromGreenwich(view, timeZone, call.closes_at)}</Ltr> },
        { label: words('call.place'), value: <PlaceName view={view} code={call.territory_code} /> }, { label: words('call.applicants'), value: words(`call.applicants.${call.applicants}`) },
        { label: words('call.ages'), value: agesWords(view, call) }, { label: words('call.sexes'), value: call.sexes.length ? call.sexes.map((sex) => words(`sex.${sex}`)).join(' · ') : words('call.everyone') },
        { label: words('call.members_least'), value: <Num view={view} value={call.members_least} /> }, { label: words('call.places'), value: <Num view={view} value={call.places} /> },
        programme && { label: words('call.programme'), value: <Said view={view} value={programme.names} /> },
        { label: words('call.form'), value: form ? <a href={`/forms/${form.id}`}><Said view={view} value={form.names} /></a> : null },
        { label: words('call.papers'), value: call.papers.length ? <ul className="plain">{call.papers.map(({ code, names, required }) => <li key={code}><Said view={view} value={names} />{required ? <> · {applicantWords(view)('paper.required')}</> : null}</li>)}</ul> : words('call.no_papers') },
        { label: words('call.tie_break'), value: call.tie_break.map((way) => words(`tie.${way as TieBreak}`)).join(' · ') }, { label: words('call.appeal_days'), value: <Num view={view} value={call.appeal_days} /> },
        Object.keys(call.next_step).length > 0 && { label: words('call.next_step'), value: <Said view={view} value={call.next_step} /> },
      ]} />
    </Card>
  );
};

/** The clock of a place at a moment, in the reader's words: "UTC+1". */
const hoursFromGreenwich = ({ locale }: View, timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat(locale.tag, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;

/** The ages of a call in words. */
export const agesWords = (view: View, { age_lowest: lowest, age_highest: highest }: { age_lowest: number | null; age_highest: number | null }): string =>
  callWords(view)('call.ages_said', { kind: lowest === null ? (highest === null ? 'none' : 'to') : highest === null ? 'from' : 'both', lowest: lowest ?? 0, highest: highest ?? 0 });

const Counts = ({ view, sheet: { counts, call } }: { view: View; sheet: CallSheet }): ReactNode => {
  const words = callWords(view);
  if (counts.length === 0) return <Card title={words('applications')}><p className="soft">{words('applications.none')}</p></Card>;
  return (
    <Card title={words('applications')}>
      <Grid>
        {counts.map(({ state, count, persons }) => (
          <Figure key={state} label={words(`application.state.${state}`)} href={`/calls/${call.id}/applications?state=${state}`} note={persons === count ? undefined : words('application.persons', { count: persons })}><Num view={view} value={count} /></Figure>
        ))}
      </Grid>
    </Card>
  );
};
