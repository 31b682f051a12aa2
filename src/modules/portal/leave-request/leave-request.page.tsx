import { definePage, type Visit } from '#core/page.ts';
import { reasonChoices } from '#modules/desk/public.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { Checkboxes, Radios } from '#ui/choice.tsx';
import { HiddenField, TextArea, TextField } from '#ui/field.tsx';
import { type FormState, textAt } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { OpenNow, ReachHub } from '../hub-door/reach-hub.tsx';
import { hubName, viewAtHub } from '../hub-door/view-at-hub.ts';
import { portalWords } from '../words.ts';
import { leaveRequest } from './leave-request.ts';
import { partsOfDay, requestLanguages, ways, wishes } from './leave-request.input.ts';
import { requestForm } from './request-form.query.ts';

/** Asks for a time or a call, without an account and without script. The address and the title tell nothing. */
export const leaveRequestPage = definePage<View>({
  path: '/hubs/:hub/contact',
  audience: 'citizen',
  needs: 'portal.request-form',
  show: showForm,
  post: {
    action: leaveRequest,
    input: ({ params }) => ({ hub: params.hub }),
    leadsTo: ({ hub, receipt }) => `/hubs/${hub}/contact/kept?n=${receipt}`,
  },
});

const FLOOD = 'portal.too-many-letters';

async function showForm(visit: Visit<View>) {
  const { hub, openNow, next } = await visit.ask(requestForm, { hub: visit.params.hub });
  const view = viewAtHub(visit.view, hub);
  const words = portalWords(view);
  const flooded = visit.refusal?.code === FLOOD;
  return {
    title: words('request.title'),
    hubName: hubName(view, hub),
    quiet: true as const,
    body: (
      <Stack>
        <PageTitle lede={words('request.lede')} back={{ href: `/hubs/${hub.id}`, label: words('door.back') }}>{words('request.title')}</PageTitle>
        {flooded ? (
          <>
            <Notice view={view} kind="warning">{visit.refusal!.text}</Notice>
            <ReachHub view={view} hub={hub}><OpenNow view={view} openNow={openNow} next={next} /></ReachHub>
          </>
        ) : null}
        <RequestFields view={view} values={visit.values} errors={flooded ? {} : visit.errors} />
        {flooded ? null : (
          <ReachHub view={view} hub={hub}><OpenNow view={view} openNow={openNow} next={next} /></ReachHub>
        )}
      </Stack>
    ),
  };
}

const RequestFields = ({ view, values, errors }: FormState) => {
  const words = portalWords(view);
  const f = { view, values: { wish: 'call-back', way: 'phone', language: view.locale.lang === 'fr' ? 'fr' : 'ar', press: crypto.randomUUID(), ...values }, errors };
  return (
    <Form {...f}>
      <HiddenField name="press" value={textAt(f.values, 'press')} />
      <Radios {...f} required name="wish" label={words('request.wish')} choices={wishes.map((value) => ({ value, label: words(`wish.${value}`), icon: value === 'appointment' ? 'calendar' : 'phone' }))} />
      <Radios {...f} required name="subject" label={words('request.subject')} help={words('request.subject_help')} choices={reasonChoices(view)} />
      <Radios {...f} required name="way" label={words('request.way')} choices={ways.map((value) => ({ value, label: words(`way.${value}`), help: words(`way.${value}_help`) }))} />
      <TextField {...f} unmarked name="phone" type="tel" label={words('request.phone')} help={words('request.phone_help')} autoComplete="off" maxLength={40} />
      <Checkboxes {...f} name="hours" label={words('request.hours')} help={words('request.hours_help')} choices={partsOfDay.map((value) => ({ value, label: words(`part.${value}`) }))} />
      <TextField {...f} name="ask_for" label={words('request.ask_for')} help={words('request.ask_for_help')} autoComplete="off" maxLength={60} />
      <Radios {...f} required name="language" label={words('request.language')} choices={requestLanguages.map((value) => ({ value, label: words(`speaks.${value}`) }))} />
      <TextArea {...f} name="words" label={words('request.words')} help={words('request.words_help')} rows={3} maxLength={500} />
      <p className="soft">{words('request.kept')} <a href={view.path.replace(/contact$/, 'data')}>{words('notice.title')}</a></p>
      <Button icon="check">{words('request.send')}</Button>
    </Form>
  );
};
