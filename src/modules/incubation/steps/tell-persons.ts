import { sql } from 'kysely';
import type { Doing } from '#core/action.ts';
import type { ApplicantKind, Sex } from '../codes.ts';

interface Behind { readonly application: string; readonly person: string; readonly hub: string; readonly call: string; readonly applicant: ApplicantKind; readonly sex: Sex | null; readonly age_band: string | null; readonly territory: string | null }

/**
 * Tells a step for each person behind these applications, one event each, as she was counted when she registered: figures count persons and
 * not papers. `name` is an event of the module that acts, its body the one of `applicant-registered`.
 */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function tellPersons({ tx, network, recordAll }: Pick<Doing<any>, 'tx' | 'network' | 'recordAll'>, name: string, applications: readonly string[]): Promise<void> {
  const { rows } = await sql<Behind>`
    select n.id as application, a.person_id as person, n.hub_id as hub, n.call_id as call, n.applicant, a.sex, a.age_band, n.territory_code as territory
    from incubation.application n join incubation.applicant a on a.network_id = n.network_id and a.application_id = n.id and a.left_at is null
    where n.network_id = ${network} and n.id = any (${[...applications]}::uuid[]) order by n.id, a.part, a.person_id`.execute(tx);
  if (rows.length === 0) return;
  await recordAll(rows.map(({ application, person, hub, sex, age_band, ...rest }) =>
    ({ name, subject: application, person, hub, body: { sex: sex ?? 'unknown', age_band: age_band ?? 'unknown', kind: 'person', ...rest } })));
}
