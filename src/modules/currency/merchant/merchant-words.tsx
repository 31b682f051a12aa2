import type { ReactNode } from 'react';
import { defineWords } from '#core/words/words.ts';
import { Badge } from '#ui/badge.tsx';
import type { View } from '#ui/view.ts';
import type { ClaimState, MerchantState } from '../codes.ts';
import ar from '../locales/merchant.ar.json' with { type: 'json' };
import en from '../locales/merchant.en.json' with { type: 'json' };
import fr from '../locales/merchant.fr.json' with { type: 'json' };

/** The words of shops, their claims and the runs in which they are paid. */
export const merchantWords = defineWords('currency', { ar, en, fr });

const shopTones = { applied: 'saffron', agreement_signed: 'saffron', active: 'olive', suspended: 'rose', exited: 'door' } as const;
const claimTones = { submitted: 'saffron', validated: 'saffron', paid: 'olive', reconciled: 'olive', disputed: 'rose', dropped: 'door' } as const;

/** Where a shop stands, as a badge. */
export const ShopBadge = ({ view, state }: { view: View; state: MerchantState }): ReactNode => <Badge tone={shopTones[state]}>{merchantWords(view)(`shop.${state}`)}</Badge>;

/** Where a claim stands, as a badge. */
export const ClaimBadge = ({ view, state }: { view: View; state: ClaimState }): ReactNode => <Badge tone={claimTones[state]}>{merchantWords(view)(`claim.${state}`)}</Badge>;
