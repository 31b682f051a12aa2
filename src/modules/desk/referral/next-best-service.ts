import type { Asking } from '#core/action.ts';
import { inLanguage } from '#core/input.ts';
import { servicesByIds, type ServiceEntry, servicesForMatching } from '#modules/directory/public.ts';
import type { DeskTables } from '../desk.ts';

/**
 * The service to try next, should one (`besides`) decline or stay silent: what was chosen after it in the orientation, else another of the
 * same kind, each only if it is open and has room today; the shortest wait first, then the name. Null when there is none. Asked
 * again whenever it is shown: a proposal of three weeks ago may have closed since.
 */
export async function nextBestService(
  asking: Pick<Asking<DeskTables>, 'tx' | 'network' | 'now'>, { ticket, type, besides }: { ticket: string; type: string; besides: string },
): Promise<string | null> {
  const tried = new Set([besides, ...(await triedFor(asking, ticket))]);
  const chosen = (await chosenInOrientation(asking, ticket)).filter((id) => !tried.has(id));
  const cards = await servicesByIds(asking, chosen);
  const stillOpen = chosen.find((id) => { const card = cards.get(id); return card !== undefined && hasRoom(card); });
  if (stillOpen) return stillOpen;
  const open = (await servicesForMatching(asking, { types: [type] })).filter((service) => hasRoom(service) && !tried.has(service.id));
  return open.sort(shorterWaitFirst)[0]?.id ?? null;
}

const triedFor = async ({ tx, network }: Pick<Asking<DeskTables>, 'tx' | 'network'>, ticket: string): Promise<string[]> =>
  (await tx.selectFrom('desk.referral').select('service_id').where('network_id', '=', network).where('ticket_id', '=', ticket).execute())
    .map((row) => row.service_id);

/** The services chosen in the newest orientation of a visit, in her order; empty when there was none. */
export async function chosenInOrientation({ tx, network }: Pick<Asking<DeskTables>, 'tx' | 'network'>, ticket: string): Promise<string[]> {
  const newest = await tx.selectFrom('desk.orientation').select('id')
    .where('network_id', '=', network).where('ticket_id', '=', ticket).orderBy('revision', 'desc').limit(1).executeTakeFirst();
  if (!newest) return [];
  const rows = await tx.selectFrom('desk.orientation_choice').select('service_id')
    .where('network_id', '=', network).where('orientation_id', '=', newest.id).orderBy('position').execute();
  return rows.map((row) => row.service_id);
}

const hasRoom = ({ status, freePlaces }: Pick<ServiceEntry, 'status' | 'freePlaces'>): boolean => status === 'active' && freePlaces !== 0;

const waitOf = (service: ServiceEntry): number => service.waitingDays ?? Number.MAX_SAFE_INTEGER;

const shorterWaitFirst = (a: ServiceEntry, b: ServiceEntry): number =>
  waitOf(a) - waitOf(b) || inLanguage(a.names, 'ar').text.localeCompare(inLanguage(b.names, 'ar').text, 'ar') || (a.id < b.id ? -1 : 1);
