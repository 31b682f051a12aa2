import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import { entryPages } from './entry/entry-list.page.tsx';
import { entryPage } from './entry/entry.page.tsx';
import { registersPage } from './entry/registers.page.tsx';
import { measuresPage } from './measure/measures.page.tsx';
import { measurePages } from './measure/measure-forms.tsx';
import { baselinePages } from './measurement/baselines.page.tsx';
import { openEntryPages } from './open-entry/open-entry.page.tsx';
import { professionalPages } from './professional/professionals.page.tsx';
import { replaceProofPage, withdrawProofPage } from './proof/proof.page.tsx';
import { stepPage } from './step/step.page.tsx';
import { storyPages } from './story/stories.page.tsx';
import './proof/proof-file.query.ts';

/** The pages of the registers; fixed paths stand before those with a part to fill. */
export const registersRoutes: readonly Page[] = [
  registersPage, ...openEntryPages, ...entryPages, measuresPage, ...measurePages, ...professionalPages, ...baselinePages, ...storyPages, entryPage, stepPage, replaceProofPage, withdrawProofPage,
];
