import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { answerWords, plainly, Said } from '#modules/desk/public.ts';
import { Ltr } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { HiddenField, NumberField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { saidLinks } from '../selection-codes.ts';
import { selectionWords } from '../selection-words.ts';
import { declareConflict } from './declare-conflict.ts';
import { judgedSheet } from './judged-sheet.query.ts';
import { scoreApplication } from './score-application.ts';

type Sheet = Awaited<ReturnType<(typeof judgedSheet)['spec']['run']>>;

/** One application before a juror: what it says, her points, and the way to say that she knows whoever applied. */
export const judgedSheetPage = definePage<View>({
  path: '/calls/:call/jury/:application',
  audience: 'staff',
  needs: 'incubation.judged-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = selectionWords(view);
    const sheet = await visit.ask(judgedSheet, { application: params.application });
    return {
      title: words('sheet.title', { receipt: sheet.receipt }),
      body: (
        <Stack>
          <PageTitle lede={<Said view={view} value={sheet.call.names} />} back={{ href: `/calls/${sheet.call.id}/jury`, label: words('jury.title') }}>{words('sheet.application')} <Ltr>{sheet.receipt}</Ltr></PageTitle>
          <Beside aside={<Link visit={visit} sheet={sheet} />}>
            <Card title={words('sheet.says')}>
              <Facts view={view} facts={[
                sheet.stage && { label: words('stage'), value: words(`stage.${sheet.stage}`) },
                { label: words('members'), value: sheet.members },
                ...sheet.answers.map(({ kind, labels, choices, answer }) => ({ label: plainly(view, labels), value: <span dir="auto">{answerWords(view, { kind, choices }, answer)}</span> })),
              ]} />
            </Card>
            <Points visit={visit} sheet={sheet} />
          </Beside>
        </Stack>
      ),
    };
  },
  post: { action: scoreApplication, input: ({ params }) => ({ application: params.application }), leadsTo: ({ call }) => `/calls/${call}/jury?left=true` },
});

const Points = ({ visit, sheet }: { visit: Visit<View>; sheet: Sheet }): ReactNode => {
  const { view, errors } = visit;
  const words = selectionWords(view);
  if (sheet.call.state !== 'closed') return null;
  const kept = Object.fromEntries(sheet.criteria.flatMap(({ points, reason }, at) => [[`scores.${at}.points`, points ?? ''], [`scores.${at}.reason`, reason ?? '']]));
  const f = { view, values: { ...kept, ...('kind' in visit.values ? {} : visit.values) }, errors: 'kind' in visit.values ? {} : errors };
  return (
    <Card title={words('sheet.points')}>
      <p className="soft">{words('sheet.points_text')}</p>
      <Form {...f}>
        {sheet.criteria.map(({ code, names, most }, at) => (
          <div key={code}>
            <HiddenField name={`scores.${at}.criterion`} value={code} />
            <NumberField {...f} required name={`scores.${at}.points`} label={plainly(view, names)} min={0} max={most} help={words('sheet.of', { most })} />
            <TextField {...f} name={`scores.${at}.reason`} label={words('sheet.reason')} maxLength={300} />
          </div>
        ))}
        <Button icon="check">{words('sheet.save')}</Button>
      </Form>
    </Card>
  );
};

const Link = ({ visit, sheet }: { visit: Visit<View>; sheet: Sheet }): ReactNode => {
  const { view, values, errors } = visit;
  const words = selectionWords(view);
  const f = { view, values, errors: 'kind' in values ? errors : {} };
  return (
    <Card title={words('link.title')}>
      <p className="soft">{words('link.text')}</p>
      <Form {...f} action={`/calls/${sheet.call.id}/jury/${sheet.id}/link`}>
        <Radios {...f} required name="kind" label={words('link.kind')} choices={saidLinks.map((value) => ({ value, label: words(`link.${value}`) }))} />
        <Button kind="quiet" icon="lock">{words('link.say')}</Button>
      </Form>
    </Card>
  );
};

/** Where a juror says that she has a link. */
export const declareConflictButton = definePage<View>({
  path: '/calls/:call/jury/:application/link', audience: 'staff', needs: 'incubation.declare-conflict',
  post: { action: declareConflict, input: ({ params }) => ({ application: params.application }), leadsTo: ({ call }) => `/calls/${call}/jury`, again: judgedSheetPage },
});
