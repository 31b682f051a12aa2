import type { OrganizationKind } from '#modules/network/public.ts';
import type { PublishedWork } from '../published/published-work.ts';

/** OrganisationRole: who pays, who answers, who does it. */
export const roleCodes = { funding: 1, accountable: 2, implementing: 4 } as const;

/** OrganisationType, where our kinds of bodies say it. */
const typeCodes: Partial<Readonly<Record<OrganizationKind, number>>> = {
  ministry: 10, municipality: 11, 'regional-council': 11, 'public-agency': 15, university: 80, association: 22, 'informal-group': 22, 'international-body': 40, company: 70, bank: 70, microfinance: 70,
};

/** The code of a kind of body; nothing where the standard has none for it (most bodies of the social and solidarity economy). */
export const typeCode = (kind: OrganizationKind | null): number | undefined => (kind ? typeCodes[kind] : undefined);

/** How high it stands in the tree. */
export const hierarchyCodes: Readonly<Record<PublishedWork['level'], number>> = { strategy: 1, programme: 2, project: 3 };

/** DAC sector 16010, social protection: what every hub does; programmes keep no finer sector. */
export const sectorCode = '16010';
/** DAC region 998: developing countries, when a programme lies in several and nobody said which share in which. */
export const severalCountries = '998';

/** ActivityStatus: planned, at work, closed. */
export const statusCode = ({ startsOn, closedOn }: Pick<PublishedWork, 'startsOn' | 'closedOn'>, day: string): number => (closedOn ? 4 : startsOn > day ? 1 : 2);
