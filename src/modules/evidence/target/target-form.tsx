import type { ReactNode } from 'react';
import type { Action } from '#core/action.ts';
import { definePage, type Page, type Visit } from '#core/page.ts';
import type { Named } from '#core/words/named.ts';
import type { Multilingual } from '#core/input.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import type { Choice } from '#ui/choice.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { keptName } from '../kept/kept-shown.tsx';
import { targetWords } from './target-words.ts';

type Key = Parameters<ReturnType<typeof targetWords>>[0];

interface FormOf {
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: forms of many actions; each reads its own input.
  readonly action: Action<any, any>;
  readonly title: Key;
  readonly lede?: Key;
  /** Taking something back or ending it: the button says so by its colour. */
  readonly ends?: true;
  readonly back: (visit: Visit<View>) => string;
  /** What stands in the form before anything is typed. */
  readonly first?: (visit: Visit<View>) => Promise<Readonly<Record<string, unknown>>>;
  readonly fields: (f: FormState, visit: Visit<View>) => ReactNode | Promise<ReactNode>;
  readonly input?: (visit: Visit<View>) => Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly leadsTo?: (result: any, visit: Visit<View>) => string;
}

/** One page with one form that does one action of targets or money. */
export const formPage = ({ path, action, title, lede, ends, back, first, fields, input, leadsTo }: FormOf): Page => definePage<View>({
  path,
  audience: 'staff',
  needs: action.fullName,
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = targetWords(view);
    const f = { view, errors, values: Object.keys(values).length || !first ? values : await first(visit) };
    return {
      title: words(title),
      body: (
        <Stack>
          <PageTitle {...(lede ? { lede: words(lede) } : {})} back={{ href: back(visit), label: words('back') }}>{words(title)}</PageTitle>
          <Card>
            <Form {...f}>
              {await fields(f, visit)}
              <Buttons><Button icon={ends ? 'cross' : 'check'} kind={ends ? 'danger' : 'primary'}>{words(title)}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action, ...(input ? { input } : {}), leadsTo: leadsTo ?? ((_result, visit) => back(visit)) },
});

/** Rows with names as choices. */
export const named = (view: View, rows: readonly { readonly id: string; readonly names: Multilingual | Named }[]): Choice[] =>
  rows.map(({ id, names }) => ({ value: id, label: keptName(view, names as Multilingual), named: true as const }));
