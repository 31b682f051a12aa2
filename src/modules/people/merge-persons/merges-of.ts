import type { Asking } from '#core/action.ts';
import { accountNames } from '#modules/network/public.ts';
import type { MergeReason, MergeTable } from '../identity/identity-tables.ts';
import type { PeopleTables } from '../people.ts';
import { cardsAsWritten, type PersonCard } from '../person/person-card.ts';

/** A merge as lists and pages show it, with the names of the two files and of the colleagues. */
export interface MergeCard {
  readonly id: string;
  readonly survivor: PersonCard;
  readonly absorbed: PersonCard;
  readonly state: MergeTable['state'];
  readonly reason: MergeReason;
  readonly words: string;
  readonly warnings: readonly string[];
  readonly alone: boolean;
  readonly proposedBy: string;
  readonly proposed: Deed;
  readonly decided: Deed | null;
  readonly undone: (Deed & { readonly why: string }) | null;
}

/** Who did something and when. */
export interface Deed {
  readonly who: string | null;
  readonly at: Date;
}

const most = 200;

/** The merges this hub proposed or decided: between two files, or all of them in these states; the newest first, two hundred at most. */
export async function mergesOf(
  { tx, network, hub }: Asking<PeopleTables>, wanted: { between: readonly [string, string] } | { states: readonly MergeTable['state'][] },
): Promise<MergeCard[]> {
  const rows = await tx.selectFrom('people.merge').selectAll().where('network_id', '=', network).where('hub_id', '=', hub)
    .$if('between' in wanted, (q) => q.where('survivor_id', 'in', [...(wanted as { between: readonly string[] }).between]).where('absorbed_id', 'in', [...(wanted as { between: readonly string[] }).between]))
    .$if('states' in wanted, (q) => q.where('state', 'in', [...(wanted as { states: readonly MergeTable['state'][] }).states]))
    .orderBy('proposed_at', 'desc').orderBy('id', 'desc').limit(most).execute();
  const cards = await cardsAsWritten(tx, rows.flatMap((row) => [row.survivor_id, row.absorbed_id]));
  const names = await accountNames(tx, rows.flatMap((row) => [row.proposed_by, row.decided_by, row.undone_by].filter((each) => each !== null)));
  const deed = (who: string | null, at: Date | null): Deed | null => (at ? { who: (who && names.get(who)) || null, at } : null);
  return rows.flatMap((row): MergeCard[] => {
    const [survivor, absorbed] = [cards.get(row.survivor_id), cards.get(row.absorbed_id)];
    if (!survivor || !absorbed) return [];
    const undone = deed(row.undone_by, row.undone_at);
    return [{
      id: row.id, survivor, absorbed, state: row.state, reason: row.reason, words: row.words, warnings: row.warnings, alone: row.alone, proposedBy: row.proposed_by,
      proposed: deed(row.proposed_by, row.proposed_at)!, decided: deed(row.decided_by, row.decided_at), undone: undone && { ...undone, why: row.undone_why ?? '' },
    }];
  });
}
