import { definePage } from '#core/page.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { endOnCall, goOnCall } from '../on-call/on-call.ts';
import { confidentialWords } from '../words.ts';
import { answerKey } from './answer-key.ts';
import { endEmergency } from './end-emergency.ts';
import { keyRequests } from './key-requests.query.ts';
import { MyRequest, WaitingRequest } from './key-request-item.tsx';

/** Second keys: who asks for mine, what became of my requests, who is on call. */
export const keysPage = definePage<View>({
  path: '/safe/keys',
  audience: 'help',
  needs: 'confidential.key-requests',
  show: async ({ view, values, errors, refusal, ask }) => {
    const words = confidentialWords(view);
    const f = { view, values: { days: '1', ...values }, errors };
    const { locked, waiting, mine, onCall } = await ask(keyRequests, {});
    return {
      title: words('safe.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('keys.lede')} back={{ href: '/safe', label: words('safe.back') }}>{words('safe.keys')}</PageTitle>
          {refusal ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          {locked ? <Notice view={view} kind="warning">{words(`locked.${locked}`)}</Notice>
            : <Buttons><LinkButton href="/safe/keys/ask" icon="lock">{words('keys.ask')}</LinkButton></Buttons>}
          <Card title={words('keys.waiting')}>
            {waiting.length === 0 ? <p className="soft">{words('keys.none_waiting')}</p> : null}
            <ul className="found">{waiting.map((request) => <WaitingRequest key={request.id} view={view} request={request} />)}</ul>
          </Card>
          <Card title={words('keys.mine')}>
            {mine.length === 0 ? <p className="soft">{words('keys.none_mine')}</p> : null}
            <ul className="found">{mine.map((request) => <MyRequest key={request.id} view={view} request={request} />)}</ul>
          </Card>
          <Card title={words('call.title')}>
            {onCall.length === 0 ? <p className="soft">{words('call.none')}</p> : null}
            <ul className="found">
              {onCall.map((officer) => (
                <li key={officer.id}>
                  <p>{officer.me ? words('call.me') : <Bdi>{officer.name}</Bdi>} · <span className="soft">{words('keys.until')} <AtTime view={view} value={officer.until} /></span></p>
                  {officer.me ? <PostButton view={view} action="/safe/keys/call/end" kind="quiet">{words('call.end')}</PostButton> : null}
                </li>
              ))}
            </ul>
            <Form {...f} action="/safe/keys/call">
              <NumberField {...f} name="days" label={words('call.days')} help={words('call.help')} required min={1} max={7} />
              <Buttons><Button kind="quiet">{words('call.begin')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
});

const toKeys = () => '/safe/keys';

/** The two buttons that answer a colleague. */
export const answerKeyPage = definePage<View>({
  path: '/safe/keys/answer/:request',
  audience: 'help',
  needs: 'confidential.answer-key',
  post: { action: answerKey, input: ({ params }) => ({ request: params.request }), leadsTo: toKeys, again: keysPage },
});

/** The button that ends my reading early. */
export const endEmergencyPage = definePage<View>({
  path: '/safe/keys/end/:request',
  audience: 'help',
  needs: 'confidential.end-emergency',
  post: { action: endEmergency, input: ({ params }) => ({ request: params.request }), leadsTo: toKeys, again: keysPage },
});

/** The button that puts me on call. */
export const goOnCallPage = definePage<View>({
  path: '/safe/keys/call', audience: 'help', needs: 'confidential.go-on-call', post: { action: goOnCall, leadsTo: toKeys, again: keysPage },
});

/** The button that ends my turn. */
export const endOnCallPage = definePage<View>({
  path: '/safe/keys/call/end', audience: 'help', needs: 'confidential.end-on-call', post: { action: endOnCall, leadsTo: toKeys, again: keysPage },
});
