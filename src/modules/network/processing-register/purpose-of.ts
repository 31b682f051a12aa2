import type { Reader } from '#core/words/words.ts';
import { controllerWords } from '../controller-words.ts';

/** The parts of the house that have a purpose in words; a part without one says so instead of inventing it. */
export const describedSchemas = [
  'people', 'desk', 'accompaniment', 'documents', 'messages', 'confidential', 'network', 'core', 'directory', 'evidence', 'portal', 'exchange', 'webhooks', 'transfer', 'rights', 'programme', 'incubation', 'funding', 'training', 'registers', 'reports', 'research', 'ledger', 'currency',
] as const;

/** What a part of the database is for, in the reader's language. */
export const purposeOf = (reader: Reader, schema: string): string =>
  controllerWords(reader)(`purpose.${describedSchemas.find((each) => each === schema) ?? 'other'}`);
