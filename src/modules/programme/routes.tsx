import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import { beginActionPost, committeePage } from './committee/committee.page.tsx';
import { committeeForms } from './committee/committee-forms.tsx';
import { committeesPage } from './committee/committees.page.tsx';
import { projectPage, projectsPage } from './public-pages/projects.page.tsx';
import { programmeForms } from './programmes/programme-forms.tsx';
import { programmePage } from './programmes/programme.page.tsx';
import { programmesPage } from './programmes/programmes.page.tsx';

/** The pages of programmes and committees. */
export const programmeRoutes: readonly Page[] = [
  programmesPage, ...programmeForms, programmePage, committeesPage, ...committeeForms, committeePage, beginActionPost, projectsPage, projectPage,
];
