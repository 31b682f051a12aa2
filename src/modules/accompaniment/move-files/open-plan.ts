import type { Asking } from '#core/action.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { personGroup } from '#modules/people/public.ts';
import type { AccompanimentTables } from '../accompaniment.ts';
import { planOf } from '../case-sheet/plan-of.ts';
import { type CaseKind, openStates } from '../codes.ts';

/** An open file of hers as another hub is told of it: towards what, and what she still wants to reach. */
export interface OpenPlan {
  readonly kind: CaseKind;
  readonly goals: readonly { readonly words: string; readonly steps: readonly { readonly words: string; readonly dueOn: string | null; readonly done: boolean }[] }[];
}

/** Her open files at this hub with their open goals, as far as the reader sees them; empty for who reads no plan. */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function openPlans(asking: Asking<any>, person: string): Promise<OpenPlan[]> {
  const tx = within<AccompanimentTables>(asking.tx);
  const files = await openFilesOf(tx, asking.network, asking.hub, person);
  return Promise.all(files.map(async ({ id, kind }) => ({
    kind,
    goals: (await planOf({ ...asking, tx }, id)).filter(({ state }) => state === 'open')
      .map(({ words, steps }) => ({ words, steps: steps.map((step) => ({ words: step.words, dueOn: step.dueOn, done: step.doneAt !== null })) })),
  })));
}

/** The open files of a person, under whichever of her files they were opened; those of bodies stay with the body. */
export async function openFilesOf(tx: AnyTx, network: string, hub: string, person: string) {
  return within<AccompanimentTables>(tx).selectFrom('accompaniment.case_file')
    .select(['id', 'hub_id', 'kind', 'person_id', 'organization_id', 'key_owner_id', 'opened_at', 'state', 'state_at', 'plan_version', 'approved_version'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', 'in', [...(await personGroup(tx, person))])
    .where('state', 'in', [...openStates]).orderBy('opened_at').orderBy('id').execute();
}
