import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import { agreementsStanding, dayHere } from '#modules/network/public.ts';
import type { CountedSex, Level, PartnerRole } from './codes.ts';
import type { ProgrammeTables } from './programme.ts';
import type { IndicatorCode } from './target/indicators.ts';

/** What other parts say of a programme. */
export interface ProgrammeCard {
  readonly id: string;
  readonly level: Level;
  readonly code: string;
  readonly names: Multilingual;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly open: boolean;
  /** It serves people in danger: nothing public may tell places or numbers. */
  readonly sensitive: boolean;
}

/** One programme of this network that the reader may see, or nothing. */
export const programmeCard = async (tx: AnyTx, id: string): Promise<ProgrammeCard | undefined> => (await programmesByIds(tx, [id]))[0];

/** The programmes of a list of ids that the reader may see, earliest first. */
export const programmesByIds = async (tx: AnyTx, ids: readonly string[]): Promise<ProgrammeCard[]> =>
  ids.length === 0 ? [] : (await cards(tx).where('id', 'in', [...new Set(ids)]).execute()).map(toCard);

/** Every open programme, for lists of choices; earliest first. */
export const openProgrammes = async (tx: AnyTx): Promise<ProgrammeCard[]> => (await cards(tx).where('state', '=', 'open').execute()).map(toCard);

/** Every programme, the open ones first: what is over is still reported on. */
export const programmesWithEnded = async (tx: AnyTx): Promise<ProgrammeCard[]> => {
  const all = (await cards(tx).execute()).map(toCard);
  return [...all.filter(({ open }) => open), ...all.filter(({ open }) => !open)];
};

/** A partner of a programme on a day: who it was then, and whether the agreement it works under lets it write. */
export interface PartnerOnDay {
  readonly partner: string;
  readonly programme: string;
  readonly organization: string | null;
  readonly hub: string | null;
  readonly role: PartnerRole;
}

/** The programmes in which a hub or a body took part on a day, by date: a partner that was replaced keeps what was done in its time (domain.md rule 11). */
export async function programmesOf(tx: AnyTx, { hub, organization, on }: { hub?: string; organization?: string; on: string }): Promise<PartnerOnDay[]> {
  if (!hub && !organization) return [];
  return within<ProgrammeTables>(tx)
    .selectFrom('programme.partner')
    .select(['id as partner', 'programme_id as programme', 'organization_id as organization', 'hub_id as hub', 'role'])
    .where('network_id', '=', inNetwork)
    .where((eb) => eb.or([...(hub ? [eb('hub_id', '=', hub)] : []), ...(organization ? [eb('organization_id', '=', organization)] : [])]))
    .where('since', '<=', on).where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', on)]))
    .orderBy('since').orderBy('id').execute();
}

/**
 * May a hub write in a programme today? It may when it takes part now and, where an agreement was named for it, that one is in force: a
 * partner whose agreement expired reads and no longer writes (domain.md 1.11). A hub that takes part under no agreement may.
 */
// biome-ignore lint/suspicious/noExplicitAny: public functions take any module's transaction.
export async function partnerMayWrite(asking: Asking<any>, { programme, hub }: { programme: string; hub: string }): Promise<boolean> {
  const today = await dayHere(asking);
  const rows = await within<ProgrammeTables>(asking.tx)
    .selectFrom('programme.partner').select('agreement_id as agreement')
    .where('network_id', '=', asking.network).where('programme_id', '=', programme).where('hub_id', '=', hub)
    .where('since', '<=', today).where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)])).execute();
  for (const { agreement } of rows) {
    if (!agreement) return true;
    const [standing] = await agreementsStanding(asking, agreement);
    if (standing?.state === 'in-force') return true;
  }
  return false;
}

/** What is promised now for one thing at one place; undefined when nothing is. Without a place: the whole programme. */
export async function targetOf(
  tx: AnyTx, { programme, indicator, territory = null, sex = 'all' }: { programme: string; indicator: IndicatorCode; territory?: string | null; sex?: CountedSex },
): Promise<number | undefined> {
  const row = await within<ProgrammeTables>(tx)
    .selectFrom('programme.target').select('value')
    .where('network_id', '=', inNetwork).where('programme_id', '=', programme).where('indicator', '=', indicator)
    .where('territory_code', territory === null ? 'is' : '=', territory).where('sex', '=', sex)
    .orderBy('version', 'desc').executeTakeFirst();
  return row && Number(row.value);
}

const inNetwork = sql<string>`nullif(current_setting('app.network', true), '')::uuid`;

const cards = (tx: AnyTx) =>
  within<ProgrammeTables>(tx).selectFrom('programme.programme')
    .select(['id', 'level', 'code', 'names', 'starts_on as startsOn', 'ends_on as endsOn', 'state', 'sensitive'])
    .where('network_id', '=', inNetwork).orderBy('starts_on').orderBy('id');

const toCard = ({ state, ...row }: Omit<ProgrammeCard, 'open'> & { state: 'open' | 'closed' }): ProgrammeCard => ({ ...row, open: state === 'open' });
