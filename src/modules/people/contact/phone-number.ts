import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { foldDigits } from '#core/text/fold.ts';

/** A phone number in its international form (+21698765432), read as one dials it in this country; undefined when it is none. */
export function readPhone(typed: string, country: string): string | undefined {
  const parsed = parsePhoneNumberFromString(foldDigits(typed), country as CountryCode);
  return parsed?.isValid() ? parsed.number : undefined;
}
