import type { Action } from '#core/action.ts';
import { definePage, type Page } from '#core/page.ts';
import type { View } from '#ui/view.ts';

/** A form that stands on a page and has none of its own: where it posts, what it does, which page is shown again. */
export interface PostOnly {
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: forms of every action stand in one list.
  readonly action: Action<any, any>;
  readonly input: (params: Readonly<Record<string, string>>) => Readonly<Record<string, unknown>>;
  readonly again: Page<View>;
  /** Where it leads; the page it stands on unless said. */
  readonly to?: (result: Readonly<Record<string, string>>) => string;
}

/** The pages that only take such forms. */
export const postOnly = (forms: readonly PostOnly[]): Page[] => forms.map(({ path, action, input, again, to }) => definePage<View>({
  path, audience: 'staff', needs: action.fullName,
  post: {
    action, again, input: ({ params }) => input(params),
    leadsTo: (result, { params }) => (to ? to(result) : again.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')),
  },
}));
