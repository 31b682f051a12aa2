/** The six missions of an incubator, as acts on a file (domain.md row 1.12). */
export const coachingKinds = ['orientation', 'accompaniment', 'follow_up', 'entrepreneurship', 'incubation', 'skills'] as const;
export type CoachingKind = (typeof coachingKinds)[number];

/** What a venture works in. */
export const ventureSectors = ['food', 'crafts', 'farming', 'textile', 'care', 'digital', 'tourism', 'recycling', 'trade', 'culture', 'services', 'other'] as const;
export type VentureSector = (typeof ventureSectors)[number];

/** Why somebody stops on the way. */
export const dropoutReasons = ['no_news', 'moved', 'found_work', 'family', 'health', 'project_left', 'other'] as const;
export type DropoutReason = (typeof dropoutReasons)[number];

/** Why an enterprise was given up after it was created. */
export const ceasedReasons = ['no_market', 'no_money', 'family', 'health', 'found_work', 'other'] as const;
export type CeasedReason = (typeof ceasedReasons)[number];

export const milestoneCodes = ['market_test', 'first_sale', 'registered', 'bank_account', 'premises', 'equipment', 'first_hire', 'other'] as const;
export type MilestoneCode = (typeof milestoneCodes)[number];

/** Months after creation at which one comes back. */
export const followUpMonths = [3, 6, 12, 24] as const;
export type FollowUpMonth = (typeof followUpMonths)[number];

/** How a follow-up made sure of what it says. */
export const verifiedWays = ['visit', 'papers', 'phone', 'register'] as const;
export type VerifiedWay = (typeof verifiedWays)[number];

export const jobSexes = ['female', 'male', 'unknown'] as const;
export type JobSex = (typeof jobSexes)[number];
/** young: under 36. */
export const jobAges = ['young', 'older', 'unknown'] as const;
export type JobAge = (typeof jobAges)[number];

/** What makes a product sustainable. */
export const productCriteria = ['local_material', 'reused_material', 'natural_dye', 'little_water', 'little_packing', 'fair_pay', 'repairable', 'heritage'] as const;
export type ProductCriterion = (typeof productCriteria)[number];

/** Why a mentor is proposed; shown with each proposal. */
export const mentorReasons = ['same_sector', 'same_place', 'room_left'] as const;
export type MentorReason = (typeof mentorReasons)[number];

export const planKinds = ['canvas', 'plan'] as const;
export type PlanKind = (typeof planKinds)[number];
/** What a canvas asks, in its order. */
export const canvasSections = ['need', 'customers', 'offer', 'channels', 'income', 'costs', 'partners', 'team', 'impact'] as const;
/** What a business plan asks beyond the canvas. */
export const planSections = [...canvasSections, 'market', 'investment', 'forecast', 'risks'] as const;
export type PlanSection = (typeof planSections)[number];
/** The sections of each kind. */
export const sectionsOf = (kind: PlanKind): readonly PlanSection[] => (kind === 'canvas' ? canvasSections : planSections);

/** Languages a mentor may speak. */
export const mentorLanguages = ['ar', 'fr', 'en', 'es', 'it'] as const;
