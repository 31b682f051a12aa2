import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { Said } from '#modules/desk/public.ts';
import { AtTime, Num, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { applicantWords } from '../applicant-words.ts';
import { callWords } from '../call-words.ts';
import { Extensions } from '../extend/extensions.tsx';
import { PaperList } from '../papers/paper-list.tsx';
import { applicationStatus } from './application-status.query.ts';
import { openApplication } from './open-application.ts';

type Status = NonNullable<Awaited<ReturnType<(typeof applicationStatus)['spec']['run']>>>;

const openedAt = ({ code, pass }: { code: string; pass: string }): string => `/a/${code}?pass=${pass}`;

/** Where the square of an application's slip leads: the word is asked, then it is shown where the application stands. Nothing names anybody. */
export const ownStatusPage = definePage<View>({ path: '/a/:code', audience: 'citizen', needs: 'incubation.open-application', show: showStatus, post: { action: openApplication, leadsTo: openedAt } });

/** The same without a code in the address, for whoever types it. */
export const ownStatusBlankPage = definePage<View>({ path: '/a', audience: 'citizen', needs: 'incubation.open-application', show: showStatus, post: { action: openApplication, leadsTo: openedAt } });

async function showStatus(visit: Visit<View>) {
  const { view, params, search } = visit;
  const words = applicantWords(view);
  const status = search.pass ? await visit.ask(applicationStatus, { pass: search.pass }) : null;
  return {
    title: words('own.title'),
    quiet: true as const,
    body: (
      <Stack>
        <PageTitle lede={status ? <Said view={view} value={status.call.names} /> : undefined}>{words('own.title')}</PageTitle>
        {search.pass && !status ? <Notice view={view}>{words('own.over')}</Notice> : null}
        {status ? <StatusCards view={view} status={status} /> : <><Door visit={visit} /><p><a href="/s">{words('own.to_slip')}</a></p></>}
        {status ? <p className="soft">{words('own.closes')} <a href={params.code ? `/a/${params.code}` : '/a'}>{words('own.leave')}</a></p> : null}
      </Stack>
    ),
  };
}

const Door = ({ visit: { view, values, errors, params } }: { visit: Visit<View> }): ReactNode => {
  const words = applicantWords(view);
  const form = { view, errors, values: { code: params.code ? spelledCode(params.code) : '', ...values } };
  return (
    <Form {...form} action={view.path}>
      <TextField {...form} required ltr name="code" label={words('own.code_typed')} help={words('own.code_help')} autoComplete="off" maxLength={20} />
      <TextField {...form} required name="word" label={words('own.word_typed')} help={words('own.word_typed_help')} autoComplete="off" maxLength={60} />
      <Buttons><Button icon="door">{words('own.open')}</Button></Buttons>
    </Form>
  );
};

const StatusCards = ({ view, status }: { view: View; status: Status }): ReactNode => {
  const words = applicantWords(view);
  const { call, appeal, desk } = status;
  return (
    <>
      <Card title={words('own.stands')}>
        <p><Badge tone={status.step === 'selected' || status.step === 'accompanied' ? 'olive' : 'saffron'}>{words(`own.step.${status.step}`)}</Badge></p>
        <Facts view={view} facts={[
          { label: callWords(view)('receipt.number'), value: <Ltr>{spelledCode(status.receipt)}</Ltr> },
          { label: words('own.since'), value: <OnDate view={view} value={status.since} /> },
          status.waitsAt !== null && { label: words('own.waits_at'), value: <Num view={view} value={status.waitsAt} /> },
          call.papers.length > 0 && { label: words('papers'), value: <PaperList view={view} asked={call.papers} handed={status.papers} /> },
        ]} />
      </Card>
      <Extensions view={view} moves={status.moves} />
      <Card title={words('own.next')}>
        <p>{words(`own.next.${status.step}`, { open: call.open ? 'yes' : 'no' })}</p>
        {status.step === 'begun' ? <p>{callWords(view)('application.closes')} <strong><AtTime view={view} value={call.closesAt} /></strong></p> : null}
        {call.results ? <p><a href={`/open-calls/${call.code}/results`}>{words('own.results')}</a></p> : <p><a href={`/open-calls/${call.code}`}>{words('own.call')}</a></p>}
        {(status.step === 'ineligible' || status.step === 'rejected' || status.step === 'waitlisted') && Object.keys(call.nextStep).length ? <p><Said view={view} value={call.nextStep} /></p> : null}
      </Card>
      {appeal.until || appeal.filed ? (
        <Card title={words('own.appeal')}>
          {appeal.open ? <p>{words('own.appeal_until')} <strong><AtTime view={view} value={appeal.until!} /></strong></p> : null}
          {appeal.until && !appeal.open && !appeal.filed ? <p>{words('own.appeal_over')} <AtTime view={view} value={appeal.until} /></p> : null}
          {appeal.filed ? <p>{words('own.appeal_filed')} <OnDate view={view} value={appeal.filed.filedAt} />. {words(`own.appeal.${appeal.filed.outcome ?? 'waits'}`)}</p> : null}
        </Card>
      ) : null}
      {desk ? (
        <Card title={words('own.desk')}>
          <p><a href={`/hubs/${desk.id}`}><Said view={view} value={desk.names} /></a></p>
          {Object.keys(desk.address).length ? <p><Said view={view} value={desk.address} /></p> : null}
          {desk.phone ? <p><Phone view={view} number={desk.phone} call /></p> : null}
        </Card>
      ) : null}
    </>
  );
};
