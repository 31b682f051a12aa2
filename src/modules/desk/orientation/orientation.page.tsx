import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { codeName, findServiceType, serviceTypes } from '#modules/directory/public.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { Checkbox, SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { HiddenField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { orientationWords } from '../orientation-words.ts';
import { placeName } from './change-words.ts';
import { DecidedCard } from './decided-card.tsx';
import { OptionCard } from './option-card.tsx';
import { orientClient } from './orient-client.ts';
import { orientationOptions } from './orientation-options.query.ts';
import { deskCauses, recordUnmetNeed } from './record-unmet-need.ts';

type Options = Awaited<ReturnType<(typeof orientationOptions)['spec']['run']>>;

/** More than this is not read at a counter; the rest stays one click away. */
const mostAtOnce = 12;

/** The services for the client of a visit, ranked with every reason, and the choice she makes. */
export const orientationPage = definePage<View>({
  path: '/desk/tickets/:ticket/orientation',
  audience: 'staff',
  needs: 'desk.orientation-options',
  show: async (visit) => {
    const { view, params, search } = visit;
    const words = orientationWords(view);
    const options = await visit.ask(orientationOptions, { ticket: params.ticket! });
    const title = words('orientation.title');
    return {
      title,
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('orientation.lede')} back={{ href: `/desk/tickets/${params.ticket}`, label: words('back.visit') }}>{title}</PageTitle>
          {search.unmet ? <Notice view={view} kind="success">{words('unmet.done')}</Notice> : null}
          {options.client ? <Weighed visit={visit} options={options} /> : <EmptyState title={words('orientation.no_client')}>{words('orientation.no_client_help')}</EmptyState>}
        </Stack>
      ),
    };
  },
  post: {
    action: orientClient,
    input: ({ params }) => ({ ticket: params.ticket }),
    leadsTo: (_, { params }) => `/desk/tickets/${params.ticket}/slip`,
  },
});

/** Counts a need that nothing answers; the orientation is shown again when it cannot. */
export const unmetNeedPost = definePage<View>({
  path: '/desk/tickets/:ticket/unmet',
  audience: 'staff',
  needs: 'desk.record-unmet-need',
  post: {
    action: recordUnmetNeed,
    input: ({ params }) => ({ ticket: params.ticket }),
    leadsTo: (_, { params }) => `/desk/tickets/${params.ticket}/orientation?unmet=1`,
    again: orientationPage,
  },
});

const Weighed = ({ visit, options }: { visit: Visit<View>; options: Options }): ReactNode => {
  const { view, params } = visit;
  const words = orientationWords(view);
  const unmetPosted = 'cause' in visit.values;
  const form = { view, values: visit.values, errors: unmetPosted ? {} : visit.errors };
  const card = (match: Options['matches'][number]) => (
    <OptionCard key={match.service.id} {...form} match={match} provider={options.providers.get(match.service.organization) ?? null} />
  );
  const open = options.matches.filter(({ standing }) => standing !== 'no');
  const refused = options.matches.filter(({ standing }) => standing === 'no');
  const hasReason = Object.keys(form.errors).some((name) => name.startsWith('reason.'));
  return (
    <Beside aside={<><KnownCard view={view} client={options.client!} /><DecidedCard view={view} options={options} ticket={params.ticket!} /></>}>
      <Notice view={view} title={words('orientation.order_title')}>{words('orientation.order')}</Notice>
      {options.matches.length === 0 ? <EmptyState title={words('orientation.empty')} action={<LinkButton href="/services">{words('orientation.services')}</LinkButton>} /> : null}
      <Form {...form} action={`/desk/tickets/${params.ticket}/orientation`}>
        {open.slice(0, mostAtOnce).map(card)}
        {open.length > mostAtOnce ? <details><summary>{words('orientation.more', { count: open.length - mostAtOnce })}</summary><Stack>{open.slice(mostAtOnce).map(card)}</Stack></details> : null}
        {refused.length ? (
          <details open={hasReason}>
            <summary>{words('orientation.refused', { count: refused.length })}</summary>
            <Stack>{refused.map(card)}</Stack>
          </details>
        ) : null}
        {options.matches.some(({ service }) => service.mayLose.length) ? (
          <Checkbox {...form} name="losses_told" value="yes" label={words('orientation.losses_told')} />
        ) : null}
        <HiddenField name="revision" value={options.made?.revision ?? 0} />
        <Buttons><Button icon="check">{words('orientation.keep')}</Button></Buttons>
      </Form>
      <Unmet visit={visit} posted={unmetPosted} />
    </Beside>
  );
};

/** What the weighing rests on, so that a wrong fact is seen before a wrong service is named. */
const KnownCard = ({ view, client }: { view: View; client: NonNullable<Options['client']> }): ReactNode => {
  const words = orientationWords(view);
  const { facts, need } = client;
  const named = (code: string | null) => (code && code !== 'none' ? <Bdi>{codeName(view, code)}</Bdi> : null);
  return (
    <Card title={words('known.title')}>
      <Facts
        view={view}
        facts={[
          { label: words('known.needs'), value: need.wants.length ? <Bdi>{need.wants.map((type) => nameFor(findServiceType(type)!.names, view.locale)).join(' · ')}</Bdi> : null },
          { label: words('known.stage'), value: named(facts.stage) },
          { label: words('known.legal_form'), value: named(facts.legalForm) },
          facts.kind === 'person' && { label: words('known.age'), value: facts.ages.length ? words('known.years', { age: facts.ages[0] }) : null },
          { label: words('known.place'), value: facts.territory[0] ? <Bdi>{placeName(view, facts.territory[0])}</Bdi> : null },
          need.childcare && { label: words('known.childcare'), value: words('answer.yes') },
        ]}
      />
      <p className="soft">{words('known.unknown_is_not_no')}</p>
    </Card>
  );
};

const Unmet = ({ visit, posted }: { visit: Visit<View>; posted: boolean }): ReactNode => {
  const { view, params } = visit;
  const words = orientationWords(view);
  const form = { view, values: posted ? visit.values : {}, errors: posted ? visit.errors : {} };
  return (
    <details open={posted}>
      <summary>{words('unmet.title')}</summary>
      <Form {...form} action={`/desk/tickets/${params.ticket}/unmet`}>
        <p>{words('unmet.help')}</p>
        <SelectField {...form} required name="cause" label={words('unmet.cause')} choices={deskCauses.map((value) => ({ value, label: words(`cause.${value}`) }))} />
        <SelectField {...form} name="service_type" label={words('unmet.type')} choices={serviceTypes.map(({ code, names }) => ({ value: code, label: nameFor(names, view.locale) }))} />
        <Buttons><Button kind="quiet" icon="plus">{words('unmet.count')}</Button></Buttons>
      </Form>
    </details>
  );
};
