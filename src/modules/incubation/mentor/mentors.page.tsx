import { definePage } from '#core/page.ts';
import { placeChoices } from '#modules/network/public.ts';
import { Num } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, PostButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { Checkboxes, SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { mentorLanguages, ventureSectors, type VentureSector } from '../path/venture-codes.ts';
import { ventureWords } from '../venture-words.ts';
import { mentorList } from './mentor-list.query.ts';
import { addMentor } from './mentors.ts';

/** The mentors of the hub: what each knows, how many she takes and has; and the form that adds one. */
export const mentorsPage = definePage<View>({
  path: '/mentors',
  audience: 'staff',
  needs: 'incubation.mentor-list',
  show: async (visit) => {
    const { view, values, errors, may } = visit;
    const words = ventureWords(view);
    const { mentors, staff } = await visit.ask(mentorList, {});
    const f = { view, values: '_key' in values ? values : { most: '2' }, errors };
    const adds = may('incubation.add-mentor');
    const form = adds ? (
      <Card title={words('mentor.add')}>
        <Form {...f} action="/mentors">
          <SelectField {...f} name="account" label={words('mentor.account')} choices={staff.map(({ account, name }) => ({ value: account, label: name, named: true }))} />
          <TextField {...f} name="name" label={words('mentor.name')} help={words('mentor.name_help')} maxLength={120} />
          <Checkboxes {...f} name="sectors" label={words('mentor.sectors')} choices={ventureSectors.map((value) => ({ value, label: words(`sector.${value}`) }))} />
          <Checkboxes {...f} name="languages" label={words('mentor.languages')} choices={mentorLanguages.map((value) => ({ value, label: words(`language.${value}`) }))} />
          <SelectField {...f} name="territory" label={words('place')} choices={await placeChoices(visit)} />
          <NumberField {...f} required name="most" label={words('mentor.most')} min={1} max={20} />
          <Button icon="plus">{words('mentor.add')}</Button>
        </Form>
      </Card>
    ) : null;
    return {
      title: words('mentors'),
      body: (
        <Stack>
          <PageTitle lede={words('mentors.lede')} back={{ href: '/cohorts', label: words('cohorts') }}>{words('mentors')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Beside aside={form}>
            <Table
              view={view} caption={words('mentors')} rows={mentors} rowKey={({ id }) => id} empty={<EmptyState title={words('mentors.none')}>{words('mentors.none_text')}</EmptyState>}
              columns={[
                { key: 'name', label: words('who'), cell: ({ name }) => <Bdi>{name}</Bdi> },
                { key: 'load', label: words('mentor.load'), cell: ({ taken, most }) => <span><Num view={view} value={taken} /> / <Num view={view} value={most} /></span> },
                { key: 'sectors', label: words('mentor.sectors'), cell: ({ sectors }) => sectors.map((one) => words(`sector.${one as VentureSector}`)).join(' · ') },
                ...(adds ? [{ key: 'end', label: words('mentor.end'), cell: ({ id }: { id: string }) => <PostButton view={view} kind="quiet" icon="cross" action={`/mentors/${id}/end`}>{words('mentor.end')}</PostButton> }] : []),
              ]}
            />
          </Beside>
        </Stack>
      ),
    };
  },
  post: { action: addMentor, leadsTo: () => '/mentors' },
});
