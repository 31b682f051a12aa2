import { definePage, type Visit } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { nameFor } from '#core/words/named.ts';
import { CalendarDate, OnDate } from '#ui/amounts.tsx';
import { Bdi, FreeText } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Facts } from '#ui/facts.tsx';
import { HiddenField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Steps } from '#ui/steps.tsx';
import type { View } from '#ui/view.ts';
import { formAt } from '../form-at.ts';
import { Names, nameIn } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { AgreementBadge } from './agreement-badge.tsx';
import { type AgreementKind, agreementKindNames, type Opening, openingNames } from './agreement-kind.ts';
import { agreementSheet } from './agreement-list.query.ts';
import { approveAgreement, concludeNegotiation } from './approve-agreement.ts';
import { resumeAgreement, suspendAgreement, terminateAgreement } from './end-agreement.ts';
import { signAgreement } from './sign-agreement.ts';

type Sheet = Awaited<ReturnType<(typeof agreementSheet)['spec']['run']>>;
interface Part { readonly visit: Visit<View>; readonly sheet: Sheet }

/** One agreement: where it stands, what it opens, who signed, its versions, and what may be done next. */
export const agreementPage = definePage<View>({
  path: '/agreements/:agreement',
  audience: 'staff',
  needs: 'network.agreement-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = networkWords(view);
    const sheet = await visit.ask(agreementSheet, { agreement: params.agreement! });
    const { shown } = sheet;
    return {
      title: nameIn(view, shown.titles),
      body: (
        <Stack>
          <PageTitle lede={nameFor(agreementKindNames[sheet.kind as AgreementKind], view.locale)} back={{ href: '/agreements', label: words('agreement.title') }}><Names view={view} of={shown.titles} /></PageTitle>
          {visit.errors[''] ? <Notice view={view} kind="warning">{visit.errors['']}</Notice> : null}
          {sheet.state === 'in-force' && sheet.daysLeft <= 90 ? <Notice view={view} kind="warning">{words('agreement.days_left', { days: sheet.daysLeft })}</Notice> : null}
          <Card>
            <Facts view={view} facts={[
              { label: words('state'), value: <AgreementBadge view={view} state={sheet.state} /> },
              { label: words('agreement.validity'), value: <><CalendarDate view={view} value={shown.validFrom} /> – <CalendarDate view={view} value={shown.validUntil} /></> },
              { label: words('agreement.opens'), value: shown.opens.length ? shown.opens.map((opening) => nameFor(openingNames[opening as Opening], view.locale)).join(' · ') : words('agreement.opens_nothing') },
              sheet.renewedBy ? { label: words('agreement.followed'), value: <a href={`/agreements/${sheet.renewedBy}`}>{words('agreement.see_next')}</a> } : null,
            ]} />
            {shown.opens.length > 0 && sheet.state !== 'in-force' ? <p className="soft">{words('agreement.closed_now')}</p> : null}
            <FreeText text={nameIn(view, shown.terms)} />
          </Card>
          <Signatures visit={visit} sheet={sheet} />
          <Versions visit={visit} sheet={sheet} />
          {sheet.mine ? <NextSteps visit={visit} sheet={sheet} /> : null}
        </Stack>
      ),
    };
  },
});

const road = ['draft', 'negotiated', 'approved', 'partially-signed', 'signed'] as const;

const Signatures = ({ visit, sheet }: Part) => {
  const { view } = visit;
  const words = networkWords(view);
  const { newest } = sheet;
  const at = road.indexOf(newest.state);
  const parties = sheet.signatures.filter(({ version }) => version === newest.version);
  const open = sheet.mine && sheet.standing !== 'terminated';
  return (
    <Card title={sheet.amending ? words('agreement.amendment', { version: newest.version }) : words('agreement.signatures')}>
      {sheet.amending ? <p className="soft">{words('agreement.amendment_says')}</p> : null}
      <Steps view={view} label={words('agreement.road')} steps={road.map((state, i) => ({
        key: state, label: words(state === 'signed' ? 'agreement.signed' : `agreement.state.${state}`),
        state: i < at || newest.state === 'signed' ? 'done' : i === at ? 'current' : 'next',
      }))} />
      {open && newest.state === 'draft' ? <PostButton view={view} action={`/agreements/${sheet.id}/negotiated`} values={{ version: String(newest.version) }}>{words('agreement.conclude')}</PostButton> : null}
      {parties.map((party) => (
        <div key={party.organization}>
          <h3><Names view={view} of={party.names} /></h3>
          <p>
            {party.signedOn
              ? <>{words('agreement.signed_by')} <Bdi>{party.signedName}</Bdi> · <CalendarDate view={view} value={party.signedOn} /></>
              : party.approvedAt ? <>{words('agreement.approved_on')} <OnDate view={view} value={party.approvedAt} /></> : words('agreement.waits')}
          </p>
          {open && newest.state === 'negotiated' && !party.approvedAt
            ? <PostButton view={view} kind="quiet" action={`/agreements/${sheet.id}/approve`} values={{ version: String(newest.version), organization: party.organization }}>{words('agreement.approve')}</PostButton> : null}
          {open && (newest.state === 'approved' || newest.state === 'partially-signed') && !party.signedOn ? <SignForm visit={visit} sheet={sheet} organization={party.organization} /> : null}
        </div>
      ))}
    </Card>
  );
};

