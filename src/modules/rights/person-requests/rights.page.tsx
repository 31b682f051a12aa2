import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { PersonHead } from '#modules/people/public.ts';
import { AtTime, CalendarDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes, Radios, SelectField } from '#ui/choice.tsx';
import { TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { answerRequest } from '../answer-request/answer-request.ts';
import { identifiers, refusalReasons, requestKinds } from '../codes.ts';
import { Confirm } from '../confirm-request/confirm.tsx';
import { openRequest } from '../open-request/open-request.ts';
import { requestNumber } from '../request/request-number.ts';
import { rightsWords } from '../words.ts';
import { personRequests } from './person-requests.query.ts';

type Asked = Awaited<ReturnType<(typeof personRequests)['spec']['run']>>['requests'][number];

/** What a person asks of what is kept of her: what waits, what was answered, and a new request. */
export const rightsPage = definePage<View>({
  path: '/people/:person/rights',
  audience: 'staff',
  needs: 'rights.person-requests',
  show: async (visit) => {
    const { view } = visit;
    const words = rightsWords(view);
    const { card, requests } = await visit.ask(personRequests, { person: visit.params.person! });
    const here = `/people/${visit.params.person}/rights`;
    const asking = view.path === here;
    const f = { view, values: asking ? visit.values : {}, errors: asking ? visit.errors : {} };
    return {
      title: words('title'),
      quiet: true,
      body: (
        <Stack>
          <PersonHead visit={visit} card={card} side="rights" />
          <p className="soft">{words('lede')}</p>
          {requests.length === 0 ? <p className="soft">{words('none')}</p> : requests.map((each) => <Request key={each.id} visit={visit} of={each} />)}
          <Card title={words('ask')}>
            <Form {...f} action={here}>
              <Radios {...f} required name="kind" label={words('kind')} choices={requestKinds.map((value) => ({ value, label: words(`kind.${value}`) }))} />
              <Checkboxes {...f} required name="identified_by" label={words('identified_by')} help={words('identified_by_help')} choices={identifiers.map((value) => ({ value, label: words(`identifier.${value}`) }))} />
              <TextArea {...f} name="wish" label={words('wish')} help={words('wish_help')} maxLength={1000} />
              <Buttons><Button icon="check">{words('save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: openRequest, input: ({ params }) => ({ person: params.person }), leadsTo: (_, { params }) => `/people/${params.person}/rights` },
});

const Request = ({ visit, of }: { visit: Visit<View>; of: Asked }): ReactNode => {
  const { view, params } = visit;
  const words = rightsWords(view);
  const base = `/people/${params.person}/rights/${of.id}`;
  const f = { view, values: view.path.startsWith(base) ? visit.values : {}, errors: view.path.startsWith(base) ? visit.errors : {} };
  return (
    <Card title={words(`kind.${of.kind}`)}>
      <p>
        {words('told', { label: words('erasures.number') })} <Ltr>{requestNumber(of.id)}</Ltr> · {words('told', { label: words('asked') })} <AtTime view={view} value={of.askedAt} /> · {words('told', { label: words('due') })} <CalendarDate view={view} value={of.dueOn} />{' '}
        <Badge tone={of.state === 'open' ? 'saffron' : 'olive'}>{words(`state.${of.state}`)}</Badge> {of.late ? <Badge tone="rose" icon="clock">{words('late')}</Badge> : null}
      </p>
      {of.reason ? <p>{words(`reason.${of.reason}`)}</p> : null}
      {of.confirmedBy ? <p>{words('told', { label: words('confirmed_by') })} <Bdi>{of.confirmedBy}</Bdi></p> : null}
      {of.toConfirm ? <Confirm visit={visit} action={`${base}/confirm`} mine={of.mine} /> : null}
      {of.state === 'open' && of.kind === 'erase' ? <p className="soft">{words('erase_waits')}</p> : null}
      {of.state === 'open' && of.kind === 'correct' && visit.may('people.correct-person') ? <p><a href={`/people/${params.person}/correct`}>{words('correct_card')}</a></p> : null}
      {of.state === 'erased' && visit.may('rights.erasure-certificate') ? <p><a href={`/rights/${of.id}/certificate`}>{words('certificate.title')}</a></p> : null}
      {of.packOpen ? (
        <>
          <p>{words('danger')} <span className="soft">{words('pack_until')}</span></p>
          <ul>
            <li>{words('told', { label: words('pack') })}
              <ul>
                {(['ar', 'fr', 'en'] as const).map((lang) => <li key={lang}><a href={`${base}/pack?in=${lang}`}>{words('pack_in', { lang })}</a> · <a href={`${base}/pack.pdf?in=${lang}`}>{words('pack_pdf', { lang })}</a></li>)}
                <li><a href={`/my-data/${of.id}`}>{words('pack_json')}</a></li>
              </ul>
            </li>
            <li><a href={`${base}/looks`}>{words('pack_looks')}</a></li>
          </ul>
        </>
      ) : null}
      {of.state === 'open' ? (
        <Form {...f} action={`${base}/answer`}>
          <Radios {...f} required name="answer" label={words('answer')} choices={(of.kind === 'erase' ? ['withdrawn'] as const : ['done', 'refused', 'withdrawn'] as const).map((value) => ({ value, label: words(`answer.${value}`) }))} />
          {of.kind === 'erase' ? null : (
            <>
              <SelectField {...f} name="reason" label={words('reason')} choices={[{ value: '', label: '—' }, ...refusalReasons.map((value) => ({ value, label: words(`reason.${value}`) }))]} />
              <TextArea {...f} name="words" label={words('words')} maxLength={1000} />
            </>
          )}
          <Buttons><Button kind="quiet" icon="check">{words('send_answer')}</Button></Buttons>
        </Form>
      ) : null}
    </Card>
  );
};

/** Takes the answer to one request. */
export const answerRequestPage = definePage<View>({
  path: '/people/:person/rights/:request/answer',
  audience: 'staff',
  needs: 'rights.answer-request',
  post: {
    action: answerRequest, input: ({ params }) => ({ request: params.request }),
    leadsTo: (_, { params }) => `/people/${params.person}/rights`, again: rightsPage,
  },
});
