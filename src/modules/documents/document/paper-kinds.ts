/** What a document belongs to. It inherits that thing's compartment (trust.md 2.2): no paper lies lower than what it is about. */
export type ParentKind = 'person' | 'identity' | 'consent' | 'case' | 'application' | 'enterprise';

/** The compartment of each; the database holds the same rule as a constraint. */
export const compartmentOf = { person: 'C1a', identity: 'C1a', consent: 'C1a', case: 'C1b', application: 'C1b', enterprise: 'C0' } as const satisfies Record<ParentKind, string>;

/** The kinds of paper a desk sees, with what each belongs to when it is not put into a file. Names stand in the words under `paper.<code>`. */
export const paperKinds = {
  identity_card: 'identity', family_booklet: 'identity', residence_paper: 'identity', proof_of_address: 'identity',
  consent_form: 'consent', spoken_consent: 'consent',
  certificate: 'person', letter: 'person', photo: 'person', other: 'person',
  business_registration: 'enterprise', tax_paper: 'enterprise', business_contract: 'enterprise',
} as const satisfies Readonly<Record<string, ParentKind>>;

export type Paper = keyof typeof paperKinds;

/** Every kind of paper, in the order of lists. */
export const papers = Object.keys(paperKinds) as [Paper, ...Paper[]];
