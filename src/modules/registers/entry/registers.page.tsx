import { definePage } from '#core/page.ts';
import type { View } from '#ui/view.ts';
import { Figure, Grid, Stack } from '#ui/card.tsx';
import { Num } from '#ui/amounts.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { kinds } from '../machines.ts';
import { slugs } from '../show.tsx';
import { registersWords } from '../words.ts';
import { registerCounts } from './register-counts.query.ts';

/** The registers of the hub at a glance: what counts, and beside it what does not and why. */
export const registersPage = definePage<View>({
  path: '/registers',
  audience: 'staff',
  needs: 'registers.register-counts',
  menu: { label: (reader) => registersWords(reader)('menu'), order: 49, group: 'programmes', icon: 'list' },
  show: async (visit) => {
    const { view, may } = visit;
    const words = registersWords(view);
    const { registers, measures, trained } = await visit.ask(registerCounts, {});
    return {
      title: words('menu'),
      body: (
        <Stack>
          <PageTitle lede={words('lede')}>{words('menu')}</PageTitle>
          <Grid>
            {kinds.map((kind) => {
              const { counts, not_yet, proof_gone, never } = registers[kind];
              return (
                <Figure key={kind} href={`/registers/${slugs[kind]}`} label={words(`kind.${kind}`)} note={words('besides', { waiting: not_yet + proof_gone, never })}><Num view={view} value={counts} /></Figure>
              );
            })}
            <Figure href="/registers/measures" label={words('measures')} note={words('measures.late', { late: measures.late })}><Num view={view} value={measures.open} /></Figure>
            {may('registers.professional-list') ? <Figure href="/registers/professionals" label={words('professionals')} note={words('professionals.apart')}><Num view={view} value={trained} /></Figure> : null}
          </Grid>
          <p><a href="/registers/baselines">{words('baselines')}</a> · <a href="/registers/stories">{words('stories')}</a></p>
        </Stack>
      ),
    };
  },
});
