import type { ReactNode } from 'react';
import { definePage, type Page, type Visit } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { organizationList, PlaceName, placeChoices } from '#modules/network/public.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Filters } from '#ui/filters.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { changeKinds, levels, storyEnds, storyLanguages } from '../codes.ts';
import { entryChoices } from '../open-entry/entry-choices.query.ts';
import { languageName, ProofFields, rowChoices, Said, wordChoices } from '../show.tsx';
import { registersWords } from '../words.ts';
import { storyList } from './story-list.query.ts';
import { tellStory } from './tell-story.ts';
import { withdrawStory } from './withdraw-story.ts';

/** What bodies tell of the change, by day, with what kind of change each is. */
const storiesPage = definePage<View>({
  path: '/registers/stories',
  audience: 'staff',
  needs: 'registers.story-list',
  show: async (visit) => {
    const { view, search } = visit;
    const words = registersWords(view);
    const { stories } = await visit.ask(storyList, { kind: search.kind });
    const keeps = visit.may('registers.withdraw-story');
    const add = visit.may('registers.tell-story') ? <LinkButton icon="plus" href="/registers/stories/new">{words('story.tell')}</LinkButton> : null;
    return {
      title: words('stories'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/registers', label: words('menu') }} lede={words('stories.lede')} actions={add}>{words('stories')}</PageTitle>
          {search.done ? <Notice view={view} kind="success">{words('done')}</Notice> : null}
          <Filters view={view}><SelectField view={view} values={{ ...search }} errors={{}} unmarked orAll name="kind" label={words('story.kind')} choices={wordChoices(changeKinds, (code) => words(`change.${code}`))} /></Filters>
          <Table
            view={view} caption={words('stories')} rows={stories} rowKey={({ id }) => id} empty={<EmptyState title={words('stories.none')} action={add} />}
            columns={[
              { key: 'on', label: words('f.on'), cell: ({ on }) => <CalendarDate view={view} value={on} /> },
              { key: 'kind', label: words('story.kind'), cell: ({ kind, level }) => <div><Badge>{words(`change.${kind}`)}</Badge> <span className="soft">{words(`level.${level}`)}</span></div> },
              { key: 'story', label: words('story'), cell: (row) => (row.withdrawnWhy ? <Badge tone="rose">{words(`story_end.${row.withdrawnWhy}`)}</Badge> : <div><strong><Said view={view} of={row.names} /></strong><p><Said view={view} of={row.words} /></p><span className="soft">{words('story.told_in', { language: languageName(view, row.original) })}</span></div>) },
              { key: 'body', label: words('story.body'), cell: ({ body, territory }) => <div><Said view={view} of={body} />{territory ? <> · <PlaceName view={view} code={territory} /></> : null}</div> },
              { key: 'programme', label: words('f.programme'), cell: ({ programme }) => (programme ? <Said view={view} of={programme} /> : null) },
              { key: 'proof', label: words('story.agreement'), cell: ({ proof, withdrawnWhy }) => (withdrawnWhy ? null : <a href={`/proofs/${proof}`}>{words('proof.open')}</a>) },
              { key: 'do', label: words('col.do'), cell: ({ id, withdrawnWhy }) => (keeps && !withdrawnWhy ? <LinkButton kind="quiet" icon="cross" href={`/registers/stories/${id}/end`}>{words('story.withdraw')}</LinkButton> : null) },
            ]}
          />
        </Stack>
      ),
    };
  },
});

const tellPage = definePage<View>({
  path: '/registers/stories/new',
  audience: 'staff',
  needs: 'registers.tell-story',
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = registersWords(view);
    const { today, programmes, events } = await visit.ask(entryChoices, {});
    const bodies = await visit.ask(organizationList, {});
    const f = { view, values, errors };
    return {
      title: words('story.tell'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/registers/stories', label: words('stories') }} lede={words('stories.lede')}>{words('story.tell')}</PageTitle>
          <Card>
            <Form {...f} withFile native>
              <Radios {...f} required name="kind" label={words('story.kind')} choices={wordChoices(changeKinds, (code) => words(`change.${code}`))} />
              <Radios {...f} required name="level" label={words('f.level')} choices={wordChoices(levels, (code) => words(`level.${code}`))} />
              <SelectField {...f} required name="organization" label={words('story.body')} help={words('f.body_help')} choices={rowChoices(view, bodies)} />
              <MultilingualField {...f} required name="names" label={words('f.names')} />
              <MultilingualField {...f} required name="words" label={words('story')} rows={6} />
              <SelectField {...f} required name="original" label={words('story.original')} choices={storyLanguages.map((value) => ({ value, label: languageName(view, value), named: true as const }))} />
              <DateField {...f} required name="on" label={words('f.on')} max={today} />
              <SelectField {...f} name="entry" label={words('professional.at_event')} choices={rowChoices(view, events)} />
              <SelectField {...f} name="territory" label={words('f.place')} choices={await placeChoices(visit)} />
              <SelectField {...f} name="programme" label={words('f.programme')} choices={rowChoices(view, programmes)} />
              <Checkbox {...f} required name="names_nobody" label={words('story.names_nobody')} help={words('story.names_nobody_help')} />
              <ProofFields f={f} required help={words('story.agreement_help')} />
              <Buttons><Button icon="check">{words('save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: tellStory, leadsTo: () => '/registers/stories?done=1' },
});

const endPage = definePage<View>({
  path: '/registers/stories/:story/end',
  audience: 'staff',
  needs: 'registers.withdraw-story',
  show: async (visit: Visit<View>) => {
    const { view, values, errors, params } = visit;
    const words = registersWords(view);
    const { stories } = await visit.ask(storyList, {});
    const story = stories.find(({ id }) => id === params.story);
    if (!story || story.withdrawnWhy) throw new NotFound();
    const f = { view, values, errors };
    const why: ReactNode = <Radios {...f} required name="why" label={words('f.why')} choices={wordChoices(storyEnds, (code) => words(`story_end.${code}`))} />;
    return {
      title: words('story.withdraw'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/registers/stories', label: words('stories') }} lede={<Said view={view} of={story.names} />}>{words('story.withdraw')}</PageTitle>
          <Card>
            <p>{words('story.withdraw_help')}</p>
            <Form {...f}>{why}<Buttons><Button kind="danger" icon="cross">{words('story.withdraw')}</Button></Buttons></Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: withdrawStory, input: ({ params }) => ({ story: params.story }), leadsTo: () => '/registers/stories?done=1' },
});

/** The pages of stories of change. */
export const storyPages: readonly Page[] = [storiesPage, tellPage, endPage];
