import { definePage, type Visit } from '#core/page.ts';
import { AtTime } from '#ui/amounts.tsx';
import { PersonName } from '#ui/bdi.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { EndedLines, FileLines } from '../file-list/file-lines.tsx';
import { fileList } from '../file-list/file-list.query.ts';
import { takeHandover } from '../take-handover/take-handover.ts';
import { askRenewal } from '../two-keys/ask-renewal.ts';
import { confidentialWords } from '../words.ts';
import { type HandoverRow, handovers } from './handovers.query.ts';

/** Where a protection officer begins: what was left for her, and the files open to her. Neutral title, never kept by the browser, way out always in sight. */
export const handoversPage = definePage<View>({
  path: '/safe',
  audience: 'help',
  needs: 'confidential.handovers',
  menu: { label: (reader) => confidentialWords(reader)('safe.title'), order: 15, group: 'people', icon: 'folder' },
  show: async (visit) => {
    const { view } = visit;
    const words = confidentialWords(view);
    const { locked, files, ended } = await visit.ask(fileList, {});
    const rows = await visit.ask(handovers, {});
    return {
      title: words('safe.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('safe.lede')} back={{ href: '/', label: words('safe.back') }}>{words('safe.title')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {locked ? <Notice view={view} kind="warning">{words(`locked.${locked}`)}</Notice> : null}
          <Buttons>
            {locked ? null : <LinkButton href="/safe/open" icon="plus">{words('safe.open')}</LinkButton>}
            <LinkButton href="/safe/keys" icon="lock" kind="quiet">{words('safe.keys')}</LinkButton>
          </Buttons>
          <Card title={words('safe.left')}>
            {rows.length === 0 ? <p className="soft">{words('safe.none')}</p> : null}
            <ul className="found">{rows.map((row) => <HandoverItem key={row.id} visit={visit} row={row} />)}</ul>
          </Card>
          <FileLines view={view} files={files} />
          {locked ? null : <EndedLines view={view} ended={ended} />}
        </Stack>
      ),
    };
  },
});

const HandoverItem = ({ visit, row }: { visit: Visit<View>; row: HandoverRow }) => {
  const { view } = visit;
  const words = confidentialWords(view);
  return (
    <li>
      <p>
        {row.person ? <PersonName name={row.person.name} other={row.person.other} /> : words('safe.unnamed')}
        {row.number ? <> · {words('safe.number', { number: row.number })}</> : null}
      </p>
      <p className="soft"><AtTime view={view} value={row.givenAt} /> · {words('safe.from', { name: row.givenBy })}</p>
      {row.taken ? (
        <p>
          <strong>{words('safe.taken')}</strong> · {words('safe.next', { name: row.givenBy })} <a href="/services">{words('safe.services')}</a>
          {row.mine ? <> · <a href={`/safe/open?handover=${row.id}`}>{words('safe.open')}</a></> : null}
        </p>
      ) : (
        <PostButton view={view} action={`/safe/take/${row.id}`} icon="check">{words('safe.take')}</PostButton>
      )}
    </li>
  );
};

/** The button that takes one into care. */
export const takeHandoverPage = definePage<View>({
  path: '/safe/take/:handover',
  audience: 'help',
  needs: 'confidential.take-handover',
  post: { action: takeHandover, input: ({ params }) => ({ handover: params.handover }), leadsTo: () => '/safe', again: handoversPage },
});

/** The button that asks to go on with a file whose grant ended. */
export const askRenewalPage = definePage<View>({
  path: '/safe/again/:file',
  audience: 'help',
  needs: 'confidential.ask-renewal',
  post: { action: askRenewal, input: ({ params }) => ({ file: params.file }), leadsTo: () => '/safe/keys', again: handoversPage },
});
