import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import { definePage, type Page, type Post, type Visit } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Beside, Stack } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Tabs } from '#ui/tabs.tsx';
import type { View } from '#ui/view.ts';
import { PathBadge } from '../path/state-badge.tsx';
import { ventureWords } from '../venture-words.ts';
import { type VentureSheet, ventureSheet } from './venture-sheet.query.ts';

/** A project that has its venture. */
export type Grown = Omit<VentureSheet, 'venture'> & { readonly venture: NonNullable<VentureSheet['venture']> };

const sides = ['', 'plan', 'products', 'papers', 'coaching'] as const;
type Side = (typeof sides)[number];

const Head = ({ visit, sheet, side }: { visit: Visit<View>; sheet: Grown; side: Side }): ReactNode => {
  const { view } = visit;
  const words = ventureWords(view);
  const { venture, cohort, application } = sheet;
  return (
    <>
      <PageTitle
        back={cohort ? { href: `/cohorts/${cohort.id}`, label: <Bdi>{inLanguage(cohort.names, view.locale.lang).text}</Bdi> } : { href: '/cohorts', label: words('cohorts') }}
        lede={<><Ltr>{spelledCode(application.receipt)}</Ltr>{application.name ? <> · <Bdi>{application.name}</Bdi></> : null} · {words(`sector.${venture.sector}`)} · <PathBadge view={view} state={application.state} /></>}
      ><Bdi>{venture.name}</Bdi></PageTitle>
      <Tabs view={view} label={words('venture')} tabs={sides.map((one) => ({ href: `/ventures/${venture.id}${one ? `/${one}` : ''}`, label: words(`tab.${one || 'path'}`), current: one === side }))} />
      {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
      {cohort?.readOnly ? <Notice view={view} kind="warning" title={words('cohort.read_only')}>{words('cohort.read_only_text')}</Notice> : null}
    </>
  );
};

interface Drawn { readonly body: ReactNode; readonly aside?: ReactNode }

/** One side of a venture under the head all sides share; its form leads back to the same side. */
export const venturePage = ({ side, draw, ...post }: { side: Side; draw: (visit: Visit<View>, sheet: Grown) => Drawn | Promise<Drawn> } & Partial<Pick<Post<View>, 'action' | 'input'>>): Page<View> => definePage<View>({
  path: `/ventures/:venture${side ? `/${side}` : ''}`,
  audience: 'staff',
  needs: 'incubation.venture-sheet',
  namesPersons: true,
  show: async (visit) => {
    const sheet = (await visit.ask(ventureSheet, { venture: visit.params.venture! })) as Grown;
    const { body, aside } = await draw(visit, sheet);
    return {
      title: ventureWords(visit.view)(`tab.${side || 'path'}`), quiet: true,
      body: <Stack><Head visit={visit} sheet={sheet} side={side} />{aside ? <Beside aside={aside}>{body}</Beside> : body}</Stack>,
    };
  },
  ...(post.action ? { post: { action: post.action, input: post.input ?? (({ params }) => ({ venture: params.venture })), leadsTo: (_: unknown, { params }: Visit<View>) => `/ventures/${params.venture}${side ? `/${side}` : ''}` } } : {}),
});
