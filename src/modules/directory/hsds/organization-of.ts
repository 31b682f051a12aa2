import { nameFor } from '#core/words/named.ts';
import { type OrganizationCard, organizationKindNames } from '#modules/network/public.ts';
import { one, others } from './texts.ts';
import { withoutEmpty } from './without-empty.ts';

/** A body as an HSDS organization. HSDS wants a description; where it gave none, what kind of body it is says so. */
export const organizationOf = (card: OrganizationCard, lang: string): Record<string, unknown> =>
  withoutEmpty({
    id: card.id,
    name: one(card.names, lang),
    alternate_name: others(card.names, lang),
    description: one(card.descriptions, lang) ?? nameFor(organizationKindNames[card.kind], { lang: lang as 'fr', country: 'TN' }),
    email: card.email,
    website: webAddress(card.website),
    legal_status: card.legalStatus,
    year_incorporated: card.foundedYear,
    parent_organization_id: card.parent,
  });

const webAddress = (given: string | null): string | undefined => (given && URL.canParse(given) ? given : undefined);
