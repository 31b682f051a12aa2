export { type AgreementInForce, agreementInForce } from './agreement/agreement-in-force.ts';
export { worksByAgreement } from './agreement/works-by-agreement.ts';
export type { Opening } from './agreement/agreement-kind.ts';
export { type HubCard, hubCard, hubsOf, hubTerms } from './hub/hub-card.ts';
export { hubPlaces } from './hub/hub-places.ts';
export { defaultTerms } from './hub/hub-words.ts';
export { type HubKind, hubKindNames, hubKinds } from './hub-kind.ts';
export { type OrganizationCard, organizationCard, organizationsByIds } from './organization/organization-card.ts';
export {
  type OrganizationKind, organizationKindNames, organizationKinds, type Sector, sectorNames, sectors,
} from './organization/organization-kind.ts';
export { organizationSearch } from './organization/organization-search.ts';
export { registerOrganization } from './organization/register-organization.ts';
export { organizationsOf } from './organization/organizations-of.ts';
export { consoleActor } from './sign-in/console-actor.ts';
export { createToken } from './sign-in/create-token.ts';
export { actorOfSession, forgetSession } from './sign-in/session-actor.ts';
export { readerAt, type SignedIn } from './sign-in/signed-in.ts';
export { actorOfToken } from './sign-in/token-actor.ts';
export { accountName, accountNames, accountsAt, type StaffCard } from './staff/accounts-at.ts';
export { loadTerritories } from './territory/load-territories.ts';
export { territoriesUnder, type TerritoryCard, territoryCard, territoryChoices, territoryCodesWithin } from './territory/territory-card.ts';
export { territoryLine } from './territory/territories.ts';
export { hubDoor, hubDoors } from './hub/hub-doors.query.ts';
export { hubHours } from './hub-hours/read-hours.ts';
export { isOpenAt } from './hub-hours/hours.ts';
export { areasOf, type UnitArea } from './organization/unit-area.ts';
export { placeChoices } from './territory/place-choices.ts';
