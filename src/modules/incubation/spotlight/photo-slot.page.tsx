import type { ReactNode } from 'react';
import { definePage, type Page, type Visit } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { togetherWords } from '../together-words.ts';
import { ventureWords } from '../venture-words.ts';
import { noteLearner, noteTaken, photoSheet } from './photo-parts.ts';

type Sheet = Awaited<ReturnType<typeof photoSheet.spec.run>>;
interface Part { readonly visit: Visit<View>; readonly sheet: Sheet }

/** One appointment for photos or a film: who is taken under which consent, and who learns behind the camera. */
export const photoSlotPage = definePage<View>({
  path: '/photos/:slot',
  audience: 'staff',
  needs: 'incubation.photo-sheet',
  namesPersons: true,
  show: async (visit) => {
    const { view, params } = visit;
    const words = togetherWords(view);
    const old = ventureWords(view);
    const sheet = await visit.ask(photoSheet, { slot: params.slot! });
    return {
      title: words('slot'), quiet: true,
      body: (
        <Stack>
          <PageTitle back={visit.may('incubation.photo-day') ? { href: '/photos', label: old('photos') } : { href: '/calendar', label: words('calendar') }} lede={<><Ltr>{spelledCode(sheet.receipt)}</Ltr> · {old(`what.${sheet.what}`)} · <AtTime view={view} value={sheet.at} /></>} actions={<LinkButton kind="quiet" href={`/ventures/of/${sheet.application}`}>{old('venture')}</LinkButton>}>{words('slot')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {sheet.withdrawn ? <Notice view={view} kind="warning" title={words('slot.withdrawn')}>{words('slot.withdrawn_text')}</Notice> : null}
          <Beside aside={<Card><Facts view={view} facts={[
            { label: old('cohort.state'), value: <Badge>{old(`slot.${sheet.state as 'booked'}`)}</Badge> },
            { label: old('photos.minutes'), value: <Num view={view} value={sheet.minutes} /> },
            { label: old('photos.by'), value: sheet.photographer ? <Bdi>{sheet.photographer}</Bdi> : '–' },
          ]} /></Card>}>
            <Taken visit={visit} sheet={sheet} />
            <Learning visit={visit} sheet={sheet} />
          </Beside>
        </Stack>
      ),
    };
  },
});

const Named = ({ view, name }: { view: View; name: string | null }): ReactNode => (name ? <Bdi>{name}</Bdi> : <span className="soft">{togetherWords(view)('slot.hidden')}</span>);
const nameFor = (view: View, name: string | null): string => name ?? togetherWords(view)('slot.hidden');

const Taken = ({ visit, sheet }: Part): ReactNode => {
  const { view, values, errors, may } = visit;
  const words = togetherWords(view);
  const mine = 'person' in values && !('craft' in values);
  const f = { view, values: mine ? values : {}, errors: mine ? errors : {} };
  const open = sheet.state === 'booked' || sheet.state === 'shot';
  return (
    <Card title={words('slot.taken')}>
      <p className="soft">{words('slot.taken_text')}</p>
      {sheet.taken.length === 0 ? <p>{words('slot.nobody')}</p> : <ul className="found">{sheet.taken.map((one) => <li key={one.person}><Named view={view} name={one.name} /> <Badge tone={one.withdrawn ? 'rose' : 'olive'}>{words(one.withdrawn ? 'slot.consent_gone' : 'slot.consent_holds')}</Badge></li>)}</ul>}
      {open && sheet.members.length && may('incubation.note-taken') ? (
        <Form {...f} action={`/photos/${sheet.id}/taken`}>
          <SelectField {...f} required name="person" label={words('slot.who')} help={words('slot.who_help')} choices={sheet.members.map(({ person, name, consent }) => ({ value: person, label: `${nameFor(view, name)} · ${words(consent ? 'slot.asked' : 'slot.not_asked')}`, named: true }))} />
          <Button icon="plus">{words('slot.add_taken')}</Button>
        </Form>
      ) : null}
    </Card>
  );
};

const Learning = ({ visit, sheet }: Part): ReactNode => {
  const { view, values, errors, may } = visit;
  const words = togetherWords(view);
  const mine = 'craft' in values;
  const f = { view, values: mine ? values : { craft: sheet.what === 'film' ? 'cinema' : 'photography' }, errors: mine ? errors : {} };
  return (
    <Card title={words('slot.learning')}>
      {sheet.learning.length === 0 ? <p>{words('slot.no_learner')}</p> : <ul className="found">{sheet.learning.map((one) => <li key={one.person}><Named view={view} name={one.name} /> <Badge>{words(`part.${one.part as 'learns_photography'}`)}</Badge></li>)}</ul>}
      {sheet.learners.length && sheet.state !== 'called_off' && may('incubation.note-learner') ? (
        <Form {...f} action={`/photos/${sheet.id}/learning`}>
          <SelectField {...f} required name="person" label={words('slot.learner')} help={words('slot.learner_help')} choices={sheet.learners.map(({ person, name }) => ({ value: person, label: nameFor(view, name), named: true }))} />
          <Radios {...f} required name="craft" label={words('slot.craft')} choices={(['photography', 'cinema'] as const).map((value) => ({ value, label: words(`craft.${value}`) }))} />
          <Button icon="plus">{words('slot.add_learner')}</Button>
        </Form>
      ) : null}
    </Card>
  );
};

/** Who is taken and who learns, in one press each. */
export const photoSlotButtons: readonly Page[] = [
  definePage<View>({ path: '/photos/:slot/taken', audience: 'staff', needs: noteTaken.fullName, post: { action: noteTaken, input: ({ params }) => ({ slot: params.slot }), leadsTo: ({ slot }) => `/photos/${slot}`, again: photoSlotPage } }),
  definePage<View>({ path: '/photos/:slot/learning', audience: 'staff', needs: noteLearner.fullName, post: { action: noteLearner, input: ({ params }) => ({ slot: params.slot }), leadsTo: ({ slot }) => `/photos/${slot}`, again: photoSlotPage } }),
];
