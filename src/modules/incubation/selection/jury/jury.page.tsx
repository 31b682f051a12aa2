import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Said } from '#modules/desk/public.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Filters } from '#ui/filters.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { selectionWords } from '../selection-words.ts';
import { closeScoring } from './close-scoring.ts';
import { jury } from './jury.query.ts';
import { leaveJury } from './leave-jury.ts';
import { nameJuror } from './name-juror.ts';

type Jury = Awaited<ReturnType<(typeof jury)['spec']['run']>>;

/** The jury of a call: what one has to judge by number, who sits, how far each is. */
export const juryPage = definePage<View>({
  path: '/calls/:call/jury',
  audience: 'staff',
  needs: 'incubation.jury',
  show: async (visit) => {
    const { view, params, search } = visit;
    const words = selectionWords(view);
    const shown = await visit.ask(jury, { call: params.call, left: search.left, page: search.page });
    const { call, mine, team } = shown;
    return {
      title: words('jury.title'),
      body: (
        <Stack>
          <PageTitle lede={<Said view={view} value={call.names} />} back={team ? { href: `/calls/${call.id}`, label: words('to_call') } : { href: '/juries', label: words('juries.title') }}
            actions={team && visit.may('incubation.ranking') ? <LinkButton kind="quiet" icon="chart" href={`/calls/${call.id}/ranking`}>{words('ranking.title')}</LinkButton> : null}>
            {words('jury.title')}
          </PageTitle>
          {mine ? <ToJudge view={view} call={call} mine={mine} /> : null}
          {team ? <Team visit={visit} call={call} team={team} /> : null}
        </Stack>
      ),
    };
  },
  post: { action: nameJuror, input: ({ params }) => ({ call: params.call }), leadsTo: ({ call }) => `/calls/${call}/jury` },
});

const ToJudge = ({ view, call, mine }: { view: View; call: Jury['call']; mine: NonNullable<Jury['mine']> }): ReactNode => {
  const words = selectionWords(view);
  if (call.state !== 'closed' || !mine.checked) {
    const waits = ['draft', 'published', 'open'].includes(call.state);
    return <Notice view={view} title={words(waits ? 'jury.waits' : call.state === 'closed' ? 'jury.looking' : 'jury.over')}>{waits ? <AtTime view={view} value={call.closesAt} /> : null}</Notice>;
  }
  return (
    <Card title={words('jury.mine')}>
      <p className="soft">{words('jury.mine_text')}</p>
      <p>{words('jury.progress', { judged: mine.judged, all: mine.all })}</p>
      <Filters view={view}><Checkbox view={view} values={{ left: mine.left ? 'true' : '' }} errors={{}} name="left" label={words('jury.only_left')} /></Filters>
      <Table
        view={view} caption={words('jury.mine')} rows={mine.rows} rowKey={({ id }) => id} rowHref={({ id }) => `/calls/${call.id}/jury/${id}`}
        empty={<EmptyState title={words(mine.left ? 'jury.all_judged' : 'jury.nothing')} />}
        columns={[
          { key: 'receipt', label: words('receipt'), cell: ({ receipt }) => <Ltr>{receipt}</Ltr> },
          { key: 'stage', label: words('stage'), cell: ({ stage }) => (stage ? words(`stage.${stage}`) : '') },
          { key: 'members', label: words('members'), numeric: true, cell: ({ members }) => <Num view={view} value={members} /> },
          { key: 'judged', label: words('jury.state'), cell: ({ judged }) => <Badge tone={judged ? 'olive' : 'saffron'}>{words(judged ? 'jury.judged' : 'jury.not_judged')}</Badge> },
        ]}
      />
      {mine.count > mine.pageSize ? <Pager view={view} page={mine.page} pageSize={mine.pageSize} total={mine.count} /> : null}
    </Card>
  );
};

const Team = ({ visit, call, team }: { visit: Visit<View>; call: Jury['call']; team: NonNullable<Jury['team']> }): ReactNode => {
  const { view, values, errors } = visit;
  const words = selectionWords(view);
  const f = { view, values, errors };
  const open = ['draft', 'published', 'open', 'closed'].includes(call.state);
  return (
    <Card title={words('jury.who')}>
      <Table
        view={view} caption={words('jury.who')} rows={team.jurors} rowKey={({ account }) => account}
        empty={<EmptyState title={words('jury.nobody')}>{words('jury.nobody_text')}</EmptyState>}
        columns={[
          { key: 'name', label: words('jury.name'), cell: ({ name }) => <Bdi>{name}</Bdi> },
          { key: 'judged', label: words('jury.judged_many'), numeric: true, cell: ({ judged }) => <Num view={view} value={judged} /> },
          { key: 'apart', label: words('jury.apart_many'), numeric: true, cell: ({ apart }) => <Num view={view} value={apart} /> },
          { key: 'leave', label: words('jury.leave'), cell: ({ account, name }) => (open ? <PostButton view={view} kind="quiet" action={`/calls/${call.id}/jury/leave`} values={{ account }}>{words('jury.release', { name })}</PostButton> : '') },
        ]}
      />
      {open && team.toName.length ? (
        <Form {...f}>
          <SelectField {...f} required name="account" label={words('jury.choose')} choices={team.toName.map(({ account, name }) => ({ value: account, label: name, named: true as const }))} />
          <Button icon="plus">{words('jury.add')}</Button>
        </Form>
      ) : null}
      {open && team.toName.length === 0 ? <p className="soft">{words('jury.none_to_name')}</p> : null}
      {call.state === 'closed' ? (
        <>
          <p className="soft">{words('jury.close_text')}</p>
          <PostButton view={view} icon="lock" action={`/calls/${call.id}/close-scoring`}>{words('jury.close')}</PostButton>
        </>
      ) : null}
    </Card>
  );
};

/** The presses of the jury page. */
export const juryButtons = [
  definePage<View>({
    path: '/calls/:call/jury/leave', audience: 'staff', needs: 'incubation.leave-jury',
    post: { action: leaveJury, input: ({ params }) => ({ call: params.call }), leadsTo: ({ call }) => `/calls/${call}/jury`, again: juryPage },
  }),
  definePage<View>({
    path: '/calls/:call/close-scoring', audience: 'staff', needs: 'incubation.close-scoring',
    post: { action: closeScoring, input: ({ params }) => ({ call: params.call }), leadsTo: ({ call }) => `/calls/${call}/ranking`, again: juryPage },
  }),
];

