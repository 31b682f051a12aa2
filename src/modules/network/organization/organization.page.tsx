import { definePage, type Visit } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Bdi, FreeText, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Facts } from '#ui/facts.tsx';
import { HiddenField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { formAt } from '../form-at.ts';
import { hubDoors } from '../hub/hub-doors.query.ts';
import { Names, nameIn, namedChoices, PlaceName } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { beginMembership, endMembership } from './membership.ts';
import { openOrgUnit } from './open-org-unit.ts';
import { organizationKindNames, sectorNames } from './organization-kind.ts';
import { organizationSheet } from './organization-list.query.ts';
import { unitAreaNames, unitAreas } from './unit-area.ts';

type Sheet = Awaited<ReturnType<(typeof organizationSheet)['spec']['run']>>;

/** One body: what it is, its memberships past and present, its departments. */
export const organizationPage = definePage<View>({
  path: '/network/organizations/:organization',
  audience: 'staff',
  needs: 'network.organization-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = networkWords(view);
    const body = await visit.ask(organizationSheet, { organization: params.organization! });
    const hubs = await visit.ask(hubDoors, {});
    const f = formAt(visit, `/network/organizations/${body.id}/membership`);
    return {
      title: nameIn(view, body.names),
      body: (
        <Stack>
          <PageTitle lede={nameFor(organizationKindNames[body.kind], view.locale)} back={{ href: '/network/organizations', label: words('organization.list') }} actions={editButton(visit, body)}><Names view={view} of={body.names} /></PageTitle>
          {visit.search.done ? <Notice view={view} kind="success">{words('saved')}</Notice> : null}
          {visit.errors[''] ? <Notice view={view} kind="warning">{visit.errors['']}</Notice> : null}
          {body.leftOn ? <Notice view={view}>{words('organization.left_notice')} <CalendarDate view={view} value={body.leftOn} /></Notice> : null}
          <Card>
            <FreeText text={nameIn(view, body.descriptions)} />
            <Facts view={view} facts={factsOf(view, body)} />
          </Card>
          <Card title={words('organization.memberships')}>
            {body.memberships.length === 0 ? <p className="soft">{words('organization.no_membership')}</p> : null}
            {body.memberships.map((membership) => <MembershipLine key={membership.id} visit={visit} membership={membership} hub={hubs.find(({ id }) => id === membership.hub)} />)}
            {visit.may('network.begin-membership') && visit.actor.hub && !body.memberships.some(({ endedOn, hub }) => !endedOn && hub === visit.actor.hub) ? (
              <Form {...f} action={`/network/organizations/${body.id}/membership`}>
                <DateField {...f} name="since" label={words('organization.member_since')} required />
                <DateField {...f} name="mandate_until" label={words('organization.mandate_until')} />
                <Buttons><Button kind="quiet" icon="plus">{words('organization.make_member')}</Button></Buttons>
              </Form>
            ) : null}
          </Card>
          {body.sector === 'public' ? <Units visit={visit} body={body} /> : null}
        </Stack>
      ),
    };
  },
});

/** Offered to the hub that registered the body and to whoever manages the network; the action decides again. */
const editButton = (visit: Visit<View>, body: Sheet) =>
  visit.may('network.edit-organization') && (body.hub === visit.actor.hub || visit.may('network.open-hub'))
    ? <LinkButton kind="quiet" icon="edit" href={`/network/organizations/${body.id}/edit`}>{networkWords(visit.view)('organization.edit')}</LinkButton> : null;

const factsOf = (view: View, body: Sheet) => {
  const words = networkWords(view);
  return [
    { label: words('organization.sector'), value: nameFor(sectorNames[body.sector], view.locale) },
    { label: words('hub.place'), value: body.territoryCode ? <PlaceName view={view} code={body.territoryCode} /> : null },
    { label: words('hub.address'), value: nameIn(view, body.address) ? <Names view={view} of={body.address} /> : null },
    { label: words('organization.phone'), value: body.phone ? <Phone view={view} number={body.phone} call /> : null },
    { label: words('hub.email'), value: body.email ? <Ltr>{body.email}</Ltr> : null },
    { label: words('hub.website'), value: body.website ? <Ltr>{body.website}</Ltr> : null },
    { label: words('organization.legal_status'), value: body.legalStatus ? <Bdi>{body.legalStatus}</Bdi> : null },
    body.supportBody && { label: words('organization.role'), value: words('organization.support_body') },
  ];
};

