import { z } from 'zod';
import type { Multilingual } from '#core/input.ts';
import { type IdKind, idKindsOf } from '#core/text/id-number.ts';
import { accountsAt, hubCard, territoryChoices } from '#modules/network/public.ts';
import { type NoticeTold, noticeToTell } from '../consent/notice-told.ts';
import { query } from '../people.ts';

/** What the lists of the person form hold at this hub. */
export interface PersonFormChoices {
  readonly territories: readonly { readonly code: string; readonly names: Multilingual }[];
  /** Colleagues who may witness: everyone of the hub but the one who asks. */
  readonly witnesses: readonly { readonly account: string; readonly name: string }[];
  readonly idKinds: readonly IdKind[];
  /** What is told here before asking to keep her data, and before knowing her from elsewhere. */
  readonly notices: Readonly<Record<'service' | 'known-elsewhere', NoticeTold>>;
}

/** The places, witnesses and papers to choose from when a person is registered at this hub. */
export const personFormChoices = query({
  name: 'person-form-choices',
  says: 'Gives the lists one chooses from when registering a person.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub, actor, absent }): Promise<PersonFormChoices> => {
    const { country } = (await hubCard(tx, hub)) ?? absent();
    const territories = await territoryChoices(tx, [country]);
    const staff = new Map((await accountsAt(tx, hub)).map(({ account, name }) => [account, name]));
    staff.delete(actor.account ?? '');
    return {
      territories: territories.map(({ code, names }) => ({ code, names })),
      witnesses: [...staff].map(([account, name]) => ({ account, name })),
      idKinds: idKindsOf(country),
      notices: {
        service: await noticeToTell(tx, network, hub, 'service'),
        'known-elsewhere': await noticeToTell(tx, network, hub, 'known-elsewhere'),
      },
    };
  },
});
