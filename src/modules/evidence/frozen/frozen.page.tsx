import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { longMonth } from '#core/words/format.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { findIndicator } from '../indicator/indicators-of-the-desk.ts';
import { keptName, keptText } from '../kept/kept-shown.tsx';
import { keptWords } from '../kept/kept-words.ts';
import { shownText } from '../show/amount.ts';
import { monthChoices } from '../show/choices.ts';
import { indicatorName } from '../show/names.ts';
import { SealOf } from '../show/opened.tsx';
import { evidenceWords } from '../words.ts';
import { freezeMonth } from './freeze-month.ts';
import { frozenMonths, frozenSheet } from './frozen.query.ts';
import { Since } from './frozen-shown.tsx';
import { frozenWords } from './frozen-words.ts';

/** The months that stand frozen, and the press that freezes one. */
export const frozenMonthsPage = definePage<View>({
  path: '/figures/frozen',
  audience: 'staff',
  needs: 'evidence.frozen-months',
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = frozenWords(view);
    const { months } = await visit.ask(frozenMonths, {});
    return {
      title: words('frozen'),
      body: (
        <Stack>
          <PageTitle lede={words('frozen.lede')} back={{ href: '/figures', label: keptWords(view)('back') }}>{words('frozen')}</PageTitle>
          {visit.may('evidence.freeze-month') ? (
            <Card title={words('frozen.freeze')}>
              <Form view={view} values={values} errors={errors}>
                <SelectField view={view} values={values} errors={errors} name="month" label={words('frozen.month')} help={words('frozen.freeze_help')} choices={monthChoices(view, houseTime(), false)} required />
                <Buttons><Button icon="check">{words('frozen.freeze')}</Button></Buttons>
              </Form>
            </Card>
          ) : null}
          <Table view={view} caption={words('frozen')} rows={months} rowKey={({ id }) => id} rowHref={({ month }) => `/figures/frozen/${month}`} empty={<p className="soft">{words('frozen.none')}</p>} columns={[
            { key: 'month', label: words('frozen.month'), cell: ({ month }) => <Bdi>{longMonth(month, view.locale)}</Bdi> },
            { key: 'at', label: words('frozen.at'), cell: ({ frozenAt }) => <AtTime view={view} value={frozenAt} /> },
          ]} />
        </Stack>
      ),
    };
  },
  post: { action: freezeMonth, leadsTo: ({ month }) => `/figures/frozen/${month}` },
});

/** A frozen month: each figure as it stands, and what came later. */
export const frozenMonthPage = definePage<View>({
  path: '/figures/frozen/:month',
  audience: 'staff',
  needs: 'evidence.frozen-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = frozenWords(view);
    const { of, numbers, kept } = await visit.ask(frozenSheet, { month: params.month });
    const rows = numbers.flatMap((number): { number: typeof number; name: string; text: (shown: (typeof number)['frozen']) => ReactNode }[] => {
      const declared = findIndicator(number.figure);
      if (number.version === null && declared) return [{ number, name: indicatorName(view, number.figure), text: (shown) => shownText(view, declared.code, shown) }];
      const version = kept[number.figure]?.find((one) => one.version === number.version);
      return version ? [{ number, name: keptName(view, version.names), text: (shown) => keptText(view, version, shown) }] : [];
    });
    const month = longMonth(of.month, view.locale);
    return {
      title: words('frozen.of', { month }),
      body: (
        <Stack>
          <PageTitle back={{ href: '/figures/frozen', label: words('frozen') }}><Bdi>{words('frozen.of', { month })}</Bdi></PageTitle>
          <p>{words('frozen.at')} <AtTime view={view} value={of.frozenAt} /></p>
          <Table view={view} caption={words('frozen.of', { month })} rows={rows} rowKey={({ number }) => number.figure} columns={[
            { key: 'figure', label: words('frozen.figure'), cell: ({ name }) => <Bdi>{name}</Bdi> },
            { key: 'value', label: words('frozen.value'), numeric: true, cell: ({ number, text }) => <bdi>{text(number.frozen)}</bdi> },
            ...(of.hub ? [{ key: 'since', label: words('frozen.since'), cell: ({ number }: (typeof rows)[number]) => <Since view={view} number={number} /> }] : []),
          ]} />
          {of.hub ? null : <Notice view={view}>{words('frozen.told_at_hub')}</Notice>}
          <p className="soft">{evidenceWords(view)('opened.head_line')} <SealOf view={view} head={{ ...of.head, at: of.frozenAt }} /></p>
        </Stack>
      ),
    };
  },
});
