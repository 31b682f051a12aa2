import { z } from 'zod';
import { recordRefusedLook } from '#core/audit.ts';
import { id } from '#core/input.ts';
import { accountNames } from '#modules/network/public.ts';
import { personGroup } from '../identity/person-group.ts';
import { query } from '../people.ts';
import { personCard } from '../person/person-card.ts';

const grantPurpose = { ticket: 'visit', need: 'need', referral: 'referral' } as const;

/**
 * Opens a person's contact and identity, while a ticket, a need or a referral is open for her at this desk; every opening
 * is noted. `open: false` when nothing is open: that attempt is noted too.
 */
export const personContact = query({
  name: 'person-contact',
  says: 'Opens the phones, address and papers of a person for whom something is open here.',
  input: z.strictObject({ person: id() }),
  run: async ({ tx, network, hub, now, actor, vault, blind, absent, because }, { person }) => {
    if (!(await personCard(tx, person))) absent();
    const files = [...(await personGroup(tx, person))];
    const grant = await tx.selectFrom('people.access_grant').select(['basis', 'until_at as until']).where('network_id', '=', network)
      .where('hub_id', '=', hub).where('person_id', 'in', files).where('revoked_at', 'is', null).where('until_at', '>', now)
      .orderBy('until_at', 'desc').executeTakeFirst();
    if (!grant) {
      await recordRefusedLook(tx, actor, { action: 'people.person-contact', person, compartment: 'C1a', reason: 'nothing-open', blind });
      return { open: false as const };
    }
    because(grantPurpose[grant.basis]);
    const rows = await tx.selectFrom('people.person_contact').selectAll().where('network_id', '=', network)
      .where('hub_id', '=', hub).where('person_id', 'in', files).where('ended_at', 'is', null).orderBy('kind').orderBy('set_at').execute();
    const names = await accountNames(tx, rows.flatMap((row) => row.seen_by ?? []));
    const words = new Map((await tx.selectFrom('people.contact_rule').select(['contact_id', 'sealed_words']).where('network_id', '=', network)
      .where('hub_id', '=', hub).where('person_id', 'in', files).where('ended_at', 'is', null).where('sealed_words', 'is not', null).execute())
      .map((row) => [row.contact_id, row.sealed_words!]));
    const open = async (file: string, table: string, column: string, row: string, sealed: Buffer | undefined) =>
      (sealed ? vault.open({ person: file, table, column, row }, sealed) : null);
    const contacts = await Promise.all(rows.map(async ({ id: row, person_id: file, kind, sealed, owner, shared, id_kind: idKind, country, seen_by: seenBy, seen_at: seenAt }) => ({
      id: row, kind, owner, shared, idKind, country,
      seen: seenAt && { who: (seenBy && names.get(seenBy)) || null, at: seenAt },
      value: (await open(file, 'people.person_contact', 'sealed', row, sealed))!,
      // What to say when somebody else answers, only where it was agreed.
      words: await open(file, 'people.contact_rule', 'sealed_words', row, words.get(row)),
    })));
    return { open: true as const, basis: grant.basis, until: grant.until, contacts };
  },
});
