import type { ReactNode } from 'react';
import type { Action } from '#core/action.ts';
import { definePage, type Page, type Visit } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { programmeWords } from './words.ts';

type WordKey = Parameters<ReturnType<typeof programmeWords>>[0];

interface FormPage {
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: a page posts any action.
  readonly action: Action<any, any>;
  readonly title: WordKey;
  readonly lede: WordKey;
  readonly icon: IconName;
  readonly kind?: 'danger';
  /** Where she came from; a press leads there too, unless `leadsTo` says otherwise. */
  readonly back: (visit: Visit) => string;
  readonly leadsTo?: (result: Record<string, string>, visit: Visit) => string;
  /** What stands in the fields at first. */
  readonly first?: (visit: Visit<View>) => Promise<Readonly<Record<string, unknown>>>;
  readonly fields: (f: FormState, visit: Visit<View>) => Promise<ReactNode> | ReactNode;
}

/** A page with one form and nothing beside it: what is written, the button, the way back. The path’s parts go to the action. */
export const formPage = ({ path, action, title, lede, icon, kind, back, leadsTo, first, fields }: FormPage): Page =>
  definePage<View>({
    path, audience: 'staff', needs: action.fullName,
    show: async (visit) => {
      const { view } = visit;
      const words = programmeWords(view);
      const f = { view, values: Object.keys(visit.values).length ? visit.values : ((await first?.(visit)) ?? {}), errors: visit.errors };
      return {
        title: words(title),
        body: (
          <Stack>
            <PageTitle lede={words(lede)} back={{ href: back(visit), label: words('back') }}>{words(title)}</PageTitle>
            <Card>
              <Form {...f}>
                {await fields(f, visit)}
                <Buttons><Button icon={icon} kind={kind}>{words(title)}</Button></Buttons>
              </Form>
            </Card>
          </Stack>
        ),
      };
    },
    post: { action, input: ({ params }) => params, leadsTo: (result, visit) => (leadsTo ? leadsTo(result, visit) : back(visit)) },
  });
