import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, FreeText } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { HiddenField, TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { type PlanKind, planKinds, sectionsOf } from '../path/venture-codes.ts';
import { ventureWords } from '../venture-words.ts';
import { writePlan } from './plans.ts';
import { type Grown, venturePage } from './venture-head.tsx';

type Version = Grown['venture']['plans'][number];

const kindOf = ({ search, values }: Visit<View>): PlanKind => planKinds.find((kind) => kind === (values.kind ?? search.kind)) ?? 'canvas';

/** The canvas or the plan with all its versions; the newest is decided by a colleague, the form writes the next one. */
export const venturePlanPage = venturePage({
  side: 'plan',
  draw: (visit, sheet) => {
    const { view, may } = visit;
    const words = ventureWords(view);
    const kind = kindOf(visit);
    const versions = sheet.venture.plans.filter((plan) => plan.kind === kind);
    return {
      aside: <Card title={words('plan.which')}><ul className="found">{planKinds.map((one) => <li key={one}><a aria-current={one === kind ? 'page' : undefined} href={`/ventures/${sheet.venture.id}/plan?kind=${one}`}>{words(`plan.${one}`)}</a></li>)}</ul></Card>,
      body: (
        <>
          {versions.length === 0 ? <Notice view={view} kind="info">{words('plan.none')}</Notice> : null}
          {versions.map((version, index) => <PlanVersion key={version.id} visit={visit} sheet={sheet} version={version} newest={index === 0} />)}
          {sheet.works && may('incubation.write-plan') ? <NextVersion visit={visit} kind={kind} venture={sheet.venture.id} last={versions[0]} /> : null}
        </>
      ),
    };
  },
  action: writePlan,
});

const PlanVersion = ({ visit: { view, may }, sheet, version, newest }: { visit: Visit<View>; sheet: Grown; version: Version; newest: boolean }): ReactNode => {
  const words = ventureWords(view);
  const quiet = { view, values: {}, errors: {} };
  const text = sectionsOf(version.kind).filter((section) => version.sections[section]);
  const body = <dl>{text.map((section) => <div key={section}><dt><strong>{words(`section.${section}`)}</strong></dt><dd><FreeText text={version.sections[section]} /></dd></div>)}</dl>;
  return (
    <Card title={words('plan.version', { version: version.version })}>
      <p>
        {version.decision ? <Badge tone={version.decision === 'validated' ? 'olive' : 'clay'}>{words(`plan.is_${version.decision}`)}</Badge> : newest ? <Badge tone="saffron">{words('plan.waits')}</Badge> : null}{' '}
        <span className="soft"><Bdi>{version.writer}</Bdi> · <OnDate view={view} value={version.writtenAt} />{version.decider ? <> · {words('milestone.checked_by')} <Bdi>{version.decider}</Bdi></> : null}</span>
      </p>
      {version.words ? <Notice view={view} kind="warning"><Bdi>{version.words}</Bdi></Notice> : null}
      {newest ? body : <details><summary>{words('plan.read')}</summary>{body}</details>}
      {newest && !version.decision && sheet.works && may('incubation.decide-plan') ? (version.mine ? <p className="soft">{words('plan.not_own')}</p> : (
        <Form {...quiet} action={`/ventures/${sheet.venture.id}/plans/${version.id}`}>
          <SelectField {...quiet} required name="decision" label={words('plan.decide')} choices={(['validated', 'returned'] as const).map((value) => ({ value, label: words(`plan.${value}`) }))} />
          <TextArea {...quiet} name="words" label={words('plan.to_change')} rows={3} maxLength={1_000} />
          <Button icon="check">{words('keep')}</Button>
        </Form>
      )) : null}
    </Card>
  );
};

/** The form begins with what the last version said: she changes what changed. */
const NextVersion = ({ visit, kind, venture, last }: { visit: Visit<View>; kind: PlanKind; venture: string; last: Version | undefined }): ReactNode => {
  const { view, values, errors } = visit;
  const words = ventureWords(view);
  const f = { view, values: '_key' in values ? values : { sections: last?.sections ?? {} }, errors };
  return (
    <Card title={words(last ? 'plan.next' : 'plan.first')}>
      <Form {...f} action={`/ventures/${venture}/plan`}>
        <HiddenField name="kind" value={kind} /><HiddenField name="seen" value={last?.version ?? 0} />
        {sectionsOf(kind).map((section) => <TextArea key={section} {...f} name={`sections.${section}`} label={words(`section.${section}`)} rows={3} maxLength={4_000} />)}
        <Button icon="check">{words('plan.keep')}</Button>
      </Form>
    </Card>
  );
};
