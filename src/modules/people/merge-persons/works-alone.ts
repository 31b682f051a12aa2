import type { Asking } from '#core/action.ts';
import { accountsAt } from '#modules/network/public.ts';
import type { PeopleTables } from '../people.ts';

/** Is she the only one who works with persons at this hub? Then nobody else can look with her. */
export async function worksAlone({ tx, hub, actor }: Asking<PeopleTables>): Promise<boolean> {
  const colleagues = await accountsAt(tx, hub, ['desk_officer', 'case_worker', 'supervisor']);
  return colleagues.every(({ account }) => account === actor.account);
}
