import type { Asking } from '#core/action.ts';
import type { DeskTables } from '../desk.ts';
import type { FormContent } from './form-content.ts';
import { formVersion } from './form-version.ts';
import { shippedForms } from './shipped-forms.ts';

/** What a new version may begin from: a questionnaire that comes with the house, by its code, or a published version, by its id; undefined when there is none. */
export async function baseOf(asking: Pick<Asking<DeskTables>, 'tx' | 'network'>, base: string): Promise<Omit<FormContent, 'active_from'> | undefined> {
  const shipped = shippedForms.find(({ code }) => code === base);
  if (shipped || !/^[0-9a-f-]{36}$/.test(base)) return shipped;
  const version = await formVersion(asking, base);
  const row = await asking.tx.selectFrom('desk.form').select('code').where('network_id', '=', asking.network).where('id', '=', base).executeTakeFirst();
  return version && row && { code: row.code, names: version.names, scales: version.scales, questions: version.questions.map(({ id: _, ...question }) => question) };
}
