import { definePage } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { longMonth } from '#core/words/format.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes, SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { NumberField, TextArea, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import { askExtract } from '../ask-extract/ask-extract.ts';
import { columns } from '../extract/columns.ts';
import type { ExtractState } from '../research-tables.ts';
import { researchWords } from '../words.ts';
import { extractList } from './extract-list.query.ts';

export const tones: Readonly<Record<ExtractState, Tone>> = { asked: 'saffron', approved: 'door', declined: 'rose', ready: 'olive', ended: 'clay' };

/** From which month to which. */
export const monthsText = (view: View, from: string, to: string): string => {
  const [first, last] = [from, to].map((day) => longMonth(day.slice(0, 7), view.locale)) as [string, string];
  return first === last ? first : `${first} – ${last}`;
};

/** Requests of research: a researcher's own, or all of them for who decides. */
export const extractsPage = definePage<View>({
  path: '/research',
  audience: 'staff',
  needs: 'research.extract-list',
  menu: { label: (reader) => researchWords(reader)('menu'), order: 68, group: 'figures', icon: 'folder' },
  show: async (visit) => {
    const { view } = visit;
    const words = researchWords(view);
    const rows = await visit.ask(extractList, {});
    const add = visit.may('research.ask-extract') ? <LinkButton icon="plus" href="/research/new">{words('ask')}</LinkButton> : null;
    return {
      title: words('menu'),
      body: (
        <Stack>
          <PageTitle lede={words('lede')} actions={add}>{words('menu')}</PageTitle>
          <Table view={view} caption={words('menu')} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/research/${id}`} empty={<EmptyState title={words('none')} action={add} />} columns={[
            { key: 'at', label: words('asked_at'), cell: ({ askedAt }) => <AtTime view={view} value={askedAt} /> },
            { key: 'who', label: words('who'), cell: ({ who }) => (who ? <Bdi>{who}</Bdi> : null) },
            { key: 'months', label: words('months'), cell: ({ from, to }) => <Bdi>{monthsText(view, from, to)}</Bdi> },
            { key: 'state', label: words('state'), cell: ({ state }) => <Badge tone={tones[state]}>{words(`state.${state}`)}</Badge> },
          ]} />
        </Stack>
      ),
    };
  },
});

/** The last two years' months that are over, newest first. */
const monthsOver = (view: View): { value: string; label: string }[] => {
  const now = houseTime();
  return Array.from({ length: 24 }, (_, at) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1 - at, 1)).toISOString().slice(0, 7)).map((value) => ({ value, label: longMonth(value, view.locale) }));
};

/** The form of a request. */
export const askExtractPage = definePage<View>({
  path: '/research/new',
  audience: 'staff',
  needs: 'research.ask-extract',
  show: ({ view, values, errors }) => {
    const words = researchWords(view);
    const f = { view, values, errors };
    const months = monthsOver(view);
    return {
      title: words('ask'),
      body: (
        <Stack>
          <PageTitle lede={words('ask.lede')} back={{ href: '/research', label: words('menu') }}>{words('ask')}</PageTitle>
          <Card>
            <Form {...f}>
              <TextArea {...f} required name="purpose" label={words('purpose')} help={words('purpose.help')} rows={3} maxLength={2_000} />
              <TextField {...f} required name="ethics" label={words('ethics')} maxLength={300} />
              <Checkboxes {...f} required name="columns" label={words('columns')} help={words('columns.help')} choices={columns.map((value) => ({ value, label: words(`column.${value}`) }))} />
              <SelectField {...f} required name="from" label={words('from')} choices={months} />
              <SelectField {...f} required name="to" label={words('to')} choices={months} />
              <NumberField {...f} required name="days" label={words('days')} help={words('days.help')} min={7} max={90} unit={words('days.unit')} />
              <Buttons><Button icon="check">{words('send')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: askExtract, leadsTo: ({ extract }) => `/research/${extract}` },
});
