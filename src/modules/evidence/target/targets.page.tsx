import { definePage } from '#core/page.ts';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { hrefWith } from '#ui/href.ts';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import { Tabs } from '#ui/tabs.tsx';
import type { View } from '#ui/view.ts';
import { DefinitionFacts, keptName, LeftOut } from '../kept/kept-shown.tsx';
import { targetLevels } from './levels.ts';
import { targetList, targetSheet } from './target-list.query.ts';
import { ActualText, ShareOf, Span, unitText, UpTo, Whose } from './target-shown.tsx';
import { targetWords } from './target-words.ts';

/** Every target beside what was reached of it, the original beside the one in force. */
export const targetsPage = definePage<View>({
  path: '/targets',
  audience: 'staff',
  needs: 'evidence.target-list',
  menu: { label: (reader) => targetWords(reader)('targets'), order: 63, group: 'figures', icon: 'chart' },
  show: async (visit) => {
    const { view, search } = visit;
    const words = targetWords(view);
    const level = targetLevels.find((one) => one === search.level);
    const rows = await visit.ask(targetList, { level });
    const set = visit.may('evidence.set-target') ? <LinkButton icon="plus" href="/targets/new">{words('set')}</LinkButton> : null;
    return {
      title: words('targets'),
      body: (
        <Stack>
          <PageTitle lede={words('targets.lede')} actions={set}>{words('targets')}</PageTitle>
          <Tabs view={view} label={words('level')} tabs={[undefined, ...targetLevels].map((one) => ({ href: hrefWith(view, { level: one ?? null }), label: one ? words(`level.${one}`) : words('all_levels'), current: one === level }))} />
          <Card>
            <Table view={view} caption={words('targets')} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/targets/${id}`} empty={<EmptyState title={words('none')} action={set}>{words('none.says')}</EmptyState>} columns={[
              { key: 'what', label: words('what'), cell: ({ names }) => <Bdi>{keptName(view, names)}</Bdi> },
              { key: 'whose', label: words('whose'), cell: ({ scope }) => <Whose view={view} scope={scope} /> },
              { key: 'period', label: words('period'), cell: ({ inForce }) => <Span view={view} from={inForce.from} to={inForce.to} /> },
              { key: 'target', label: words('in_force'), numeric: true, cell: ({ counts, inForce, original }) => <span><Bdi>{unitText(view, counts, inForce.value)}</Bdi>{original.value === inForce.value ? null : <div className="soft">{words('was', { value: unitText(view, counts, original.value) })}</div>}</span> },
              { key: 'reached', label: words('reached'), numeric: true, cell: ({ counts, actual }) => <span><ActualText view={view} counts={counts} actual={actual} /><UpTo view={view} actual={actual} /></span> },
              { key: 'share', label: words('share_in_force'), numeric: true, cell: ({ share }) => <ShareOf view={view} share={share} /> },
            ]} />
            <p className="soft">{words('rule')}</p>
          </Card>
        </Stack>
      ),
    };
  },
});

/** One target: what was reached of it, every version with its reason, and what did not count. */
export const targetPage = definePage<View>({
  path: '/targets/:target',
  audience: 'staff',
  needs: 'evidence.target-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = targetWords(view);
    const sheet = await visit.ask(targetSheet, { target: params.target });
    const { counts, actual, inForce, original, scope } = sheet;
    const title = keptName(view, sheet.names);
    return {
      title,
      body: (
        <Stack>
          <PageTitle lede={<Whose view={view} scope={scope} />} back={{ href: '/targets', label: words('targets') }} actions={sheet.mine ? <LinkButton kind="quiet" icon="edit" href={`/targets/${sheet.id}/rescope`}>{words('rescope')}</LinkButton> : null}><Bdi>{title}</Bdi></PageTitle>
          <Card>
            <Facts view={view} facts={[
              { label: words('reached'), value: <span><ActualText view={view} counts={counts} actual={actual} /><UpTo view={view} actual={actual} /></span> },
              { label: words('in_force'), value: <span><Bdi>{unitText(view, counts, inForce.value)}</Bdi> · {words('version_n', { number: inForce.version })}</span> },
              { label: words('share_in_force'), value: <ShareOf view={view} share={sheet.share} /> },
              { label: words('original'), value: <Bdi>{unitText(view, counts, original.value)}</Bdi> },
              { label: words('share_original'), value: <ShareOf view={view} share={sheet.shareOfOriginal} /> },
              { label: words('period'), value: <Span view={view} from={inForce.from} to={inForce.to} /> },
            ]} />
            {actual.kept ? <Notice view={view}>{words('kept.note')}</Notice> : null}
            <p className="soft">{words('rule')}</p>
          </Card>
          {sheet.leftOut.length ? <Card><LeftOut view={view} leftOut={sheet.leftOut} /></Card> : null}
          <Card title={words('versions')}>
            <Table view={view} caption={words('versions')} rows={[...sheet.versions].reverse()} rowKey={({ version }) => String(version)} columns={[
              { key: 'version', label: words('version'), cell: ({ version }) => words('version_n', { number: version }) },
              { key: 'value', label: words('value'), numeric: true, cell: ({ value, version }) => (version === inForce.version ? <strong><Bdi>{unitText(view, counts, value)}</Bdi></strong> : <Bdi>{unitText(view, counts, value)}</Bdi>) },
              { key: 'period', label: words('period'), cell: ({ from, to }) => <Span view={view} from={from} to={to} /> },
              { key: 'since', label: words('since'), cell: ({ since }) => <Span view={view} from={since} to={sheet.versions.find((next) => next.since > since)?.since ?? null} /> },
              { key: 'reason', label: words('reason'), cell: ({ reason, saidBy }) => <div>{reason ? <Bdi>{reason}</Bdi> : words('original')}<div className="soft"><Bdi>{saidBy}</Bdi></div></div> },
            ]} />
          </Card>
          <Card title={words('definition')}><DefinitionFacts view={view} of={counts} /><p><a href={`/indicators/${sheet.indicator}`}>{words('indicator.open')}</a></p></Card>
        </Stack>
      ),
    };
  },
});
