import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { type ServiceSheet, serviceSheet } from '../service-page/service-page.query.ts';
import { InLang, plainIn } from '../show/in-lang.tsx';

/** A page about one part of an entry: asks for the entry, puts the head above and the way back to the sheet. */
export const partPage =
  (titleOf: (visit: Visit<View>) => { title: string; lede?: string }, draw: (visit: Visit<View>, sheet: ServiceSheet) => ReactNode | Promise<ReactNode>) =>
  async (visit: Visit<View>) => {
    const sheet = await visit.ask(serviceSheet, { service: visit.params.service });
    const { title, lede } = titleOf(visit);
    const back = { href: `/services/${sheet.entry.id}`, label: <InLang view={visit.view} value={sheet.entry.names} /> };
    return {
      title: `${title} – ${plainIn(visit.view, sheet.entry.names)}`,
      body: <Stack><PageTitle back={back} lede={lede}>{title}</PageTitle>{await draw(visit, sheet)}</Stack>,
    };
  };

/** What a form starts with: what she typed when she is brought back, else what the entry says. */
export const startingWith = (visit: Visit<View>, known: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.keys(visit.values).length ? visit.values : known;

/** Back to the sheet of the service after its part was saved. */
export const toSheet = (_: unknown, visit: Visit<View>): string => `/services/${visit.params.service}`;

/** The service named in the path, as input of an action. */
export const serviceInPath = (visit: Visit<View>): { service: string } => ({ service: visit.params.service ?? '' });
