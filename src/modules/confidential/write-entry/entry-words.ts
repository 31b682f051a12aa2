import type { Reader } from '#core/words/words.ts';
import type { EntryKind } from '../codes.ts';
import { confidentialWords } from '../words.ts';
import type { FieldName } from './entry-fields.ts';

type Key = Parameters<ReturnType<typeof confidentialWords>>[0];

/** How a field is called on the form and on the sheet; "to" is somebody else for a contact than for a referral. */
export const fieldWord = (reader: Reader, kind: EntryKind, name: FieldName): string =>
  confidentialWords(reader)(name !== 'to' ? (`field.${name}` as Key) : kind === 'safe_contact' ? 'entry.to_contact' : 'entry.to_referral');

/** The words of a code; that each code has words is tested. */
export const codeWord = (reader: Reader, name: string, code: string): string => confidentialWords(reader)(`code.${name}.${code}` as Key);
