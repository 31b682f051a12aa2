import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { HiddenField, NumberField, TextArea, TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { textLanguages } from '../codes.ts';
import { type EntrySheet, entrySheet } from '../entry/entry-sheet.query.ts';
import { countedAt, type EntryState, machines } from '../machines.ts';
import { formAt, languageName, plain, ProofFields, Said, stateWord } from '../show.tsx';
import { registersWords } from '../words.ts';
import { takeStep } from './take-step.ts';

/** One step of an entry: the day, the paper it needs, who took part. Which step stands in the address, or in the form that was sent. */
export const stepPage = definePage<View>({
  path: '/registers/entries/:entry/step',
  audience: 'staff',
  needs: 'registers.take-step',
  show: async (visit) => {
    const { view, params, search, values } = visit;
    const words = registersWords(view);
    const sheet = await visit.ask(entrySheet, { entry: params.entry! });
    const { entry, today } = sheet;
    const asked = values.to ?? search.to;
    const to = sheet.next.find((one) => one === asked);
    // Somebody else was faster: the step is gone, and the sheet shows where it stands now.
    if (!to && !visit.refusal) throw new NotFound();
    const f = formAt(visit, view.path, { on: today, languages: entry.languages });
    const title = to ? stateWord(view, entry.kind, to) : words('next');
    return {
      title,
      body: (
        <Stack>
          <PageTitle back={{ href: `/registers/entries/${entry.id}`, label: plain(view, entry.names) }} lede={<Said view={view} of={entry.names} />}>{title}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {to ? (
            <Card>
              <Form {...f} withFile native>
                <HiddenField name="to" value={to} />
                <DateField {...f} required name="on" label={words('f.on')} max={today} />
                <OfThisStep f={f} entry={entry} to={to} />
                <TextArea {...f} name="note" label={words('f.note')} rows={3} maxLength={2_000} />
                <ProofFields f={f} required={machines[entry.kind].withProof.includes(to)} />
                <Buttons><Button icon="check">{title}</Button></Buttons>
              </Form>
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: takeStep, input: ({ params }) => ({ entry: params.entry }), leadsTo: ({ entry }) => `/registers/entries/${entry}?done=1` },
});

const OfThisStep = ({ f, entry, to }: { f: FormState; entry: EntrySheet['entry']; to: EntryState }): ReactNode => {
  const words = registersWords(f.view);
  if (countedAt.includes(to)) {
    return (
      <>
        <p className="soft">{words('people.help')}</p>
        <NumberField {...f} name="female" label={words('people.female')} min={0} />
        <NumberField {...f} name="male" label={words('people.male')} min={0} />
        <NumberField {...f} name="unknown" label={words('people.unknown')} min={0} />
      </>
    );
  }
  if (to === 'published') {
    return (
      <>
        <TextField {...f} ltr name="doi" label="DOI" help={words('f.doi_help')} />
        <TextField {...f} type="url" name="url" label={words('f.url')} />
        <Checkboxes {...f} required name="languages" label={words('f.languages')} help={words('f.languages_help')} choices={textLanguages.map((value) => ({ value, label: languageName(f.view, value), named: true as const }))} />
      </>
    );
  }
  if (entry.state === 'postponed' && to === 'planned') {
    return (
      <>
        <DateField {...f} required name="starts_on" label={words('f.starts_on')} />
        <DateField {...f} name="ends_on" label={words('f.ends_on')} />
      </>
    );
  }
  return null;
};
