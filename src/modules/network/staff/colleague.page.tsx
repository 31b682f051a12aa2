import { NotFound } from '#core/refusal.ts';
import { definePage, type Visit } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { formAt } from '../form-at.ts';
import { managesNetwork } from '../managed-hub.ts';
import { organizationList } from '../organization/organization-list.query.ts';
import { hubQuery, settingsHub } from '../settings/settings-hub.ts';
import { rowChoices } from '../shown.tsx';
import { oneTimePassword } from '../sign-in/password.ts';
import { placeChoices } from '../territory/place-choices.ts';
import { networkWords } from '../words.ts';
import { askRecovery } from '../recovery/ask-recovery.ts';
import { confirmRecovery } from '../recovery/confirm-recovery.ts';
import { RecoveryCard } from '../recovery/recovery-card.tsx';
import { reportLostDeviceOf } from '../lost-device/report-lost-device-of.ts';
import { closeAccount } from './close-account.ts';
import { confirmRole } from './confirm-role.ts';
import { endRole } from './end-role.ts';
import { grantRole } from './grant-role.ts';
import { replacePassword } from './replace-password.ts';
import { grantableRoles, rolesOfHub } from './role-kinds.ts';
import { staffList } from './staff-list.query.ts';

/** One colleague: her roles, a new role, a new one-time password, the end of her account. */
export const colleaguePage = definePage<View>({
  path: '/settings/staff/:account',
  audience: 'staff',
  needs: 'network.staff-list',
  show: async (visit) => {
    const { view, params, actor } = visit;
    const words = networkWords(view);
    const staff = await visit.ask(staffList, managesNetwork(actor) ? {} : { hub: settingsHub(visit) });
    const her = staff.find(({ id }) => id === params.account);
    if (!her) throw new NotFound();
    const here = `/settings/staff/${her.id}`;
    const query = hubQuery(visit);
    return {
      title: her.name,
      body: (
        <Stack>
          <PageTitle lede={<Ltr>{her.login}</Ltr>} back={{ href: `/settings/staff${query}`, label: words('settings.staff') }}><Bdi>{her.name}</Bdi></PageTitle>
          {visit.search.done ? <Notice view={view} kind="success">{words('saved')}</Notice> : null}
          {visit.errors[''] ? <Notice view={view} kind="warning">{visit.errors['']}</Notice> : null}
          <Card title={words('account.roles')}>
            {her.roles.length === 0 ? <p className="soft">{words('staff.no_role')}</p> : null}
            <ul>
              {her.roles.map(({ grant, role, until, waits, mineToConfirm }) => (
                <li key={grant}>
                  {words(`role.${role}`)} · {words('staff.until')} <OnDate view={view} value={until} />{' '}
                  {waits ? <Badge tone="saffron">{words('staff.waits')}</Badge> : null}{' '}
                  {mineToConfirm ? <PostButton view={view} icon="check" action={`${here}/confirm-role${query}`} values={{ grant }}>{words('staff.confirm_role')}</PostButton> : null}{' '}
                  {her.me ? null : <PostButton view={view} kind="quiet" action={`${here}/end-role${query}`} values={{ grant }}>{words('staff.end_role')}</PostButton>}
                </li>
              ))}
            </ul>
          </Card>
          <LinkButton kind="quiet" icon="check" href={`${here}/competences${query}`}>{words('competence.title')}</LinkButton>
          {her.me ? null : <GrantForm visit={visit} here={here} choices={managesNetwork(actor) ? await wideChoices(visit) : null} />}
          {her.me || !her.ours ? null : <Keys visit={visit} here={here} />}
          {her.me || !her.ours ? null : await RecoveryCard(visit, her)}
        </Stack>
      ),
    };
  },
});

const wideChoices = async (visit: Visit<View>) => ({
  places: await placeChoices(visit),
  bodies: rowChoices(visit.view, await visit.ask(organizationList, {})),
});

type Wide = Awaited<ReturnType<typeof wideChoices>> | null;

