import { definePage, type Page } from '#core/page.ts';
import { organizationList } from '#modules/network/public.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes, Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { occupations, sexes } from '../codes.ts';
import { entryChoices } from '../open-entry/entry-choices.query.ts';
import { plain, ProofFields, rowChoices, Said, wordChoices } from '../show.tsx';
import { registersWords } from '../words.ts';
import { addProfessional } from './add-professional.ts';
import { professionalList } from './professional-list.query.ts';
import { trainProfessionals } from './train-professionals.ts';

/** The professionals of other bodies, each once, and the form that writes one down. Their names stay in the hub: the list gives no open file. */
const professionalsPage = definePage<View>({
  path: '/registers/professionals',
  audience: 'staff',
  needs: 'registers.professional-list',
  namesPersons: true,
  show: async (visit) => {
    const { view, values, errors, search } = visit;
    const words = registersWords(view);
    const { professionals, trained } = await visit.ask(professionalList, {});
    const bodies = await visit.ask(organizationList, {});
    const f = { view, values, errors };
    const train = professionals.length && visit.may('registers.train-professionals') ? <LinkButton icon="training" href="/registers/professionals/training">{words('professional.train')}</LinkButton> : null;
    return {
      title: words('professionals'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/registers', label: words('menu') }} lede={words('professionals.lede')} actions={train}>{words('professionals')}</PageTitle>
          {search.done ? <Notice view={view} kind="success">{words('done')}</Notice> : null}
          <p>{words('professionals.count', { trained, all: professionals.length })}</p>
          <Table
            view={view} caption={words('professionals')} rows={professionals} rowKey={({ id }) => id} empty={<EmptyState title={words('professionals.none')} />}
            columns={[
              { key: 'name', label: words('professional.name'), cell: ({ name }) => <Bdi>{name}</Bdi> },
              { key: 'body', label: words('professional.body'), cell: ({ body }) => <Said view={view} of={body} /> },
              { key: 'occupation', label: words('professional.occupation'), cell: ({ occupation }) => words(`occupation.${occupation}`) },
              { key: 'sex', label: words('professional.sex'), cell: ({ sex }) => words(`sex.${sex}`) },
              { key: 'times', label: words('professional.times'), numeric: true, cell: ({ times }) => <Num view={view} value={times} /> },
              { key: 'hours', label: words('professional.hours'), numeric: true, cell: ({ hours }) => <Num view={view} value={hours} /> },
              { key: 'last', label: words('professional.last'), cell: ({ last }) => (last ? <CalendarDate view={view} value={last} /> : null) },
            ]}
          />
          {visit.may('registers.add-professional') ? (
            <Card title={words('professional.add')}>
              <Form {...f}>
                <TextField {...f} required name="name" label={words('professional.name')} maxLength={120} />
                <SelectField {...f} required name="organization" label={words('professional.body')} help={words('f.body_help')} choices={rowChoices(view, bodies)} />
                <SelectField {...f} required name="occupation" label={words('professional.occupation')} choices={wordChoices(occupations, (code) => words(`occupation.${code}`))} />
                <Radios {...f} required name="sex" label={words('professional.sex')} choices={wordChoices(sexes, (code) => words(`sex.${code}`))} />
                <Buttons><Button icon="plus">{words('professional.add')}</Button></Buttons>
              </Form>
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: addProfessional, leadsTo: () => '/registers/professionals?done=1' },
});

/** One training for several professionals: tick who was there, bring one sheet. */
const trainPage = definePage<View>({
  path: '/registers/professionals/training',
  audience: 'staff',
  needs: 'registers.train-professionals',
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = registersWords(view);
    const { professionals } = await visit.ask(professionalList, {});
    const { today, programmes, events } = await visit.ask(entryChoices, {});
    const f = { view, values: { on: today, ...values }, errors };
    return {
      title: words('professional.train'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/registers/professionals', label: words('professionals') }} lede={words('professional.train_lede')}>{words('professional.train')}</PageTitle>
          <Card>
            <Form {...f} withFile native>
              <Checkboxes {...f} required name="professionals" label={words('professional.who')} choices={professionals.map(({ id, name, body }) => ({ value: id, label: `${name} · ${plain(view, body)}`, named: true as const }))} />
              <MultilingualField {...f} required name="topic" label={words('professional.topic')} />
              <DateField {...f} required name="on" label={words('professional.on')} max={today} />
              <NumberField {...f} required name="hours" label={words('professional.hours')} min={1} max={2_000} />
              <SelectField {...f} name="entry" label={words('professional.at_event')} choices={rowChoices(view, events)} />
              <SelectField {...f} name="programme" label={words('f.programme')} choices={rowChoices(view, programmes)} />
              <ProofFields f={f} required help={words('professional.proof_help')} />
              <Buttons><Button icon="check">{words('save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: trainProfessionals, leadsTo: () => '/registers/professionals?done=1' },
});

/** The pages of professionals. */
export const professionalPages: readonly Page[] = [professionalsPage, trainPage];
