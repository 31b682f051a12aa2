import { definePage, type Visit } from '#core/page.ts';
import { AtTime, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, DoorCard, Grid, Stack } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { closeOtherSessions } from '../sign-in/sign-out.ts';
import { networkWords } from '../words.ts';
import { closeSession } from './close-session.ts';
import { deviceName } from './device-words.ts';
import { endCode, revokePasskey } from './end-second-step.ts';
import { mySecurity } from './my-security.query.ts';

const here = '/me/security';

/** What guards her account: passkeys, codes, password, and the sessions open in her name. */
export const securityPage = definePage<View>({
  path: here,
  audience: 'staff',
  needs: 'network.my-security',
  show: async (visit) => {
    const { view, actor } = visit;
    const words = networkWords(view);
    const mine = await visit.ask(mySecurity, {});
    const back = actor.owes ? undefined : { href: '/account', label: words('account.title') };
    return {
      title: words('security.title'),
      body: (
        <Stack>
          <PageTitle lede={words('security.lede')} back={back}>{words('security.title')}</PageTitle>
          {visit.search.done ? <Notice view={view} kind="success">{words('saved')}</Notice> : null}
          {visit.search.lost ? <Notice view={view} kind="success">{words('lost.done')}</Notice> : null}
          {visit.errors[''] ? <Notice view={view} kind="warning">{visit.errors['']}</Notice> : null}
          {actor.owes ? <Notice view={view} kind="info" title={words('security.must_title')}>{words('security.must')}</Notice> : null}
          {mine.demo && !mine.hasSecondStep ? <Notice view={view} kind="info">{words('security.demo')}</Notice> : null}
          <Grid>
            <DoorCard href={`${here}/passkey`} icon="lock" title={words('security.add_passkey')}>{words('security.passkey_says')}</DoorCard>
            <DoorCard href={`${here}/code`} icon="phone" title={words('security.set_up_code')}>{words('security.code_says')}</DoorCard>
          </Grid>
          {mine.hasSecondStep ? <Steps visit={visit} mine={mine} /> : null}
          <Sessions visit={visit} mine={mine} />
          {actor.owes ? null : <Buttons><LinkButton kind="quiet" icon="lock" href="/account/password">{words('password.title')}</LinkButton><LinkButton kind="quiet" icon="phone" href={`${here}/lost`}>{words('lost.title')}</LinkButton></Buttons>}
        </Stack>
      ),
    };
  },
});

interface Part { readonly visit: Visit<View>; readonly mine: Awaited<ReturnType<typeof mySecurity.spec.run>> }

const Steps = ({ visit: { view }, mine: { passkeys, code } }: Part) => {
  const words = networkWords(view);
  return (
    <Card title={words('security.steps')}>
      <ul>
        {passkeys.map(({ id, name, createdAt, usedAt }) => (
          <li key={id}>
            {words('security.passkey')} <strong><Bdi>{name}</Bdi></strong> · {words('security.added')} <OnDate view={view} value={createdAt} />
            {usedAt ? <> · {words('security.used')} <AtTime view={view} value={usedAt} /></> : null}{' '}
            <PostButton view={view} kind="quiet" action={`${here}/passkey/${id}/revoke`}>{words('security.revoke_passkey')}</PostButton>
          </li>
        ))}
        {code ? (
          <li>
            {words('security.code')} · {words('security.added')} <OnDate view={view} value={code.createdAt} />{' '}
            <PostButton view={view} kind="quiet" action={`${here}/code/end`}>{words('security.end_code')}</PostButton>
          </li>
        ) : null}
      </ul>
    </Card>
  );
};

const Sessions = ({ visit: { view, actor }, mine: { sessions } }: Part) => {
  const words = networkWords(view);
  return (
    <Card title={words('account.sessions')}>
      <Table
        view={view} caption={words('account.sessions')} rows={sessions} rowKey={({ id }) => id}
        columns={[
          { key: 'device', label: words('security.device'), cell: ({ device }) => (deviceName(device) ? <Ltr>{deviceName(device)}</Ltr> : words('security.device_unknown')) },
          { key: 'opened', label: words('security.opened'), cell: ({ openedAt }) => <AtTime view={view} value={openedAt} /> },
          { key: 'seen', label: words('security.seen'), cell: ({ seenAt }) => <AtTime view={view} value={seenAt} /> },
          {
            key: 'end', label: words('security.end'),
            cell: (session) => (session.here ? <Badge tone="olive">{words('account.here')}</Badge>
              : actor.owes ? null : <PostButton view={view} kind="quiet" action={`${here}/sessions/${session.id}/close`}>{words('security.close_session')}</PostButton>),
          },
        ]}
      />
      {sessions.length > 1 && !actor.owes ? <PostButton view={view} kind="quiet" icon="exit" action={`${here}/sign-out-elsewhere`}>{words('account.elsewhere')}</PostButton> : null}
    </Card>
  );
};

const done = () => `${here}?done=1`;

/** Posts of her security page. */
export const securityPosts = [
  definePage<View>({ path: `${here}/passkey/:passkey/revoke`, audience: 'staff', needs: 'network.revoke-passkey', post: { action: revokePasskey, input: ({ params }) => ({ passkey: params.passkey }), leadsTo: done, again: securityPage } }),
  definePage<View>({ path: `${here}/code/end`, audience: 'staff', needs: 'network.end-code', post: { action: endCode, leadsTo: done, again: securityPage } }),
  definePage<View>({ path: `${here}/sessions/:session/close`, audience: 'staff', needs: 'network.close-session', post: { action: closeSession, input: ({ params }) => ({ session: params.session }), leadsTo: done, again: securityPage } }),
  definePage<View>({ path: `${here}/sign-out-elsewhere`, audience: 'staff', needs: 'network.close-other-sessions', post: { action: closeOtherSessions, leadsTo: done, again: securityPage } }),
];
