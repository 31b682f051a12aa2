import { withOwner } from '../owner-client.ts';
import type { Kit } from '../kit.ts';

/** Writes a mistake into the function that moves value, does the work, and puts the function back as it was. Throws when there is nothing to replace. */
export const withFault = <T>(kit: Kit, right: string, wrong: string, work: () => Promise<T>): Promise<T> => withOwner(kit, async (owner) => {
  const { rows } = await owner.query<{ whole: string }>(`select pg_get_functiondef(oid) as whole from pg_proc where proname = 'apply_batch' and pronamespace = 'ledger'::regnamespace`);
  const { whole } = rows[0]!;
  if (!whole.includes(right)) throw new Error(`The ledger no longer says: ${right}`);
  await owner.query(whole.replace(right, wrong));
  try {
    return await work();
  } finally {
    await owner.query(whole);
  }
});