const MembershipLine = ({ visit, membership, hub }: { visit: Visit<View>; membership: Sheet['memberships'][number]; hub: { names: Record<string, string | undefined> } | undefined }) => {
  const { view, actor } = visit;
  const words = networkWords(view);
  const sent = visit.values['membership'] === membership.id;
  const f = sent ? formAt(visit, `/network/organizations/${visit.params.organization}/end`) : { view, values: {}, errors: {} };
  const mine = !membership.endedOn && visit.may('network.end-membership') && (actor.hub === membership.hub || visit.may('network.open-hub'));
  return (
    <div>
      <p>
        {hub ? <Names view={view} of={hub.names} /> : null} · {words('organization.since')} <CalendarDate view={view} value={membership.since} />
        {membership.mandateUntil ? <> · {words('organization.mandate_until')} <CalendarDate view={view} value={membership.mandateUntil} /></> : null}
        {membership.endedOn ? <> · {words(`ended.${membership.endedReason as 'left'}`)} <CalendarDate view={view} value={membership.endedOn} /></> : null}
      </p>
      {mine ? (
        <details open={sent}>
          <summary>{words('organization.end')}</summary>
          <Form {...f} action={`/network/organizations/${visit.params.organization}/end`}>
            <HiddenField name="membership" value={membership.id} />
            <DateField {...f} name="on" label={words('organization.end_on')} required />
            <SelectField {...f} name="reason" label={words('organization.end_why')} required choices={(['left', 'mandate-over', 'excluded', 'dissolved'] as const).map((value) => ({ value, label: words(`ended.${value}`) }))} />
            <Buttons><Button kind="danger" icon="exit">{words('organization.end')}</Button></Buttons>
          </Form>
        </details>
      ) : null}
    </div>
  );
};

const Units = ({ visit, body }: { visit: Visit<View>; body: Sheet }) => {
  const { view } = visit;
  const f = formAt(visit, `/network/organizations/${body.id}/unit`);
  const words = networkWords(view);
  return (
    <Card title={words('unit.title')}>
      <p className="soft">{words('unit.lede')} <Num view={view} value={body.units.length} /></p>
      <ul>
        {body.units.map((unit) => (
          <li key={unit.id}><Names view={view} of={unit.names} /> · {unit.areas.map((area) => nameFor(unitAreaNames[area as keyof typeof unitAreaNames], view.locale)).join(' · ')}</li>
        ))}
      </ul>
      {visit.may('network.open-org-unit') ? (
        <Form {...f} action={`/network/organizations/${body.id}/unit`}>
          <MultilingualField {...f} name="names" label={words('unit.name')} required />
          <Checkboxes {...f} name="areas" label={words('unit.areas')} help={words('unit.areas_help')} required choices={namedChoices(view, unitAreas, unitAreaNames)} />
          <DateField {...f} name="opened_on" label={words('hub.opened_on')} required />
          <Buttons><Button kind="quiet" icon="plus">{words('unit.open')}</Button></Buttons>
        </Form>
      ) : null}
    </Card>
  );
};

const back = (_result: unknown, visit: Visit): string => `/network/organizations/${visit.params.organization}?done=1`;
const of = (visit: Visit) => ({ organization: visit.params.organization });

/** Posts of a body's page. */
export const organizationPosts = [
  definePage<View>({ path: '/network/organizations/:organization/membership', audience: 'staff', needs: 'network.begin-membership', post: { action: beginMembership, input: of, leadsTo: back, again: organizationPage } }),
  definePage<View>({ path: '/network/organizations/:organization/end', audience: 'staff', needs: 'network.end-membership', post: { action: endMembership, leadsTo: back, again: organizationPage } }),
  definePage<View>({ path: '/network/organizations/:organization/unit', audience: 'staff', needs: 'network.open-org-unit', post: { action: openOrgUnit, input: of, leadsTo: back, again: organizationPage } }),
];
