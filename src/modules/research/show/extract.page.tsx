import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { number } from '#core/words/format.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { decideExtract } from '../decide-extract/decide-extract.ts';
import { researchWords } from '../words.ts';
import { extractSheet } from './extract-list.query.ts';
import { monthsText, tones } from './extracts.page.tsx';

/** One request: what for, who decided, what came of it, and the form of whoever may decide. */
export const extractPage = definePage<View>({
  path: '/research/:extract',
  audience: 'staff',
  needs: 'research.extract-sheet',
  show: async (visit) => {
    const { view, params, values, errors } = visit;
    const words = researchWords(view);
    const one = await visit.ask(extractSheet, { extract: params.extract });
    const f = { view, values: { as: one.mayDecideAs[0] ?? '', ...values }, errors };
    return {
      title: words('request'),
      looksAgain: one.state === 'approved' ? 5 : undefined,
      body: (
        <Stack>
          <PageTitle back={{ href: '/research', label: words('menu') }}>{words('request')}</PageTitle>
          <Card>
            <Facts view={view} facts={[
              { label: words('state'), value: <Badge tone={tones[one.state]}>{words(`state.${one.state}`)}</Badge> },
              { label: words('who'), value: one.who ? <Bdi>{one.who}</Bdi> : null },
              { label: words('purpose'), value: <Bdi>{one.purpose}</Bdi> },
              { label: words('ethics'), value: <Bdi>{one.ethics}</Bdi> },
              { label: words('months'), value: <Bdi>{monthsText(view, one.from, one.to)}</Bdi> },
              { label: words('columns'), value: one.columns.map((column) => words(`column.${column}`)).join(' · ') },
              { label: words('days'), value: <Num view={view} value={one.days} /> },
              { label: words('side.dpo'), value: <Side view={view} side={one.dpo} /> },
              { label: words('side.network_admin'), value: <Side view={view} side={one.admin} /> },
              one.declined.why !== null && { label: words('declined'), value: <span>{one.declined.who ? <><Bdi>{one.declined.who}</Bdi>: </> : null}<Bdi>{one.declined.why}</Bdi></span> },
              one.rows !== null && { label: words('rows'), value: number(one.rows, view.locale) },
              one.leftOut !== null && { label: words('left_out'), value: <span>{words('left_out.at_least', { count: one.leftOut })}. {words('left_out.why')}</span> },
              one.untilAt !== null && { label: words('until'), value: <AtTime view={view} value={one.untilAt} /> },
            ]} />
            {one.state === 'ready' && one.mine ? <><p>{words('take.note')}</p><Buttons><LinkButton icon="download" href={`/research/${one.id}/file`}>{words('take')}</LinkButton></Buttons></> : null}
          </Card>
          {one.mayDecideAs.length && visit.may('research.decide-extract') ? (
            <Card title={words('decide')}>
              <Form {...f}>
                <Radios {...f} required name="as" label={words('as')} choices={one.mayDecideAs.map((value) => ({ value, label: words(`side.${value}`) }))} />
                <Radios {...f} required name="answer" label={words('answer')} choices={(['yes', 'no'] as const).map((value) => ({ value, label: words(`answer.${value}`) }))} />
                <TextArea {...f} name="why" label={words('why')} rows={2} maxLength={500} />
                <Buttons><Button icon="check">{words('decide')}</Button></Buttons>
              </Form>
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: decideExtract, input: ({ params }) => ({ extract: params.extract }), leadsTo: ({ extract }) => `/research/${extract}` },
});

const Side = ({ view, side: { who, at } }: { view: View; side: { readonly who: string | null; readonly at: Date | null } }): ReactNode =>
  at === null ? <span className="soft">{researchWords(view)('side.waits')}</span> : <span>{who ? <><Bdi>{who}</Bdi> · </> : null}<AtTime view={view} value={at} /></span>;
