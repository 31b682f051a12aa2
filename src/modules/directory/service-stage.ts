import type { Named } from '#core/words/named.ts';

/** How far along a project is when a service helps it (issue 2, domain.md row 3.14). */
export const serviceStages = ['idea', 'creation', 'development', 'sustainability'] as const;
export type ServiceStage = (typeof serviceStages)[number];

/** The four stages in the three languages. */
export const stageNames: Readonly<Record<ServiceStage, Named>> = {
  idea: { ar: 'الفكرة', fr: 'idée', en: 'idea' },
  creation: { ar: 'الإحداث', fr: 'création', en: 'creation' },
  development: { ar: 'التطوير', fr: 'développement', en: 'development' },
  sustainability: { ar: 'الاستدامة', fr: 'pérennisation', en: 'sustainability' },
};
