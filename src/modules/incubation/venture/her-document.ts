import type { Doing } from '#core/action.ts';
import { isDocumentOf } from '#modules/documents/public.ts';
import { personGroup } from '#modules/people/public.ts';
import type { IncubationTables } from '../incubation.ts';

/** The document, if it is one of hers that the writer may open; refuses `unknown-document` otherwise. */
export async function herDocument(doing: Doing<IncubationTables>, person: string, document: string): Promise<string> {
  if (!(await isDocumentOf(doing.tx, document, await personGroup(doing.tx, person)))) doing.refuse('unknown-document', {}, 'document');
  return document;
}
