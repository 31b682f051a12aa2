/** Legal forms an enterprise of the social and solidarity economy may take (domain.md section 4). */
export const legalForms = ['smsa', 'gda', 'cooperative', 'auto_entrepreneur', 'association', 'mutual'] as const;
export type LegalForm = (typeof legalForms)[number];

/** What has to be done for papers, in words a coach can tick off. */
export const legalStepCodes = [
  'members', 'name', 'statutes', 'assembly', 'board', 'capital', 'approval', 'file', 'receipt', 'notice', 'register', 'tax', 'social_security', 'account',
] as const;
export type LegalStep = (typeof legalStepCodes)[number];

/**
 * The papers of each form, in the order in which they are asked, by country. SMSA and GDA exist in Tunisia alone. Elsewhere the steps
 * that every country asks of a form are shown. An office may ask for more: the list is a guide, not the law.
 */
const byCountry: Readonly<Record<string, Partial<Record<LegalForm, readonly LegalStep[]>>>> = {
  TN: {
    smsa: ['members', 'statutes', 'assembly', 'board', 'capital', 'approval', 'notice', 'register', 'tax', 'account'],
    gda: ['members', 'statutes', 'assembly', 'board', 'approval', 'notice', 'tax', 'account'],
    cooperative: ['members', 'statutes', 'assembly', 'board', 'capital', 'approval', 'notice', 'register', 'tax', 'account'],
    auto_entrepreneur: ['file', 'receipt', 'register', 'tax', 'social_security', 'account'],
    association: ['members', 'statutes', 'assembly', 'board', 'file', 'receipt', 'notice', 'tax', 'account'],
    mutual: ['members', 'statutes', 'assembly', 'board', 'approval', 'notice', 'account'],
  },
  MA: {
    cooperative: ['members', 'name', 'statutes', 'assembly', 'board', 'capital', 'register', 'notice', 'tax', 'social_security', 'account'],
    auto_entrepreneur: ['file', 'receipt', 'register', 'tax', 'social_security', 'account'],
    association: ['members', 'statutes', 'assembly', 'board', 'file', 'receipt', 'tax', 'account'],
    mutual: ['members', 'statutes', 'assembly', 'board', 'approval', 'notice', 'account'],
  },
};
const elsewhere: Partial<Record<LegalForm, readonly LegalStep[]>> = {
  cooperative: ['members', 'statutes', 'assembly', 'board', 'capital', 'register', 'tax', 'account'],
  association: ['members', 'statutes', 'assembly', 'board', 'file', 'receipt', 'account'],
  mutual: ['members', 'statutes', 'assembly', 'board', 'approval', 'account'],
};

const formsIn = (country: string) => byCountry[country] ?? elsewhere;

/** The forms of a country. */
export const legalFormsOf = (country: string): readonly LegalForm[] => legalForms.filter((form) => formsIn(country)[form]);

/** The steps of a form in a country; empty where it does not exist. */
export const legalStepsOf = (country: string, form: LegalForm): readonly LegalStep[] => formsIn(country)[form] ?? [];
