import { definePage } from '#core/page.ts';
import { AtTime, OnDate } from '#ui/amounts.tsx';
import { Bdi, Ltr, PersonName } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Timeline } from '#ui/timeline.tsx';
import type { View } from '#ui/view.ts';
import { answerKinds, entryKinds, workKinds } from '../codes.ts';
import { neverWords } from '../never-use/never-words.ts';
import { confidentialWords } from '../words.ts';
import { WorkFaults } from '../contract/work-faults.tsx';
import { EntryBody, entryIcons } from './entry-body.tsx';
import { entriesPerPage, fileSheet } from './file-sheet.query.ts';

/** One protected file: how she is reached safely first, then what is written, the newest on top. */
export const fileSheetPage = definePage<View>({
  path: '/safe/f/:file',
  audience: 'help',
  needs: 'confidential.file-sheet',
  show: async ({ view, params, search, ask }) => {
    const words = confidentialWords(view);
    const sheet = await ask(fileSheet, { file: params.file!, page: Math.max(1, Number(search.page) || 1) });
    const at = `/safe/f/${sheet.id}`;
    const writes = sheet.may === 'write' && !sheet.closedAt;
    return {
      title: words('safe.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle back={{ href: '/safe', label: words('safe.back') }}><Bdi>{sheet.called}</Bdi></PageTitle>
          {sheet.why === 'emergency' ? <Notice view={view} kind="warning">{words('file.emergency')}</Notice>
            : sheet.may === 'read' ? <Notice view={view}>{words('file.read_only')}</Notice> : null}
          {sheet.closedWhy ? <Notice view={view} title={words('file.is_closed')}>{words(`close.${sheet.closedWhy}`)}</Notice> : null}
          {writes ? (
            <Buttons>{entryKinds.filter((kind) => !answerKinds.includes(kind) && (sheet.kind === 'domestic_work' || !workKinds.includes(kind))).map((kind) => <LinkButton key={kind} kind="quiet" icon={entryIcons[kind]} href={`${at}/add/${kind}`}>{words(`entry.${kind}`)}</LinkButton>)}</Buttons>
          ) : null}
          <Beside aside={(
            <>
              <Card title={words('file.title')}>
                <Facts view={view} facts={[
                  { label: words('kind.label'), value: words(`kind.${sheet.kind}`) },
                  { label: words('file.code'), value: <Ltr>{sheet.code}</Ltr> },
                  sheet.named && { label: words('file.named'), value: <PersonName name={sheet.named.name} other={sheet.named.other} /> },
                  { label: words('file.opened'), value: <OnDate view={view} value={sheet.openedAt} /> },
                  sheet.until && { label: words('file.until'), value: <AtTime view={view} value={sheet.until} /> },
                  sheet.purpose && { label: words('file.purpose'), value: words(`grant.purpose.${sheet.purpose}`) },
                ]} />
              </Card>
              <ul className="found">
                <li><a href={`${at}/card`}>{words('card.print')}</a></li>
                <li><a href={`/help/${view.locale.country.toLowerCase()}`}>{words('file.rights')}</a></li>
                <li><a href={`${at}/colleagues`}>{words('file.who')}</a></li>
                {sheet.may === 'write' ? <li><a href={`${at}/apart`}>{words('file.out')}</a></li> : null}
                {writes ? <li><a href={`${at}/words`}>{words('door.title')}</a></li> : null}
                {writes && sheet.named ? <li><a href={`${at}/never`}>{neverWords(view)('title')}</a></li> : null}
                {writes ? <li><a href={`${at}/close`}>{words('file.close')}</a></li> : null}
              </ul>
            </>
          )}>
            {sheet.contact ? <Card title={words('entry.safe_contact')}><EntryBody view={view} entry={sheet.contact} /></Card> : null}
            <Card title={words('file.entries')}>
              {sheet.entries.length === 0 ? <p className="soft">{words('file.nothing')}</p> : null}
              <Timeline view={view} withHour moments={sheet.entries.map((entry) => ({
                key: entry.id, at: entry.at, icon: entryIcons[entry.kind], title: words(`entry.${entry.kind}`), body: (
                  <>
                    <EntryBody view={view} entry={entry} />
                    {entry.kind === 'work_situation' || entry.kind === 'work_contract' ? <WorkFaults view={view} told={entry} /> : null}
                    {entry.kind === 'work_contract' ? <p><a href={`${at}/contract/${entry.id}/1/print`}>{words('contract.print')}</a></p> : null}
                    {writes && entry.kind === 'safe_referral' ? <p><a href={`${at}/add/referral_answer?of=${entry.id}`}>{words('entry.answer')}</a></p> : null}
                  </>
                ),
              }))} />
              {sheet.total > entriesPerPage ? <Pager view={view} page={sheet.page} pageSize={entriesPerPage} total={sheet.total} /> : null}
            </Card>
          </Beside>
        </Stack>
      ),
    };
  },
});
