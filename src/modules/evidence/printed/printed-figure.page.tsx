import { definePage } from '#core/page.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { figurePlaces } from '../desk-figures/figure-places.query.ts';
import { indicatorPage } from '../kept/indicator.page.tsx';
import { DefinitionFacts, keptName, keptText } from '../kept/kept-shown.tsx';
import { jobField } from '../kept/definition.ts';
import { keptWords } from '../kept/kept-words.ts';
import { ofNobody } from '../kept/read-kept.ts';
import { cuts } from '../reading/cut.ts';
import { keyName, periodName } from '../show/names.ts';
import { smallest } from '../suppression/cell.ts';
import { evidenceWords } from '../words.ts';
import { printFigure } from './print-figure.ts';
import { printedFigure } from './printed-figure.query.ts';

/** A figure on paper, with all that proves it. */
export const printedFigurePage = definePage<View>({
  path: '/indicators/:indicator/printed/:figure',
  audience: 'print',
  needs: 'evidence.printed-figure',
  show: async (visit) => {
    const { view, params } = visit;
    const words = keptWords(view);
    const figures = evidenceWords(view);
    const one = await visit.ask(printedFigure, { figure: params.figure });
    const { hubs } = await visit.ask(figurePlaces, {});
    const by = cuts.find((cut) => cut === one.by);
    return {
      title: keptName(view, one.version.names),
      back: { href: `/indicators/${one.indicator}`, label: words('back') },
      body: (
        <>
          <p><strong><Bdi>{keptText(view, one.version, { value: one.value, events: one.events, kept: false })}</Bdi></strong></p>
          {isSmall(one) ? <Notice view={view} kind="warning">{words('printed.small')}</Notice> : null}
          <Facts view={view} facts={[
            { label: figures('opened.period'), value: <Bdi>{periodName(view, one.period)}</Bdi> },
            { label: figures('opened.part'), value: by ? <Bdi>{keyName(view, by, one.key!, hubs)}</Bdi> : figures('opened.whole') },
            { label: words('compose.counts_events'), value: <Num view={view} value={one.events} /> },
            { label: words('version'), value: words('version.of', { version: one.version.version }) },
            { label: words('suppression'), value: words('suppression.exact') },
            { label: figures('opened.head'), value: <span>{figures('opened.head_value', { seq: one.head.seq })} · <Ltr>{one.head.hash.match(/.{16}/g)!.join(' ')}</Ltr></span> },
            { label: words('printed_at'), value: <AtTime view={view} value={one.printedAt} /> },
          ]} />
          <h2>{words('definition')}</h2>
          <DefinitionFacts view={view} of={one.version} />
          <p>{words('printed.check', { command: `hadina verify figure ${one.id}` })}</p>
        </>
      ),
    };
  },
});

/** Few stand behind it: on paper it goes no farther than the hub. Money and jobs are small by how many they are of. */
const isSmall = ({ version, value, events }: Awaited<ReturnType<(typeof printedFigure)['spec']['run']>>): boolean => {
  const many = version.unit === 'amount' || jobField(version.unit) !== undefined ? events : value;
  return !ofNobody(version) && many > 0 && many < smallest;
};

/** The press that prints it. */
export const printFigurePost = definePage<View>({
  path: '/indicators/:indicator/print',
  audience: 'staff',
  needs: 'evidence.print-figure',
  post: { action: printFigure, input: ({ params: { indicator } }) => ({ indicator }), leadsTo: ({ indicator, figure }) => `/indicators/${indicator}/printed/${figure}`, again: indicatorPage },
});