const GrantForm = ({ visit, here, choices }: { visit: Visit<View>; here: string; choices: Wide }) => {
  const { view } = visit;
  const words = networkWords(view);
  const f = formAt(visit, `${here}/grant`);
  const roles = choices ? grantableRoles : rolesOfHub;
  return (
    <Card title={words('staff.grant')}>
      <Form {...f} action={`${here}/grant${hubQuery(visit)}`}>
        <SelectField {...f} name="role" label={words('staff.role')} required choices={roles.map((role) => ({ value: role, label: words(`role.${role}`) }))} />
        {choices ? <SelectField {...f} name="territory" label={words('staff.region')} help={words('staff.region_help')} choices={choices.places} /> : null}
        {choices ? <SelectField {...f} name="organization" label={words('staff.body')} help={words('staff.body_help')} choices={choices.bodies} /> : null}
        {choices ? <DateField {...f} name="trained_on" label={words('staff.trained_on')} help={words('staff.trained_help')} /> : null}
        <DateField {...f} name="until" label={words('staff.until_field')} help={words('staff.until_help')} required />
        <Buttons><Button icon="plus">{words('staff.grant_button')}</Button></Buttons>
      </Form>
    </Card>
  );
};

const Keys = ({ visit, here }: { visit: Visit<View>; here: string }) => {
  const { view } = visit;
  const words = networkWords(view);
  const f = formAt(visit, `${here}/password`, { password: oneTimePassword() });
  return (
    <Card title={words('staff.access')}>
      <Form {...f} action={`${here}/password${hubQuery(visit)}`}>
        <TextField {...f} name="password" label={words('staff.one_time')} help={words('staff.one_time_help')} required ltr />
        <Buttons><Button kind="quiet" icon="lock">{words('staff.replace')}</Button></Buttons>
      </Form>
      <Buttons><PostButton view={view} kind="quiet" icon="phone" action={`${here}/lost${hubQuery(visit)}`}>{words('lost.of')}</PostButton></Buttons>
      <PostButton view={view} kind="danger" icon="cross" action={`${here}/close${hubQuery(visit)}`}>{words('staff.close')}</PostButton>
    </Card>
  );
};

const again = (visit: Visit): string => `/settings/staff/${visit.params.account}${hubQuery(visit, 'done=1')}`;
const of = (visit: Visit) => ({ account: visit.params.account });

/** Posts of the colleague's page. A role for a region or a body names no hub. */
export const colleaguePosts = [
  definePage<View>({
    path: '/settings/staff/:account/grant', audience: 'staff', needs: 'network.grant-role',
    post: { action: grantRole, input: (visit) => ({ ...of(visit), ...(managesNetwork(visit.actor) ? hubIfNamed(visit) : { hub: settingsHub(visit) }) }), leadsTo: (_r, visit) => again(visit), again: colleaguePage },
  }),
  definePage<View>({ path: '/settings/staff/:account/confirm-role', audience: 'staff', needs: 'network.confirm-role', post: { action: confirmRole, leadsTo: (_r, visit) => again(visit), again: colleaguePage } }),
  definePage<View>({ path: '/settings/staff/:account/recovery/ask', audience: 'staff', needs: 'network.ask-recovery', post: { action: askRecovery, input: of, leadsTo: (_r, visit) => again(visit), again: colleaguePage } }),
  definePage<View>({ path: '/settings/staff/:account/recovery/confirm', audience: 'staff', needs: 'network.confirm-recovery', post: { action: confirmRecovery, leadsTo: (_r, visit) => again(visit), again: colleaguePage } }),
  definePage<View>({ path: '/settings/staff/:account/end-role', audience: 'staff', needs: 'network.end-role', post: { action: endRole, leadsTo: (_r, visit) => again(visit), again: colleaguePage } }),
  definePage<View>({ path: '/settings/staff/:account/password', audience: 'staff', needs: 'network.replace-password', post: { action: replacePassword, input: of, leadsTo: (_r, visit) => again(visit), again: colleaguePage } }),
  definePage<View>({ path: '/settings/staff/:account/lost', audience: 'staff', needs: 'network.report-lost-device-of', post: { action: reportLostDeviceOf, input: of, leadsTo: (_r, visit) => again(visit), again: colleaguePage } }),
  definePage<View>({ path: '/settings/staff/:account/close', audience: 'staff', needs: 'network.close-account', post: { action: closeAccount, input: of, leadsTo: (_r, visit) => `/settings/staff${hubQuery(visit, 'done=1')}`, again: colleaguePage } }),
];

const hubIfNamed = (visit: Visit) => (visit.search.hub ? { hub: visit.search.hub } : {});
