import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { rankedStates, steps } from '#modules/incubation/public.ts';
import { territoryLine } from '#modules/network/public.ts';
import { Num } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { BarChart } from '#ui/chart.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { callFunnel } from './call-funnel.query.ts';
import { callStepWords } from './call-words.ts';
import type { MaybeShown } from './kept-steps.ts';

type Funnel = Awaited<ReturnType<typeof callFunnel.spec.run>>;

/** What a place is called; unknown ones say so. */
export const placeText = (view: View, code: string): string => {
  const place = territoryLine(code)[0];
  return place ? nameFor(place.names, view.locale) : callStepWords(view)('place_unknown');
};

/** A number, that it is at least so much, or that it is kept back. */
export const Kept = ({ view, value, exact }: { view: View; value: MaybeShown | undefined; exact: boolean }) => {
  const words = callStepWords(view);
  if (value === null) return <span className="soft">{words('kept')}</span>;
  return exact ? <Num view={view} value={value ?? 0} /> : <span>{words('at_least', { count: value ?? 0 })}</span>;
};

/** The road of one call drawn step by step, with its places and what was promised to each. */
export const funnelPage = definePage<View>({
  path: '/calls/:call/funnel',
  audience: 'staff',
  needs: 'evidence.call-funnel',
  show: async (visit) => {
    const { view, params } = visit;
    const words = callStepWords(view);
    const funnel = await visit.ask(callFunnel, { call: params.call });
    const { call, exact } = funnel;
    const at = (step: string) => funnel.steps.find((one) => one.step === step);
    return {
      title: words('funnel'),
      body: (
        <Stack>
          <PageTitle lede={words(exact ? 'lede_exact' : 'lede_kept')} back={{ href: exact ? `/calls/${call.id}` : '/region/calls', label: <Bdi>{inLanguage(call.names, view.locale.lang).text}</Bdi> }}
            actions={rankedStates.has(call.state) && visit.may('incubation.ranking-by-number') ? <LinkButton kind="quiet" icon="chart" href={`/region/calls/${call.id}/ranking`}>{words('ranking')}</LinkButton> : null}>{words('funnel')}</PageTitle>
          <Card>
            <BarChart view={view} title={words('drawn')} bars={steps.flatMap((step) => {
              const persons = at(step)?.persons ?? (at(step) ? null : 0);
              return persons === null ? [] : [{ key: step, label: words(`step.${step}`), value: persons, ...(step === 'selected' ? { target: call.places } : {}) }];
            })} />
            <Table view={view} caption={words('women_apart')} rows={steps.map((step) => ({ step, of: at(step) }))} rowKey={({ step }) => step} columns={[
              { key: 'step', label: words('step'), cell: ({ step }) => words(`step.${step}`) },
              { key: 'persons', label: words('persons'), numeric: true, cell: ({ of }) => <Kept view={view} exact={exact} value={of ? of.persons : 0} /> },
              { key: 'women', label: words('women'), numeric: true, cell: ({ of }) => <Kept view={view} exact={exact} value={of ? of.women : 0} /> },
            ]} />
          </Card>
          <Places view={view} funnel={funnel} />
        </Stack>
      ),
    };
  },
});

/** Which place registered and was selected how often, beside what the call promised it. */
const Places = ({ view, funnel: { call, places, exact } }: { view: View; funnel: Funnel }) => {
  const words = callStepWords(view);
  const promised = call.quotas.filter(({ dimension }) => dimension === 'territory');
  const codes = [...new Set([...promised.map(({ value }) => value), ...places.map(({ place }) => place)])];
  const at = (place: string, step: string): MaybeShown => { const one = places.find((each) => each.place === place && each.step === step); return one ? one.persons : exact ? 0 : null; };
  const selected = codes.flatMap((place) => {
    const value = at(place, 'selected');
    const quota = promised.find((each) => each.value === place);
    return value === null ? [] : [{ key: place, label: placeText(view, place), value, ...(quota ? { target: quota.places } : {}) }];
  });
  return (
    <Card title={words('by_place')}>
      {promised.length ? <BarChart view={view} title={words('quotas_drawn')} bars={selected} /> : null}
      <Table view={view} caption={words('by_place')} rows={codes} rowKey={(place) => place} empty={<EmptyState title={words('nobody_yet')} />} columns={[
        { key: 'place', label: words('place'), cell: (place) => <Bdi>{placeText(view, place)}</Bdi> },
        ...steps.slice(0, 5).map((step) => ({ key: step, label: words(`step.${step}`), numeric: true, cell: (place: string) => <Kept view={view} exact={exact} value={at(place, step)} /> })),
        { key: 'quota', label: words('promised'), cell: (place) => promised.filter(({ value }) => value === place).map(({ rule, places: many }) => <span key={rule}>{words(`rule.${rule as 'at_least'}`, { places: many })} </span>) },
      ]} />
    </Card>
  );
};
