import type { ReactNode } from 'react';
import type { Action } from '#core/action.ts';
import { definePage, type Page, type Visit } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { number } from '#core/words/format.ts';
import { nameFor } from '#core/words/named.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Figure, Stack } from '#ui/card.tsx';
import { Checkboxes, Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { HiddenField, TextArea, TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { cuts } from '../reading/cut.ts';
import { periodName } from '../show/names.ts';
import { evidenceWords } from '../words.ts';
import { countable, fieldCodes, fields, proofCodes, proofs } from './countable.ts';
import { counteds, keptUnits, reacheds, sources } from './definition.ts';
import { indicatorSheet } from './indicator-list.query.ts';
import { tryDefinition } from './kept-figure.query.ts';
import { LeftOut } from './kept-shown.tsx';
import { keptWords } from './kept-words.ts';
import { changeIndicator, openIndicator } from './open-indicator.ts';

/** The parts of the form that say what counts: they stand in the address, so that one sees what they count before anything is kept. */
const chosenParts = ['source', 'unit', 'counted', 'events', 'proofs', ...fieldCodes] as const;
type Chosen = Readonly<Record<string, readonly string[]>>;

const chosenIn = (search: string): Chosen => {
  const given = new URLSearchParams(search);
  return Object.fromEntries(chosenParts.map((part) => [part, given.getAll(part)]));
};

interface Composer {
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: the two actions differ in their input.
  readonly action: Action<any, any>;
  readonly title: 'new' | 'change';
  readonly back: (visit: Visit) => string;
  /** What stands in the form at first: what it counts now, and its words. */
  readonly first: (visit: Visit<View>) => Promise<{ chosen: Chosen; values: Readonly<Record<string, unknown>> }>;
  readonly own: (f: FormState) => ReactNode;
}

/** A page that composes an indicator without code: first what counts, and at once how much it counts and leaves out; then its words. */
const composer = ({ path, action, title, back, first, own }: Composer): Page =>
  definePage<View>({
    path,
    audience: 'staff',
    needs: action.fullName,
    show: async (visit) => {
      const { view, errors } = visit;
      const words = keptWords(view);
      const { chosen: before, values } = await first(visit);
      const chosen = view.search === '' ? before : chosenIn(view.search);
      const f = { view, values: Object.keys(visit.values).length ? visit.values : values, errors };
      const ofEvents = chosen.source?.[0] !== 'stated' && chosen.source?.[0] !== 'context';
      const complete = (chosen.unit?.length ?? 0) > 0 && (!ofEvents || (chosen.events?.length ?? 0) > 0);
      return {
        title: words(title),
        body: (
          <Stack>
            <PageTitle lede={words('compose.lede')} back={{ href: back(visit), label: words('indicators') }}>
              {words(title)}
            </PageTitle>
            <Card title={words('compose.what')}>
              <WhatCounts view={view} chosen={chosen} errors={errors} ofEvents={ofEvents} />
            </Card>
            {complete && ofEvents && visit.may('evidence.try-definition') ? await tried(visit, chosen) : null}
            {complete ? (
              <Card title={words('compose.words')}>
                <Form {...f}>
                  {chosenParts.flatMap((part) =>
                    (chosen[part] ?? []).map((value) => <HiddenField key={`${part} ${value}`} name={part} value={value} />),
                  )}
                  {chosen.source?.length ? null : <HiddenField name="source" value="events" />}
                  {chosen.counted?.length ? null : <HiddenField name="counted" value="once" />}
                  {own(f)}
                  <MultilingualField {...f} name="names" label={words('name')} required />
                  <MultilingualField {...f} name="about" label={words('about')} help={words('about.help')} rows={2} />
                  <Radios
                    {...f}
                    name="reach"
                    label={words('reach')}
                    required
                    choices={reacheds.map((value) => ({ value, label: words(`reach.${value}`) }))}
                  />
                  {ofEvents ? (
                    <Checkboxes
                      {...f}
                      name="cuts"
                      label={words('cuts')}
                      choices={cuts.map((value) => ({ value, label: evidenceWords(view)(`cut.${value}`) }))}
                    />
                  ) : null}
                  <TextField {...f} name="said_by" label={words('said_by')} help={words('said_by.help')} required />
                  <TextField {...f} name="quoted" label={words('quoted')} help={words('quoted.help')} />
                  <DateField {...f} name="since" label={words('since')} required />
                  <DateField {...f} name="until" label={words('until')} />
                  <Buttons>
                    <Button icon="check">{words(title)}</Button>
                  </Buttons>
                </Form>
              </Card>
            ) : null}
          </Stack>
        ),
      };
    },
    post: { action, input: ({ params }) => params, leadsTo: ({ indicator }) => `/indicators/${indicator}` },
  });

const WhatCounts = ({
  view,
  chosen,
  errors,
  ofEvents,
}: {
  view: View;
  chosen: Chosen;
  errors: FormState['errors'];
  ofEvents: boolean;
}): ReactNode => {
  const words = keptWords(view);
  const name = (named: Parameters<typeof nameFor>[0]) => nameFor(named, view.locale);
  const values = {
    ...chosen,
    source: chosen.source?.[0] ?? 'events',
    unit: chosen.unit?.[0] ?? '',
    counted: chosen.counted?.[0] ?? 'once',
  };
  const f = { view, values, errors, unmarked: true };
  const events = (chosen.events ?? []).flatMap((code) => countable[code] ?? []);
  const offered = fieldCodes.filter((code) => events.length > 0 && events.every((event) => event.fields.includes(code)));
  const asked = proofCodes.filter((code) => events.length > 0 && events.every((event) => event.proofs.includes(code)));
  return (
    <form method="get" action={view.path} role="search" className="form" aria-label={words('compose.what')} noValidate>
      <SelectField
        {...f}
        name="source"
        label={words('source')}
        choices={sources.map((value) => ({ value, label: words(`source.${value}`) }))}
      />
      <SelectField
        {...f}
        name="unit"
        label={words('unit')}
        choices={keptUnits.map((value) => ({ value, label: words(`unit.${value}`) }))}
      />
      {ofEvents ? (
        <>
          <SelectField
            {...f}
            name="counted"
            label={words('counted')}
            choices={counteds.map((value) => ({ value, label: words(`counted.${value}`) }))}
          />
          <Checkboxes
            {...f}
            name="events"
            label={words('events')}
            choices={Object.entries(countable).map(([value, { names }]) => ({ value, label: name(names) }))}
          />
          {offered.map((code) => (
            <Checkboxes
              key={code}
              {...f}
              name={code}
              label={name(fields[code].names)}
              help={words('all_if_none')}
              choices={Object.entries(fields[code].values).map(([value, named]) => ({ value, label: name(named) }))}
            />
          ))}
          {asked.length ? (
            <Checkboxes
              {...f}
              name="proofs"
              label={words('proofs')}
              choices={asked.map((value) => ({ value, label: name(proofs[value].names) }))}
            />
          ) : null}
        </>
      ) : null}
      <Buttons>
        <Button kind="quiet" icon="search">
          {words('compose.try')}
        </Button>
      </Buttons>
    </form>
  );
};

/** What it would count at the hub, at once. */
async function tried(visit: Visit<View>, chosen: Chosen): Promise<ReactNode> {
  const { view } = visit;
  const words = keptWords(view);
  const { source: _source, ...definition } = chosen;
  const { period, wrong, count } = await visit.ask(tryDefinition, {
    ...definition,
    unit: chosen.unit?.[0],
    counted: chosen.counted?.[0] ?? 'once',
  });
  if (!count)
    return (
      <Notice view={view} kind="warning">
        {words(`wrong.${wrong === 'events' || wrong === 'counted' || wrong === 'currency' || wrong === 'proofs' ? wrong : 'condition'}`)}
      </Notice>
    );
  return (
    <Card title={words('compose.counts')}>
      <Figure label={<Bdi>{periodName(view, period)}</Bdi>} note={words('compose.events', { count: count.all.events })}>
        {number(count.all.value, view.locale)}
      </Figure>
      <LeftOut view={view} leftOut={count.leftOut} />
    </Card>
  );
}

const today = ({ view }: Visit<View>): string => clockIn(view.locale.timeZone, houseTime()).date;

/** A new indicator. */
export const newIndicatorPage = composer({
  path: '/indicators/new',
  action: openIndicator,
  title: 'new',
  back: () => '/indicators',
  first: async (visit) => ({ chosen: {}, values: { since: today(visit), reach: 'direct' } }),
  own: (f) => <TextField {...f} name="code" label={keptWords(f.view)('code')} help={keptWords(f.view)('code.help')} required ltr />,
});

/** The next version of one that is there. */
export const changeIndicatorPage = composer({
  path: '/indicators/:indicator/change',
  action: changeIndicator,
  title: 'change',
  back: ({ params }) => `/indicators/${params.indicator}`,
  first: async (visit) => {
    const { now } = await visit.ask(indicatorSheet, { indicator: visit.params.indicator });
    return {
      chosen: {
        source: [now.source],
        unit: [now.unit],
        counted: [now.counted],
        events: now.events,
        proofs: now.proofs,
        ...(now.conditions as Chosen),
      },
      values: {
        names: now.names,
        about: now.about,
        reach: now.reach,
        cuts: now.cuts,
        said_by: now.saidBy,
        quoted: now.quoted,
        since: today(visit),
      },
    };
  },
  own: (f) => <TextArea {...f} name="reason" label={keptWords(f.view)('why_changed')} required rows={2} />,
});
