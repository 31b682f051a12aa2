import type { ReactNode } from 'react';
import { type Multilingual, inLanguage } from '#core/input.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import type { ParcelRow } from '../parcel/parcel-here.ts';
import { transferWords } from '../words.ts';

const tones: Readonly<Record<ParcelRow['state'], Tone>> = { waiting: 'door', accepted: 'olive', refused: 'rose', withdrawn: 'saffron', late: 'rose' };

/** What became of a parcel, in a word. */
export const ParcelState = ({ view, state }: { view: View; state: ParcelRow['state'] }): ReactNode => <Badge tone={tones[state]}>{transferWords(view)(`state.${state}`)}</Badge>;

/** The name of a hub in the reader's language. */
export const HubName = ({ view, names }: { view: View; names: Multilingual }): ReactNode => {
  const { text, lang } = inLanguage(names, view.locale.lang);
  return <Bdi lang={lang}>{text}</Bdi>;
};
