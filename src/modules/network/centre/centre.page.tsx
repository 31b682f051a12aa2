import { definePage, type Visit } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { nameFor } from '#core/words/named.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes, Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Steps } from '#ui/steps.tsx';
import type { View } from '#ui/view.ts';
import { formAt } from '../form-at.ts';
import { hubDoors } from '../hub/hub-doors.query.ts';
import { Names, nameIn, PlaceName, rowChoices } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { assessCentre, checkCentre } from './assess-centre.ts';
import { type CentreKind, centreKindNames, conditions } from './centre-kind.ts';
import { centreSheet } from './centre-list.query.ts';
import { standardOf } from './service-standard.ts';
import { openCentreDesk, upgradeCentre } from './upgrade-centre.ts';
import { finishWorks, planWorks, startWorks } from './works.ts';

type Sheet = Awaited<ReturnType<(typeof centreSheet)['spec']['run']>>;
interface Part { readonly visit: Visit<View>; readonly centre: Sheet; readonly today: string }

/** One centre: where it is on the road from existing to upgraded, its checklist, its works, its desk. */
export const centrePage = definePage<View>({
  path: '/centres/:centre',
  audience: 'staff',
  needs: 'network.centre-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = networkWords(view);
    const centre = await visit.ask(centreSheet, { centre: params.centre! });
    const hubs = await visit.ask(hubDoors, {});
    const part = { visit, centre, today: clockIn(visit.view.locale.timeZone, houseTime()).date };
    const linking = formAt(visit, `/centres/${centre.id}/desk`);
    const desk = hubs.find(({ id }) => id === centre.desk);
    return {
      title: nameIn(view, centre.names),
      body: (
        <Stack>
          <PageTitle lede={nameFor(centreKindNames[centre.kind as CentreKind], view.locale)} back={{ href: '/centres', label: words('centre.title') }}><Names view={view} of={centre.names} /></PageTitle>
          {visit.errors[''] ? <Notice view={view} kind="warning">{visit.errors['']}</Notice> : null}
          <Road {...part} />
          <Card>
            <Facts view={view} facts={[
              { label: words('hub.place'), value: <PlaceName view={view} code={centre.territory} /> },
              { label: words('hub.address'), value: nameIn(view, centre.address) ? <Names view={view} of={centre.address} /> : null },
              { label: words('centre.condition'), value: <>{words(`condition.${centre.condition}`)} · <CalendarDate view={view} value={centre.conditionOn} /></> },
              { label: words('centre.desk'), value: desk ? <Names view={view} of={desk.names} /> : words('centre.no_desk') },
            ]} />
            {centre.mine ? <Assess {...part} /> : null}
          </Card>
          <Checklist {...part} />
          <Works {...part} />
          {centre.mine && centre.state !== 'upgraded' ? <Upgrade {...part} /> : null}
          {centre.state === 'upgraded' && !centre.desk && visit.may('network.open-centre-desk') ? (
            <Card title={words('centre.open_desk')}>
              <Form {...linking} action={`/centres/${centre.id}/desk`}>
                <SelectField {...linking} name="hub" label={words('centre.which_hub')} required choices={rowChoices(view, hubs)} />
                <Buttons><Button icon="desk">{words('centre.open_desk')}</Button></Buttons>
              </Form>
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
});

const order = ['existing', 'works', 'upgraded'] as const;

const Road = ({ visit: { view }, centre }: Part) => {
  const words = networkWords(view);
  const at = order.indexOf(centre.state);
  return (
    <Steps view={view} label={words('centre.road')} steps={[
      ...order.map((state, i) => ({ key: state, label: words(`centre.state.${state}`), state: i < at || (i === at && state === 'upgraded') ? ('done' as const) : i === at ? ('current' as const) : ('next' as const) })),
      { key: 'desk', label: words('centre.desk'), state: centre.desk ? 'done' : 'next', icon: 'desk' },
    ]} />
  );
};

const Assess = ({ visit, centre, today }: Part) => {
  const { view } = visit;
  const words = networkWords(view);
  const f = formAt(visit, `/centres/${centre.id}/condition`, { condition: centre.condition, on: today });
  return (
    <details>
      <summary>{words('centre.assess')}</summary>
      <Form {...f} action={`/centres/${centre.id}/condition`}>
        <Radios {...f} name="condition" label={words('centre.condition')} required choices={conditions.map((value) => ({ value, label: words(`condition.${value}`) }))} />
        <DateField {...f} name="on" label={words('centre.seen_on')} required />
        <Buttons><Button kind="quiet" icon="eye">{words('save')}</Button></Buttons>
      </Form>
    </details>
  );
};

const Checklist = ({ visit, centre, today }: Part) => {
  const { view } = visit;
  const words = networkWords(view);
  const { items, version } = standardOf(centre.standard);
  const met = centre.checks.filter((check) => check.met).map(({ item }) => item);
  const f = formAt(visit, `/centres/${centre.id}/checklist`, { met, on: today });
  const title = `${words('centre.checklist')} (${version})`;
  if (!centre.mine || centre.state === 'upgraded') {
    return (
      <Card title={title}>
        <p>{words('centre.met', { met: met.length, of: items.length })}</p>
        <ul>{items.map(({ code, name }) => <li key={code}>{met.includes(code) ? words('centre.item_met') : words('centre.item_missing')} {nameFor(name, view.locale)}</li>)}</ul>
      </Card>
    );
  }
  return (
    <Card title={title}>
      <p>{words('centre.met', { met: met.length, of: items.length })}</p>
      <Form {...f} action={`/centres/${centre.id}/checklist`}>
        <Checkboxes {...f} name="met" label={words('centre.tick')} required choices={items.map(({ code, name }) => ({ value: code, label: nameFor(name, view.locale) }))} />
        <DateField {...f} name="on" label={words('centre.seen_on')} required />
        <Buttons><Button kind="quiet" icon="check">{words('save')}</Button></Buttons>
      </Form>
    </Card>
  );
};

const Works = ({ visit, centre, today }: Part) => {
  const { view } = visit;
  const words = networkWords(view);
  const f = formAt(visit, `/centres/${centre.id}/works`, { planned_on: today });
  const next = { planned: ['start', 'works.start'], started: ['finish', 'works.finish'], done: null } as const;
  return (
    <Card title={words('works.title')}>
      {centre.works.length === 0 ? <p className="soft">{words('works.none')}</p> : null}
      <ul>
        {centre.works.map((work) => {
          const step = next[work.state];
          return (
            <li key={work.id}>
              <Names view={view} of={work.titles} /> · {words(`works.state.${work.state}`)} <CalendarDate view={view} value={work.doneOn ?? work.startedOn ?? work.plannedOn} />{' '}
              {step && centre.mine ? <PostButton view={view} kind="quiet" action={`/centres/${centre.id}/works/${work.id}/${step[0]}`} values={{ on: today }}>{words(step[1])}</PostButton> : null}
            </li>
          );
        })}
      </ul>
      {centre.mine && centre.state !== 'upgraded' ? (
        <Form {...f} action={`/centres/${centre.id}/works`}>
          <MultilingualField {...f} name="titles" label={words('works.what')} required />
          <DateField {...f} name="planned_on" label={words('works.planned_on')} required />
          <Buttons><Button kind="quiet" icon="tools">{words('works.plan')}</Button></Buttons>
        </Form>
      ) : null}
    </Card>
  );
};

const Upgrade = ({ visit: { view }, centre, today }: Part) => {
  const words = networkWords(view);
  return (
    <Card title={words('centre.upgrade')}>
      <p>{words('centre.upgrade_says')}</p>
      <PostButton view={view} icon="check" action={`/centres/${centre.id}/upgrade`} values={{ on: today }}>{words('centre.upgrade')}</PostButton>
    </Card>
  );
};

const back = (_result: unknown, visit: Visit): string => `/centres/${visit.params.centre}`;
const of = (visit: Visit) => ({ centre: visit.params.centre });
const ofWorks = (visit: Visit) => ({ centre: visit.params.centre, works: visit.params.works });
const post = (path: string, needs: string, action: NonNullable<Parameters<typeof definePage<View>>[0]['post']>['action'], input = of) =>
  definePage<View>({ path: `/centres/:centre/${path}`, audience: 'staff', needs: `network.${needs}`, post: { action, input, leadsTo: back, again: centrePage } });

/** Posts of a centre's page. */
export const centrePosts = [
  post('condition', 'assess-centre', assessCentre),
  post('checklist', 'check-centre', checkCentre),
  post('works', 'plan-works', planWorks),
  post('works/:works/start', 'start-works', startWorks, ofWorks),
  post('works/:works/finish', 'finish-works', finishWorks, ofWorks),
  post('upgrade', 'upgrade-centre', upgradeCentre),
  post('desk', 'open-centre-desk', openCentreDesk),
];
