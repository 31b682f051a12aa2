import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import { nameFor } from '#core/words/named.ts';
import { findServiceType } from '#modules/directory/public.ts';
import { territoryLine } from '#modules/network/public.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import { Phone } from '#ui/phone.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import { referralWords } from '../referral-words.ts';
import type { DisclosedLine } from './disclosed-field.ts';
import type { ReferralState } from './referral-state.ts';

/** A name from the directory or the registry in the reader's language; a plain sentence when it is hidden from her. */
export const NameOf = ({ view, names }: { view: View; names: Multilingual | null }): ReactNode => {
  if (!names) return <span className="soft">{referralWords(view)('list.hidden')}</span>;
  const { text, lang } = inLanguage(names, view.locale.lang);
  return <Bdi lang={lang}>{text}</Bdi>;
};

/** The name of a kind of service; its code when Hadina does not know it. */
export const typeName = (view: View, code: string): string => {
  const type = findServiceType(code);
  return type ? nameFor(type.names, view.locale) : code;
};

/** The name of a place; its code when only the network knows it. */
export const placeName = (view: View, code: string): string => {
  const [place] = territoryLine(code);
  return place ? nameFor(place.names, view.locale) : code;
};

const toneOf: Readonly<Record<ReferralState, Tone>> = {
  sent: 'door', accepted: 'olive', declined: 'rose', served: 'olive', closed: 'door', returned: 'door',
};

/** Where a referral stands, in a word; late and escalated ones say so. */
export const ReferralBadge = ({ view, state, late, escalated }: {
  view: View; state: ReferralState; late?: boolean; escalated?: boolean;
}): ReactNode => {
  const words = referralWords(view);
  if (escalated) return <Badge tone="rose">{words('is.escalated')}</Badge>;
  if (late) return <Badge tone="saffron">{words('is.late')}</Badge>;
  return <Badge tone={toneOf[state]}>{words(`is.${state}`)}</Badge>;
};

/** The lines that go with a client, exactly as they were or will be told. */
export const DisclosedLines = ({ view, lines }: { view: View; lines: readonly DisclosedLine[] }): ReactNode => (
  <Facts
    view={view}
    facts={lines.map((line) => ({ label: referralWords(view)(line.part ? `part.${line.part}` : `field.${line.field}`), value: <LineValue view={view} line={line} /> }))}
  />
);

const LineValue = ({ view, line: { field, part, value } }: { view: View; line: DisclosedLine }): ReactNode => {
  const words = referralWords(view);
  if (part === 'answered-by') return words(`owner.${value as 'household' | 'relative' | 'neighbour' | 'other'}`);
  switch (field) {
    case 'phone': return <Phone view={view} number={value} />;
    case 'birth-year': return <Ltr>{value}</Ltr>;
    case 'sex': return words(`sex.${value as 'female' | 'male'}`);
    case 'territory': return <Bdi>{placeName(view, value)}</Bdi>;
    case 'languages': return <Bdi>{languageNames(view, value.split(' '))}</Bdi>;
    case 'need': return <Bdi>{typeName(view, value)}</Bdi>;
    default: return <Bdi>{value}</Bdi>;
  }
};

function languageNames(view: View, codes: readonly string[]): string {
  const names = new Intl.DisplayNames(view.locale.tag, { type: 'language' });
  const list = codes.map((code) => (code === 'other' ? referralWords(view)('language.other') : (names.of(code) ?? code)));
  return new Intl.ListFormat(view.locale.tag, { type: 'conjunction' }).format(list);
}
