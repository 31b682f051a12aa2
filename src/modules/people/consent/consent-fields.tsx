import type { ReactNode } from 'react';
import { Checkbox, Radios, SelectField } from '#ui/choice.tsx';
import type { FormState } from '#ui/field-values.ts';
import { FreeText, Ltr } from '#ui/bdi.tsx';
import { apart } from '../person/apart.ts';
import { languagesOffered } from '../person/spoken-language.ts';
import { peopleWords } from '../words.ts';
import { consentWords } from '../consent-words.ts';
import { type ConsentPurpose, deskChannels, guardians as guardianKinds } from './consent-table.ts';
import type { NoticeTold } from './notice-told.ts';
import { toldText } from './told-text.ts';

interface ConsentFieldsProps extends FormState {
  /** Stands before each field's name: `consent_` inside the intake, nothing on the page of consents. */
  readonly prefix: '' | 'consent_';
  readonly witnesses: readonly { readonly account: string; readonly name: string }[];
  readonly purpose: ConsentPurpose;
  /** What the hub tells for this purpose. */
  readonly notice: NoticeTold;
  /** The link form asks for a yes by its very purpose. */
  readonly alwaysYes?: true;
}

/** The notice of the purpose to read aloud and the answer: what she said, how, before whom, in which language. */
export const ConsentFields = ({ prefix, witnesses, alwaysYes, purpose, notice, ...f }: ConsentFieldsProps): ReactNode => {
  const words = peopleWords(f.view);
  const answers = (['given', 'refused'] as const).map((value) => ({ value, label: words(`answer.${value}`) }));
  const guardians = guardianKinds.map((value) => ({ value, label: words(`guardian.${value}`) }));
  const companion = prefix === '' ? 'companion_witness' : 'consent_companion';
  return (
    <>
      <Told view={f.view} purpose={purpose} notice={notice} />
      {alwaysYes ? null : <Radios {...f} required={prefix === ''} name={`${prefix}answer`} label={words(prefix === '' ? 'consent.agrees' : 'consent.answer')} choices={answers} />}
      <Radios {...f} required={prefix === ''} name={`${prefix}channel`} label={words('consent.channel')} choices={deskChannels.map((value) => ({ value, label: words(`channel.${value}`) }))} />
      <SelectField {...f} name={`${prefix}witness`} label={words('consent.witness')} choices={witnesses.map(({ account, name }) => ({ value: account, label: apart(name) }))} />
      <Checkbox {...f} required name={companion} label={words('consent.companion')} />
      <SelectField {...f} name={`${prefix}guardian`} label={words('consent.guardian')} choices={guardians} />
      <SelectField {...f} required={prefix === ''} name={`${prefix}language`} label={words('consent.language')} choices={languagesOffered(f.view.locale.country).map((value) => ({ value, label: words(`lang.${value}`) }))} />
    </>
  );
};

/** What is read aloud to her before she answers, as a quotation of its own, with the version she is told. */
export const Told = ({ view, purpose, notice }: Pick<ConsentFieldsProps, 'view' | 'purpose' | 'notice'>): ReactNode => {
  const words = consentWords(view);
  const { text, lang } = toldText(view, notice, purpose);
  return (
    <figure className="told">
      <figcaption><strong>{words('told.title')}</strong> <span className="soft">{words(notice.texts ? 'told.own' : 'told.built_in')} · {words('told.version')} <Ltr>{notice.version}</Ltr></span></figcaption>
      <blockquote lang={lang}><FreeText text={text} /></blockquote>
    </figure>
  );
};
