import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { ReactNode } from 'react';
import { Ltr } from './bdi.tsx';
import type { View } from './view.ts';

interface PhoneProps {
  readonly view: View;
  /** As it was kept: `+21622345678`, or as one dials it in the reader's country. */
  readonly number?: string | null | undefined;
  /** A tap calls it. */
  readonly call?: boolean;
}

/** A phone number in its international form, in groups (+216 22 345 678), written from left to right; a help line's few digits as they are. */
export const Phone = ({ view, number, call }: PhoneProps): ReactNode => {
  if (!number) return null;
  const read = parsePhoneNumberFromString(number, view.locale.country as CountryCode);
  const shown = <Ltr>{read?.isValid() ? read.formatInternational() : number}</Ltr>;
  return call ? <a href={`tel:${read?.number ?? number.replace(/[^+\d]/g, '')}`}>{shown}</a> : shown;
};
