import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import type { Visit } from '#core/page.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Beside, Card } from '#ui/card.tsx';
import { Checkboxes } from '#ui/choice.tsx';
import { HiddenField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { hrefWith } from '#ui/href.ts';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { previewReferral } from '../preview-referral/preview-referral.query.ts';
import { type FieldCode, fieldCodes, usualFields } from '../referral/disclosed-field.ts';
import { DisclosedLines, NameOf } from '../referral/referral-names.tsx';
import { referralWords } from '../referral-words.ts';

type Preview = Awaited<ReturnType<(typeof previewReferral)['spec']['run']>>;

/** What may be told, then exactly what will be, then the button: the fields stand in the address, the values nowhere. */
export async function PreviewAndSend(visit: Visit<View>): Promise<ReactNode> {
  const { view, search, params } = visit;
  const words = referralWords(view);
  const fields = chosenFields(view);
  const preview = await visit.ask(previewReferral, { ticket: params.ticket!, service: search.service!, after: search.after, fields: [...fields] });
  const to = preview.organization ? inLanguage(preview.organization.names, view.locale.lang).text : '';
  return (
    <Beside aside={<FieldsToTell view={view} search={search} fields={fields} offered={fieldCodes.filter((code) => code !== 'organization' || preview.forOrganization)} />}>
      <Card title={<NameOf view={view} names={preview.service.names} />}>
        <h3>{words('refer.preview', { name: to })}</h3>
        <p className="soft">{words('refer.preview_help')}</p>
        <DisclosedLines view={view} lines={preview.lines} />
        {preview.agreement ? <p className="soft">{words('refer.agreement')} <CalendarDate view={view} value={preview.agreement.until} /></p> : null}
      </Card>
      <Sending visit={visit} preview={preview} fields={fields} />
    </Beside>
  );
}

/** Those ticked, read from the address; the usual ones on the first look. */
function chosenFields(view: View): readonly FieldCode[] {
  const query = new URLSearchParams(view.search);
  return query.has('shown') ? fieldCodes.filter((code) => query.getAll('fields').includes(code)) : usualFields;
}

const FieldsToTell = ({ view, search, fields, offered }: {
  view: View; search: Readonly<Record<string, string | undefined>>; fields: readonly FieldCode[]; offered: readonly FieldCode[];
}): ReactNode => {
  const words = referralWords(view);
  return (
    <form method="get" action={view.path} className="form card">
      <HiddenField name="service" value={search.service!} />
      <HiddenField name="shown" value="1" />
      {search.after ? <HiddenField name="after" value={search.after} /> : null}
      <Checkboxes
        view={view} errors={{}} values={{ fields: [...fields] }} unmarked name="fields" label={words('refer.fields')} help={words('refer.fields_help')}
        choices={offered.map((code) => ({ value: code, label: words(`field.${code}`) }))}
      />
      <Button kind="quiet" icon="eye">{words('refer.show')}</Button>
    </form>
  );
};

/** The button that sends what was shown, or what stands in its way. */
const Sending = ({ visit, preview, fields }: { visit: Visit<View>; preview: Preview; fields: readonly FieldCode[] }): ReactNode => {
  const { view, params, values, errors } = visit;
  const words = referralWords(view);
  const other = (
    <LinkButton kind="quiet" href={hrefWith(view, { service: null, fields: null, shown: null })} icon="back">{words('refer.other')}</LinkButton>
  );
  if (preview.agreementEnded) return <><Notice view={view} kind="warning">{words('refer.agreement_ended')}</Notice><Buttons>{other}</Buttons></>;
  if (!preview.consent) {
    return (
      <Notice view={view} kind="warning">
        <p>{words('refer.consent_missing')}</p>
        <LinkButton href={`/people/${preview.spokenTo}/consent?visit=${params.ticket}&purpose=sharing&recipient=${preview.service.organization}&fields=${['need', ...fields].join(',')}`} icon="hand">{words('refer.ask_consent')}</LinkButton>
      </Notice>
    );
  }
  return (
    <Form view={view} values={{ _key: values['_key'] }} errors={visit.refusal ? {} : errors}>
      <HiddenField name="service" value={preview.service.id} />
      <HiddenField name="seen" value={preview.seen} />
      {fields.map((field) => <HiddenField key={field} name="fields" value={field} />)}
      {visit.search.after ? <HiddenField name="after" value={visit.search.after} /> : null}
      {preview.agreement ? <HiddenField name="agreement" value={preview.agreement.id} /> : null}
      {preview.agreement ? <HiddenField name="agreement_version" value={preview.agreement.version} /> : null}
      <Buttons><Button icon="referral">{words('refer.send')}</Button>{other}</Buttons>
    </Form>
  );
};
