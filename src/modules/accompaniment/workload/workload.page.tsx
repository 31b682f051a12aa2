import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { ClientLabel } from '#modules/desk/public.ts';
import { Num, OnDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { BarChart } from '#ui/chart.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { caseWords } from '../words.ts';
import { type Workload, workload } from './workload.query.ts';

/** How the files are spread over the team, what is late and of which kind, what nobody accompanies, what waits for a decision. */
export const workloadPage = definePage<View>({
  path: '/cases/workload',
  audience: 'staff',
  needs: 'accompaniment.workload',
  namesPersons: true,
  show: async ({ view, ask }) => {
    const words = caseWords(view);
    const board = await ask(workload, {});
    return {
      title: words('workload.title'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/cases', label: words('back') }} lede={words('workload.lede')}>{words('workload.title')}</PageTitle>
          <Team view={view} board={board} />
          <Beside aside={<><Waiting view={view} board={board} /><Unassigned view={view} board={board} /></>}>
            {board.team.some(({ main }) => main > 0) ? (
              <Card><BarChart view={view} title={words('workload.files')} bars={board.team.filter(({ main }) => main > 0).map(({ account, name, main }) => ({ key: account, label: name ?? '', value: main }))} /></Card>
            ) : null}
          </Beside>
        </Stack>
      ),
    };
  },
});

const Team = ({ view, board }: { view: View; board: Workload }): ReactNode => {
  const words = caseWords(view);
  const column = <K extends 'main' | 'beside' | 'steps' | 'sessions' | 'followUps'>(key: K) => ({
    key, label: words(`workload.${key}`), numeric: true, cell: (row: Workload['team'][number]) => <Num view={view} value={row[key]} />,
  });
  return (
    <Table
      view={view} caption={words('workload.title')} rows={board.team} rowKey={({ account }) => account} rowHref={({ account }) => `/cases?worker=${account}`}
      empty={<EmptyState title={words('workload.nobody')}>{words('workload.nobody_text')}</EmptyState>}
      columns={[
        { key: 'name', label: words('team.who'), cell: ({ name }) => <Bdi>{name}</Bdi> },
        column('main'), column('beside'), column('steps'), column('sessions'), column('followUps'),
      ]}
    />
  );
};

const Waiting = ({ view, board }: { view: View; board: Workload }): ReactNode => {
  const words = caseWords(view);
  return (
    <Card title={words('workload.waiting')}>
      {board.waiting.length === 0 ? <p className="soft">{words('workload.waiting_none')}</p> : null}
      <ul className="found">
        {board.waiting.map(({ id, file, about, asker, askedAt }) => (
          <li key={id}>
            <a href={`/cases/${file.id}/closing`}>{file.client ? <ClientLabel view={view} client={file.client} /> : words('hidden')}</a>
            <div className="soft">{words(`workload.${about}`)} · <Bdi>{asker}</Bdi> · <OnDate view={view} value={askedAt} /></div>
          </li>
        ))}
      </ul>
    </Card>
  );
};

const Unassigned = ({ view, board: { unassigned } }: { view: View; board: Workload }): ReactNode => {
  const words = caseWords(view);
  return (
    <Card title={words('workload.unassigned')}>
      <p>{words('workload.unassigned_count', { count: unassigned.count })}</p>
      <ul className="found">
        {unassigned.files.map(({ id, client, kind, openedAt }) => (
          <li key={id}>
            <a href={`/cases/${id}/team`}>{client ? <ClientLabel view={view} client={client} /> : words('hidden')}</a>
            <div className="soft">{words(`kind.${kind}`)} · <OnDate view={view} value={openedAt} /></div>
          </li>
        ))}
      </ul>
      {unassigned.count > 0 ? <LinkButton kind="quiet" href="/cases?nobody=true&sort=opened">{words('workload.all')}</LinkButton> : null}
    </Card>
  );
};
