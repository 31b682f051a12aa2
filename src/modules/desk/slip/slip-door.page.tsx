import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Faces } from '#ui/faces.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { areSeveralWords, HerCards, herPage, openDoor } from '#modules/confidential/public.ts';
import { assessBySlip } from '../assessment/assess-by-slip.ts';
import { Said } from '../needs/said.tsx';
import { orientationWords } from '../orientation-words.ts';
import { referralWords } from '../referral-words.ts';
import { NextStepWords } from './next-step-words.tsx';
import { openSlip } from './open-slip.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { slipStatus } from './slip-status.query.ts';
import { SlipSteps } from './slip-steps.tsx';

type Status = NonNullable<Awaited<ReturnType<(typeof slipStatus)['spec']['run']>>>;

const openedAt = ({ code, pass }: { code: string; pass: string }): string => `/s/${code}?pass=${pass}`;

/** One word opens the everyday slip; several are words of her own. Only their number decides, so that neither answer tells of the other. */
const bySeveralWords = ({ word }: Readonly<Record<string, unknown>>) => (areSeveralWords(word) ? openDoor : undefined);

/**
 * Where the square of a slip leads: first the word is asked, then the steps are shown. Nothing on it names her. Whoever opens it by
 * words of her own reads what was agreed at the same address, under the same title, icon and way out.
 */
export const slipDoorPage = definePage<View>({
  path: '/s/:code',
  audience: 'help',
  needs: 'desk.open-slip',
  show: showSlip,
  post: { action: openSlip, instead: bySeveralWords, leadsTo: openedAt },
});

/** The same without a code in the address, for whoever types it. */
export const slipDoorBlankPage = definePage<View>({
  path: '/s',
  audience: 'citizen',
  needs: 'desk.open-slip',
  show: showSlip,
  post: { action: openSlip, instead: bySeveralWords, leadsTo: openedAt },
});

/** Where she says by five faces how the visit was, while her pass lasts. */
export const slipFacesPost = definePage<View>({
  path: '/s/:code/faces',
  audience: 'citizen',
  needs: 'desk.assess-by-slip',
  post: {
    action: assessBySlip,
    input: ({ params, search }) => ({ code: params.code, pass: search.pass }),
    leadsTo: (_, { params, search }) => `${openedAt({ code: params.code!, pass: search.pass ?? '' })}&thanks=1`,
    again: slipDoorPage,
  },
});

async function showSlip(visit: Visit<View>) {
  const { view, params, search } = visit;
  const words = orientationWords(view);
  const status = search.pass && params.code ? await visit.ask(slipStatus, { code: params.code, pass: search.pass }) : null;
  const hers = search.pass && params.code && !status ? await visit.ask(herPage, { pass: search.pass }) : null;
  return {
    title: words('door.title'),
    quiet: true as const,
    body: (
      <Stack>
        {view.audience === 'help' ? <Languages view={view} /> : null}
        <PageTitle>{words('door.title')}</PageTitle>
        {search.pass && !status && !hers ? <Notice view={view}>{words('door.over')}</Notice> : null}
        {status ? <StatusCards visit={visit} status={status} code={params.code!} /> : hers ? <HerCards view={view} {...hers} /> : <Door visit={visit} />}
        {view.audience === 'citizen' ? <p><a href="/a">{words('door.to_application')}</a></p> : null}
        {status || hers ? <p className="soft">{words('door.closes')} <a href={`/s/${params.code}`}>{words('door.leave')}</a></p> : null}
      </Stack>
    ),
  };
}

/** The page carries no header; the languages stand here. */
const Languages = ({ view }: { view: View }): ReactNode => (
  <nav className="languages" aria-label={orientationWords(view)('door.languages')}>
    {view.languages.map(({ lang, label, href }) => <a key={lang} href={href} lang={lang} hrefLang={lang} aria-current={lang === view.locale.lang ? 'true' : undefined}>{label}</a>)}
  </nav>
);

const Door = ({ visit: { view, values, errors, params } }: { visit: Visit<View> }): ReactNode => {
  const words = orientationWords(view);
  const form = { view, errors, values: { code: params.code ? spelledCode(params.code) : '', ...values } };
  return (
    <Form {...form} action={view.path}>
      <TextField {...form} required ltr name="code" label={words('door.code')} help={words('door.code_help')} autoComplete="off" maxLength={20} />
      <TextField {...form} required name="word" label={words('door.word')} help={words('door.word_help')} autoComplete="off" maxLength={60} />
      <Buttons><Button icon="door">{words('door.open')}</Button></Buttons>
    </Form>
  );
};

const StatusCards = ({ visit, status, code }: { visit: Visit<View>; status: Status; code: string }): ReactNode => {
  const { view } = visit;
  const words = orientationWords(view);
  return (
    <>
      <Card title={words('door.where')}><SlipSteps view={view} steps={status.steps} /></Card>
      <Card title={words('door.next')}><NextStepWords view={view} next={status.next} /></Card>
      {status.desk ? (
        <Card title={words('door.desk')}>
          <p><Icon name="pin" /> <Said view={view} value={status.desk.names} /> <Said view={view} value={status.desk.address} /></p>
          {status.desk.phone ? <p><Icon name="phone" /> <Phone view={view} number={status.desk.phone} call /></p> : null}
        </Card>
      ) : null}
      <HowItWas visit={visit} assessed={status.assessed} code={code} />
    </>
  );
};

const HowItWas = ({ visit, assessed, code }: { visit: Visit<View>; assessed: boolean; code: string }): ReactNode => {
  const { view, values, errors, search } = visit;
  const words = referralWords(view);
  if (assessed) return search.thanks === '1' ? <Notice view={view} kind="success">{words('assess.thanks')}</Notice> : null;
  const f = { view, values, errors };
  return (
    <Card>
      <Form {...f} action={`/s/${code}/faces?pass=${encodeURIComponent(search.pass ?? '')}`}>
        <Faces {...f} required name="faces" label={words('assess.visit')} />
        <Button icon="check">{words('assess.send')}</Button>
      </Form>
    </Card>
  );
};
