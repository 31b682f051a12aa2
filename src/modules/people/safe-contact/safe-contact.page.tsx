import { definePage, type Visit } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, Checkboxes, FieldGroup, Radios } from '#ui/choice.tsx';
import { TimeField } from '#ui/date-field.tsx';
import { TextField } from '#ui/field.tsx';
import { type FormState, valueAt } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { phoneOwners } from '../person/person.input.ts';
import { PersonHead } from '../person-sheet/person-head.tsx';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { peopleWords } from '../words.ts';
import { dayName } from './day-names.ts';
import { nameOf } from './reach-card.tsx';
import { dayCodes } from './safe-contact.input.ts';
import { type ReachCard, safeContact } from './safe-contact.query.ts';
import { safeWords } from './safe-words.ts';
import { setSafeContact } from './set-safe-contact.ts';

/** Where one notes how a phone or an e-mail address may be used. The number itself is not shown: it is not needed for asking. */
export const safeContactPage = definePage<View>({
  path: '/people/:person/contact/:contact/safe',
  audience: 'staff',
  needs: 'people.set-safe-contact',
  show: async (visit) => {
    const { view } = visit;
    const words = safeWords(view);
    const { card } = await visit.ask(personSheet, { person: visit.params.person! });
    const contact = (await visit.ask(safeContact, { person: card.id })).find(({ id }) => id === visit.params.contact);
    if (!contact) throw new NotFound();
    const f = { view, values: Object.keys(visit.values).length ? visit.values : valuesOf(contact), errors: visit.errors };
    return {
      title: words('safe.title'),
      quiet: true,
      body: (
        <Stack>
          <PersonHead visit={visit} card={card} side="contact" />
          <Notice view={view} kind="warning">{words('safe.lede')}</Notice>
          <Card title={nameOf(view, contact)}>
            <Form {...f}>
              <Fields f={f} visit={visit} contact={contact} />
              <Buttons><Button icon="lock">{words('safe.save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: {
    action: setSafeContact, input: ({ params }) => ({ contact: params.contact }),
    leadsTo: ({ person }) => `/people/${person}`,
  },
});

const Fields = ({ f, contact }: { f: FormState; visit: Visit<View>; contact: ReachCard }) => {
  const words = safeWords(f.view);
  const people = peopleWords(f.view);
  const phone = contact.kind === 'phone';
  const ways = phone ? (['call', 'sms', 'whatsapp'] as const) : (['email'] as const);
  return (
    <>
      <Checkbox {...f} required name="never" label={words('safe.never')} help={words('safe.never_help')} />
      <Radios {...f} required name="owner" label={words('safe.whose')} choices={phoneOwners.map((value) => ({ value, label: people(`owner.${value}`) }))} />
      <Checkbox {...f} required name="shared" label={words(phone ? 'safe.shared_phone' : 'safe.shared_email')} />
      <Checkboxes {...f} required name="channels" label={words('safe.ways')} choices={ways.map((value) => ({ value, label: words(`safe.way.${value}`) }))} />
      <Stretch f={f} name="first" />
      <details open={Boolean(valueAt(f.values, 'second.opens') || Object.keys(f.errors).some((name) => name.startsWith('second')))}>
        <summary>{words('safe.hours_second')}</summary>
        <Stretch f={f} name="second" />
      </details>
      {phone ? <Checkbox {...f} required name="voicemail" label={words('safe.voicemail')} /> : null}
      <TextField {...f} name="words" label={words('safe.words')} help={words('safe.words_help')} autoComplete="off" maxLength={200} />
      {contact.safeWords ? <Checkbox {...f} required name="forget_words" label={words('safe.forget_words')} /> : null}
    </>
  );
};

const Stretch = ({ f, name }: { f: FormState; name: 'first' | 'second' }) => {
  const words = safeWords(f.view);
  return (
    <FieldGroup {...f} name={name} label={words(`safe.hours_${name}`)} help={words('safe.hours_help')}>
      <Checkboxes {...f} unmarked name={`${name}.days`} label={words('safe.days')} choices={dayCodes.map((value) => ({ value, label: dayName(f.view.locale, Number(value)), named: true as const }))} />
      <TimeField {...f} unmarked name={`${name}.opens`} label={words('safe.opens')} />
      <TimeField {...f} unmarked name={`${name}.closes`} label={words('safe.closes')} />
    </FieldGroup>
  );
};

/** What was noted, as the form holds it: at most two stretches, as it was typed. */
function valuesOf({ owner, shared, never, channels, hours, voicemail, asked }: ReachCard): Record<string, unknown> {
  const spans = [...new Set(hours.map(({ opens, closes }) => `${opens} ${closes}`))].slice(0, 2);
  const [first, second] = spans.map((span) => {
    const [opens, closes] = span.split(' ') as [string, string];
    return { opens, closes, days: hours.filter((each) => each.opens === opens && each.closes === closes).map(({ weekday }) => String(weekday)) };
  });
  const tick = (yes: boolean) => (yes ? 'true' : undefined);
  return { owner: asked ? owner : undefined, shared: tick(shared), never: tick(never), channels: [...channels], voicemail: tick(voicemail), first, second };
}