const SignForm = ({ visit, sheet, organization }: Part & { organization: string }) => {
  const { view } = visit;
  const words = networkWords(view);
  const mine = visit.values['organization'] === organization;
  const today = { signed_on: clockIn(view.locale.timeZone, houseTime()).date };
  const f = mine ? formAt(visit, `/agreements/${sheet.id}/sign`, today) : { view, values: today, errors: {} };
  return (
    <details open={mine}>
      <summary>{words('agreement.sign')}</summary>
      <Form {...f} action={`/agreements/${sheet.id}/sign`}>
        <HiddenField name="version" value={sheet.newest.version} />
        <HiddenField name="organization" value={organization} />
        <TextField {...f} name="signed_name" label={words('agreement.signer')} required />
        <DateField {...f} name="signed_on" label={words('agreement.signed_on')} required />
        <Buttons><Button icon="edit">{words('agreement.sign_button')}</Button></Buttons>
      </Form>
    </details>
  );
};

const Versions = ({ visit: { view }, sheet }: Part) => {
  const words = networkWords(view);
  return sheet.versions.length < 2 ? null : (
    <Card title={words('agreement.versions')}>
      <ol>
        {sheet.versions.map(({ version, madeAt, signedAt, validUntil }) => (
          <li key={version}>
            <OnDate view={view} value={madeAt} /> · {signedAt ? words('agreement.signed') : words('agreement.waits')} · {words('agreement.valid_until')} <CalendarDate view={view} value={validUntil} />
          </li>
        ))}
      </ol>
    </Card>
  );
};

const NextSteps = ({ visit: { view }, sheet }: Part) => {
  const words = networkWords(view);
  const at = `/agreements/${sheet.id}`;
  const signed = sheet.newest.state === 'signed' && (sheet.standing === 'standing' || sheet.standing === 'suspended');
  return (
    <Card title={words('agreement.next')}>
      <Buttons>
        {signed ? <LinkButton kind="quiet" icon="edit" href={`${at}/amend`}>{words('agreement.amend')}</LinkButton> : null}
        {signed ? <LinkButton kind="quiet" icon="cycle" href={`${at}/renew`}>{words('agreement.renew')}</LinkButton> : null}
        {sheet.standing === 'standing' ? <PostButton view={view} kind="quiet" action={`${at}/suspend`}>{words('agreement.suspend')}</PostButton> : null}
        {sheet.standing === 'suspended' ? <PostButton view={view} kind="quiet" action={`${at}/resume`}>{words('agreement.resume')}</PostButton> : null}
        {sheet.standing !== 'terminated' ? <PostButton view={view} kind="danger" action={`${at}/terminate`}>{words('agreement.terminate')}</PostButton> : null}
      </Buttons>
    </Card>
  );
};

const post = (path: string, needs: string, action: NonNullable<Parameters<typeof definePage<View>>[0]['post']>['action']) =>
  definePage<View>({
    path: `/agreements/:agreement/${path}`, audience: 'staff', needs: `network.${needs}`,
    post: { action, input: ({ params }) => ({ agreement: params.agreement }), leadsTo: (_r, { params }) => `/agreements/${params.agreement}`, again: agreementPage },
  });

/** Posts of an agreement's page. */
export const agreementPosts = [
  post('negotiated', 'conclude-negotiation', concludeNegotiation),
  post('approve', 'approve-agreement', approveAgreement),
  post('sign', 'sign-agreement', signAgreement),
  post('suspend', 'suspend-agreement', suspendAgreement),
  post('resume', 'resume-agreement', resumeAgreement),
  post('terminate', 'terminate-agreement', terminateAgreement),
];
