import { definePage } from '#core/page.ts';
import { inLanguage } from '#core/input.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { localeOf } from '#core/words/locale.ts';
import { defaultTerms, hubDoor } from '#modules/network/public.ts';
import { AtTime, CalendarDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Icon } from '#ui/icon.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import { Steps } from '#ui/steps.tsx';
import type { View } from '#ui/view.ts';
import { caseSheet } from '../case-sheet/case-sheet.query.ts';
import type { StepDoer } from '../codes.ts';
import { caseWords } from '../words.ts';
import { stationsOf } from './stations.ts';

const printed = ['ar', 'fr', 'en'] as const;
const hands: Readonly<Record<StepDoer, IconName>> = { she: 'person', worker: 'together', partner: 'network' };

/**
 * Her plan on paper, in her language: the path, each goal with its steps, who does each and until when, with pictures; and when we meet
 * next. It may be found by others: no name, no phone, nothing from notes stands on it.
 */
export const planPrintPage = definePage<View>({
  path: '/cases/:case/print',
  audience: 'print',
  needs: 'accompaniment.case-sheet',
  show: async (visit) => {
    const { view: reader, search } = visit;
    const sheet = await visit.ask(caseSheet, { case: visit.params.case! });
    const spoken = sheet.card?.languages.map((lang) => lang.slice(0, 2)).find((lang) => printed.includes(lang as 'ar'));
    const wanted = printed.find((lang) => lang === search.in) ?? (spoken as 'ar' | undefined) ?? reader.locale.lang;
    const locale = localeOf(wanted, reader.locale.country, reader.locale.timeZone);
    // The hub's own words are known in the colleague's language only; on a sheet in another one stand those of the country.
    const terms = wanted === reader.locale.lang ? reader.terms : defaultTerms(wanted, locale.country);
    const hubName = inLanguage((await visit.ask(hubDoor, { hub: visit.actor.hub! })).names, wanted).text;
    const view: View = { ...reader, locale, terms, hubName, ...(reader.actor ? { actor: { ...reader.actor, hubName } } : {}) };
    const words = caseWords(view);
    const meeting = sheet.sessions.filter(({ state, plannedAt }) => state === 'planned' && clockIn(locale.timeZone, plannedAt).date >= sheet.today).at(-1);
    const goals = sheet.goals.filter(({ state }) => state !== 'left');
    return {
      title: words('print.title'),
      back: { href: `/cases/${sheet.id}/plan`, label: caseWords(reader)('plan.back') },
      reader: view,
      body: (
        <>
          <Steps view={view} label={words('path.title')} steps={stationsOf(sheet).map(({ code, icon, state }) => ({ key: code, icon, state, label: words(`station.${code}`) }))} />
          {sheet.planVersion > 0 && sheet.approvedVersion === sheet.planVersion ? null : <p className="soft">{words('print.draft')}</p>}
          {goals.map((goal, index) => (
            <section key={goal.id}>
              <h2><Bdi>{index + 1}</Bdi>. <Icon name={goal.state === 'reached' ? 'check' : 'seedling'} /> <Bdi>{goal.words}</Bdi></h2>
              <ul>
                {goal.steps.map((step) => (
                  <li key={step.id}>
                    <Icon name={step.doneAt ? 'check' : hands[step.who]} /> <Bdi>{step.words}</Bdi> — {words(`print.${step.who}`)}
                    {step.partnerNames ? <> <Bdi>{inLanguage(step.partnerNames, view.locale.lang).text}</Bdi></> : null}
                    {step.dueOn && !step.doneAt ? <> · <Icon name="calendar" /> <CalendarDate view={view} value={step.dueOn} /></> : null}
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {goals.length === 0 ? <p>{words('plan.none')}</p> : null}
          {meeting ? <p className="next-step"><Icon name="calendar" /> {words('print.meeting')} <strong><AtTime view={view} value={meeting.plannedAt} /></strong> · {words(`place.${meeting.place}`)}</p> : null}
          <p><Icon name="info" /> {words('print.yours')}</p>
        </>
      ),
    };
  },
});
