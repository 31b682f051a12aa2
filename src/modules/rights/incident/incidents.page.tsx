import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import { definePage, type Visit } from '#core/page.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes, Radios } from '#ui/choice.tsx';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { incidentData, incidentKinds, incidentRisks } from '../codes.ts';
import { rightsWords } from '../words.ts';
import { incidents } from './incidents.query.ts';
import { followIncident, recordIncident } from './record-incident.ts';

type Incident = Awaited<ReturnType<(typeof incidents)['spec']['run']>>['incidents'][number];

/** The register of incidents for whoever answers for the data: what happened, how long is left, what was done. */
export const incidentsPage = definePage<View>({
  path: '/incidents',
  audience: 'staff',
  needs: 'rights.incidents',
  menu: { label: (reader) => rightsWords(reader)('incidents.title'), order: 79, group: 'care', icon: 'warning' },
  show: async (visit) => {
    const { view } = visit;
    const words = rightsWords(view);
    const { incidents: rows } = await visit.ask(incidents, {});
    return {
      title: words('incidents.title'),
      body: (
        <Stack>
          <PageTitle lede={words('incidents.lede')}>{words('incidents.title')}</PageTitle>
          {visit.may('rights.record-incident') ? <p><a href="/incidents/new">{words('incidents.record')}</a></p> : null}
          {rows.length === 0 ? <p className="soft">{words('incidents.none')}</p> : rows.map((each) => <One key={each.id} visit={visit} of={each} />)}
        </Stack>
      ),
    };
  },
});

const One = ({ visit, of }: { visit: Visit<View>; of: Incident }): ReactNode => {
  const { view } = visit;
  const words = rightsWords(view);
  const follow = `/incidents/${of.id}/follow`;
  const f = { view, values: view.path === follow ? visit.values : {}, errors: view.path === follow ? visit.errors : {} };
  const name = of.hub && inLanguage(of.hub, view.locale.lang);
  const steps = ([['authority', of.toldAuthorityAt], ['people', of.toldPeopleAt], ['closed', of.closedAt]] as const);
  return (
    <Card title={words(`incident.${of.kind}`)}>
      <p>
        {name ? <><Bdi lang={name.lang}>{name.text}</Bdi> · </> : null}<AtTime view={view} value={of.knownAt} /> · {of.data.map((each) => words(`data.${each}`)).join(' · ')} · <Num view={view} value={of.persons} /> ·{' '}
        {words('told', { label: words('incidents.risk') })} {words(`risk.${of.risk}`)}
      </p>
      <p>
        {of.toldAuthorityAt || of.closedAt ? null : of.hoursLeft < 0
          ? <Badge tone="rose" icon="clock">{words('incidents.late')}</Badge>
          : <Badge tone="saffron" icon="clock">{words('incidents.left', { hours: of.hoursLeft })}</Badge>}{' '}
        {steps.map(([step, at]) => (at ? <span key={step}>{words('told', { label: words(`step.${step}`) })} <AtTime view={view} value={at} /> · </span> : null))}
        <a href={`/incidents/${of.id}/letter`}>{words('incidents.letter')}</a>
      </p>
      {of.closedAt ? null : (
        <Form {...f} action={follow}>
          <Radios {...f} required name="step" label={words('incidents.step')} choices={steps.filter(([, at]) => !at).map(([value]) => ({ value, label: words(`step.${value}`) }))} />
          <Buttons><Button kind="quiet" icon="check">{words('incidents.save')}</Button></Buttons>
        </Form>
      )}
    </Card>
  );
};

/** Notes what was done about one. */
export const followIncidentPage = definePage<View>({
  path: '/incidents/:incident/follow',
  audience: 'staff',
  needs: 'rights.follow-incident',
  post: { action: followIncident, input: ({ params }) => ({ incident: params.incident }), leadsTo: () => '/incidents', again: incidentsPage },
});

/** Where anybody of the staff writes down at once that something went wrong. */
export const recordIncidentPage = definePage<View>({
  path: '/incidents/new',
  audience: 'staff',
  needs: 'rights.record-incident',
  menu: { label: (reader) => rightsWords(reader)('incidents.menu'), order: 94, group: 'care', icon: 'warning' },
  show: (visit) => {
    const { view, values, errors } = visit;
    const words = rightsWords(view);
    const f = { view, values, errors };
    return {
      title: words('incidents.record'),
      body: (
        <Stack>
          <PageTitle lede={words('incidents.lede')} {...(visit.may('rights.incidents') ? { back: { href: '/incidents', label: words('incidents.title') } } : {})}>{words('incidents.record')}</PageTitle>
          {visit.search.done ? <Notice view={view} kind="success">{words('incidents.saved')}</Notice> : null}
          <Form {...f}>
            <Radios {...f} required name="kind" label={words('incidents.kind')} choices={incidentKinds.map((value) => ({ value, label: words(`incident.${value}`) }))} />
            <Checkboxes {...f} required name="data" label={words('incidents.data')} choices={incidentData.map((value) => ({ value, label: words(`data.${value}`) }))} />
            <NumberField {...f} required name="persons" label={words('incidents.persons')} min={0} max={10_000_000} />
            <NumberField {...f} name="hours_ago" label={words('incidents.hours_ago')} unit={words('incidents.hours')} min={0} max={720} />
            <Radios {...f} required name="risk" label={words('incidents.risk')} choices={incidentRisks.map((value) => ({ value, label: words(`risk.${value}`) }))} />
            <Buttons><Button icon="check">{words('incidents.save')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: recordIncident, leadsTo: (_, visit) => (visit.may('rights.incidents') ? '/incidents' : '/incidents/new?done=1') },
});
