/** What courses are about: those of the sources (domain.md 3.13), and four that are for colleagues. */
export const topics = [
  'entrepreneurship', 'finance_mechanisms', 'legal_forms', 'marketing', 'business_plan', 'enterprise_management', 'personal_development',
  'financial_management', 'technical_study', 'eco_design', 'digital', 'personal_marketing', 'prototyping', 'photography',
  'listening', 'social_protection', 'co_production', 'training_of_trainers',
] as const;
export type Topic = (typeof topics)[number];
