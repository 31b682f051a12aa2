import { definePage, type Visit } from '#core/page.ts';
import { ConsentFields, personFormChoices, recordConsent } from '#modules/people/public.ts';
import { PersonName } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes, Radios } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { HiddenField, TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { alwaysAlong, ifSheAgrees, moveKinds } from '../codes.ts';
import { wordLanguages } from '../spoken-words/spoken-words.ts';
import { HubName } from '../transfers/parcel-state.tsx';
import { transferWords } from '../words.ts';
import { transferForm } from './transfer-form.query.ts';

type Prepared = Awaited<ReturnType<(typeof transferForm)['spec']['run']>>;
interface Part { readonly visit: Visit<View>; readonly form: Prepared }

const here = ({ params }: Visit): string => `/people/${params.person}/transfer/${params.hub}`;

/** Prepares a move to one hub with her: first what she agrees to, then what is sealed and the language of her words. */
export const preparePage = definePage<View>({
  path: '/people/:person/transfer/:hub',
  audience: 'staff',
  needs: 'transfer.transfer-form',
  show: async (visit) => {
    const { view, params, search } = visit;
    const words = transferWords(view);
    const form = await visit.ask(transferForm, { person: params.person!, to: params.hub! });
    const asks = form.fields === null || search.change === '1' || view.path.endsWith('/consent');
    return {
      title: words('choose.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle back={{ href: `/people/${form.card.id}/transfer`, label: words('back_to_hubs') }} lede={<HubName view={view} names={form.there!.names} />}>{words('choose.title')}</PageTitle>
          <p><strong><PersonName name={form.card.name} other={form.card.other} /></strong></p>
          {visit.errors[''] ? <Notice view={view} kind="warning">{visit.errors['']}</Notice> : null}
          {form.onItsWay ? (
            <Notice view={view} kind="warning" title={words('on_its_way')}>
              <p>{words('on_its_way_text')}</p>
              <LinkButton kind="quiet" href={`/transfers/${form.onItsWay}`}>{words('see_it')}</LinkButton>
            </Notice>
          ) : asks ? <Consent visit={visit} form={form} witnesses={(await visit.ask(personFormChoices, {})).witnesses} /> : <Prepare visit={visit} form={form} />}
        </Stack>
      ),
    };
  },
});

const Consent = ({ visit, form, witnesses }: Part & { witnesses: Parameters<typeof ConsentFields>[0]['witnesses'] }) => {
  const { view } = visit;
  const words = transferWords(view);
  const f = { view, values: { fields: form.fields ?? [], ...visit.values }, errors: visit.errors };
  return (
    <Card title={words('consent.title')}>
      <Form {...f} action={`${here(visit)}/consent`}>
        <p>{words('consent.always', { list: alwaysAlong.map((field) => words(`field.${field}`)).join(view.locale.lang === 'ar' ? '، ' : ', ') })}</p>
        {alwaysAlong.map((field) => <HiddenField key={field} name="fields" value={field} />)}
        <Checkboxes {...f} name="fields" label={words('consent.more')} choices={ifSheAgrees.map((value) => ({ value, label: words(`field.${value}`) }))} />
        <ConsentFields {...f} prefix="" purpose="sharing" notice={form.notice} witnesses={witnesses} />
        <Buttons><Button icon="check">{words('consent.keep')}</Button></Buttons>
      </Form>
    </Card>
  );
};

const Prepare = ({ visit, form }: Part) => {
  const { view } = visit;
  const words = transferWords(view);
  const own = view.locale.lang === 'fr' || view.locale.lang === 'en' ? view.locale.lang : 'ar';
  const f = { view, values: { kind: 'move', language: own, ...visit.values }, errors: visit.errors };
  const waits = form.fields!.includes('phone') && !form.contactOpen;
  return (
    <Card title={words('prepare.title')}>
      <Facts view={view} facts={[{ label: words('fields'), value: form.fields!.map((field) => words(`field.${field}`)).join(' · ') }]} />
      <p><a href={`${here(visit)}?change=1`}>{words('consent.change')}</a></p>
      {waits ? <Notice view={view} kind="warning" title={words('prepare.contact_closed')}>{words('prepare.contact_closed_text')}</Notice> : null}
      <Form {...f} action={`${here(visit)}/words`} native>
        <Radios {...f} required name="kind" label={words('kind')} choices={moveKinds.map((value) => ({ value, label: words(`kind.${value}`) }))} />
        <TextArea {...f} name="summary" label={words('prepare.summary')} help={words('prepare.summary_help')} maxLength={2_000} />
        {form.documents.length ? <Checkboxes {...f} name="documents" label={words('documents')} choices={form.documents.map(({ id, title, paper }) => ({ value: id, label: title ?? paper, named: true }))} /> : null}
        <Radios {...f} required name="language" label={words('prepare.language')} choices={wordLanguages.map((value) => ({ value, label: words(`lang.${value}`) }))} />
        <p className="soft">{words('prepare.help')}</p>
        <Buttons><Button icon="lock">{words('prepare.button')}</Button></Buttons>
      </Form>
    </Card>
  );
};

/** Writes down what she agreed to, then goes on. */
export const agreePage = definePage<View>({
  path: '/people/:person/transfer/:hub/consent',
  audience: 'staff',
  needs: 'people.record-consent',
  post: {
    action: recordConsent, input: ({ params }) => ({ person: params.person, purpose: 'sharing', recipient_hub: params.hub }),
    leadsTo: (_, visit) => here(visit), again: preparePage,
  },
});
