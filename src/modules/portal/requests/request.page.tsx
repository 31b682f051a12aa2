import { definePage, type Visit } from '#core/page.ts';
import { isUuid } from '#core/id.ts';
import { reasonChoices } from '#modules/desk/public.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Bdi, FreeText, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import type { Letter } from '../leave-request/letter.ts';
import { requestOutcomes } from '../portal.ts';
import { portalWords } from '../words.ts';
import { endRequest } from './end-request.ts';
import { requestSheet } from './request-sheet.query.ts';
import { Age, ReceiptLine, requestsPage } from './requests.page.tsx';
import { takeRequest } from './take-request.ts';

/** One request: what she wrote, the ways on (a visit, an appointment), and closing it. */
export const requestPage = definePage<View>({
  path: '/desk/requests/:request',
  audience: 'staff',
  needs: 'portal.request-sheet',
  show: showRequest,
  post: { action: endRequest, input: ({ params }) => ({ request: params.request }), leadsTo: () => '/desk/requests?ended=1' },
});

/** The button that opens a request: of two officers one wins, the other is told who. */
export const openRequestButton = definePage<View>({
  path: '/desk/requests/:request/open',
  audience: 'staff',
  needs: 'portal.take-request',
  post: { action: takeRequest, input: ({ params }) => ({ request: params.request }), leadsTo: ({ request }) => `/desk/requests/${request}`, again: requestsPage },
});

type Sheet = Awaited<ReturnType<(typeof requestSheet)['spec']['run']>>;

async function showRequest(visit: Visit<View>) {
  const { view } = visit;
  const words = portalWords(view);
  const sheet = await visit.ask(requestSheet, { request: visit.params.request });
  return {
    title: words('request_sheet.title'),
    quiet: true as const,
    body: (
      <Stack>
        <PageTitle lede={<ReceiptLine receipt={sheet.receipt} />} back={{ href: '/desk/requests', label: words('requests.title') }}>{words('request_sheet.title')}</PageTitle>
        <p><AtTime view={view} value={sheet.arrivedAt} /> {sheet.state === 'ended' ? null : <Age view={view} since={sheet.arrivedAt} now={sheet.now} />}</p>
        <NotHers view={view} sheet={sheet} />
        {sheet.mine ? <Opened visit={visit} sheet={sheet} /> : null}
      </Stack>
    ),
  };
}

/** What an officer sees of a request that she does not hold. */
const NotHers = ({ view, sheet }: { view: View; sheet: Sheet }) => {
  const words = portalWords(view);
  if (sheet.state === 'waiting') return <PostButton view={view} action={`/desk/requests/${sheet.id}/open`} icon="mail">{words('requests.open')}</PostButton>;
  if (sheet.state === 'ended') return <Notice view={view}>{words(`outcome.${sheet.outcome!}`)} · <Bdi>{sheet.officer}</Bdi></Notice>;
  return sheet.mine ? null : <Notice view={view}>{words('requests.held')} <Bdi>{sheet.officer}</Bdi></Notice>;
};

const Opened = ({ visit, sheet }: { visit: Visit<View>; sheet: Sheet }) => {
  const { view, search } = visit;
  const words = portalWords(view);
  const made = isUuid(search.appointment) ? 'appointment' : isUuid(search.ticket) ? 'visit' : null;
  const f = { view, values: { ...(made ? { outcome: made } : {}), ...visit.values }, errors: visit.errors };
  const on = `request=${sheet.id}`;
  return (
    <>
      {sheet.letter ? <LetterCard view={view} letter={sheet.letter} call={sheet.call} /> : <Notice view={view} kind="warning">{words('request_sheet.unreadable')}</Notice>}
      {made ? <Notice view={view} kind="success">{words(`request_sheet.made_${made}`)}</Notice> : (
        <Buttons>
          <LinkButton href={`/desk/appointments/new?${on}`} icon="calendar">{words('request_sheet.book')}</LinkButton>
          <LinkButton kind="quiet" href={`/desk/tickets/new?${on}`} icon="ticket">{words('request_sheet.visit')}</LinkButton>
        </Buttons>
      )}
      {isUuid(search.ticket) ? <p><a href={`/desk/tickets/${search.ticket}`}>{words('request_sheet.to_visit')}</a></p> : null}
      <Card title={words('request_sheet.close')}>
        <Form {...f}>
          <Radios {...f} required name="outcome" label={words('request_sheet.outcome')} choices={requestOutcomes.map((value) => ({ value, label: words(`outcome.${value}`) }))} />
          <Button icon="check">{words('request_sheet.close')}</Button>
        </Form>
      </Card>
    </>
  );
};

const LetterCard = ({ view, letter, call: safe }: { view: View; letter: Letter; call: Sheet['call'] }) => {
  const words = portalWords(view);
  const subject = reasonChoices(view).find(({ value }) => value === letter.subject);
  const call = letter.way === 'phone';
  return (
    <Card title={words(`request_sheet.wish_${letter.wish}`)}>
      {call ? (
        <Notice view={view} kind="warning" title={safe?.allow ? words('request_sheet.call_now') : undefined}>
          {safe && !safe.allow && safe.from ? <p><strong>{words('request_sheet.call_from')} <AtTime view={view} value={safe.from} /></strong></p> : null}
          {words('request_sheet.safe')}
        </Notice>
      ) : null}
      <Facts view={view} facts={[
        { label: words('request_sheet.way'), value: words(`request_sheet.way_${letter.way}`) },
        call && { label: words('request_sheet.phone'), value: <Ltr>{letter.phone}</Ltr> },
        call && { label: words('request_sheet.hours'), value: letter.hours.length ? letter.hours.map((part) => words(`part.${part}`)).join(' · ') : words('request_sheet.any_hour') },
        letter.ask_for !== undefined && { label: words('request_sheet.ask_for'), value: <Bdi>{letter.ask_for}</Bdi> },
        { label: words('request_sheet.language'), value: words(`speaks.${letter.language}`) },
        { label: words('request_sheet.subject'), value: subject?.label },
        letter.words !== undefined && { label: words('request_sheet.words'), value: <FreeText text={letter.words} /> },
      ]} />
    </Card>
  );
};
