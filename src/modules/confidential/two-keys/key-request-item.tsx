import type { ReactNode } from 'react';
import { AtTime } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { PostButton } from '#ui/button.tsx';
import type { View } from '#ui/view.ts';
import { confidentialWords } from '../words.ts';
import type { KeyRequest } from './key-requests.query.ts';

/** A colleague's request: who, what for and why, and the two answers. Nothing tells whom it is about. */
export const WaitingRequest = ({ view, request }: { view: View; request: KeyRequest }): ReactNode => {
  const words = confidentialWords(view);
  const at = `/safe/keys/answer/${request.id}`;
  return (
    <li>
      <p><strong>{words('keys.asks', { name: request.askedBy })}</strong> · {words(`keys.kind.${request.kind}`)}</p>
      <p>{words(`keys.reason.${request.reason}`)}</p>
      {request.words ? <p><Bdi>{request.words}</Bdi></p> : null}
      <p className="soft"><AtTime view={view} value={request.askedAt} /></p>
      <div className="buttons">
        <PostButton view={view} action={at} icon="lock" values={{ answer: 'agree' }}>{words('keys.agree')}</PostButton>
        <PostButton view={view} action={at} kind="quiet" values={{ answer: 'decline' }}>{words('keys.decline')}</PostButton>
      </div>
    </li>
  );
};

const tones = { waiting: 'saffron', lapsed: 'door', declined: 'rose', open: 'olive', granted: 'olive', over: 'door' } as const;

/** My own request with what became of it. */
export const MyRequest = ({ view, request }: { view: View; request: KeyRequest }): ReactNode => {
  const words = confidentialWords(view);
  return (
    <li>
      <p>{words(`keys.kind.${request.kind}`)}{request.code ? <> · <Ltr>{request.code}</Ltr></> : null}</p>
      <p><Badge tone={tones[request.state]}>{words(`keys.state.${request.state}`)}</Badge>{request.state === 'open' && request.until ? <> {words('keys.until')} <AtTime view={view} value={request.until} /></> : null}</p>
      {request.words ? <p className="soft"><Bdi>{request.words}</Bdi></p> : null}
      {request.state === 'open' ? (
        <>
          <p>{words('keys.look')} <a href="/safe">{words('keys.to_list')}</a></p>
          <PostButton view={view} action={`/safe/keys/end/${request.id}`} kind="quiet">{words('keys.end')}</PostButton>
        </>
      ) : null}
    </li>
  );
};
