import type { ReactNode } from 'react';
import { nameFor } from '#core/words/named.ts';
import { type ClientTest, findServiceType, wordsOfTest } from '#modules/directory/public.ts';
import { findTerritory } from '#modules/network/public.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Icon, Pictogram } from '#ui/icon.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { Said } from '../hub-door/said.tsx';
import { portalWords } from '../words.ts';
import type { whatFits } from './what-fits.query.ts';

export type Found = Awaited<ReturnType<(typeof whatFits)['spec']['run']>>;

/** The answer of five questions on the screen: what fits, why, the next step, and the same on paper. */
export const FittingServices = ({ view, found }: { view: View; found: Found }): ReactNode => {
  const words = portalWords(view);
  const { near } = found;
  const ask = near ? <LinkButton href={`/hubs/${near.id}/contact`} icon="calendar">{words('door.ask')}</LinkButton> : <LinkButton href="/hubs" icon="pin">{words('hubs.title')}</LinkButton>;
  return (
    <Stack>
      <PageTitle lede={words('five.result', { count: found.fits.length })} back={{ href: view.path, label: words('five.again') }}>{words('five.title')}</PageTitle>
      {found.fits.length ? <ServicesAndWhy view={view} found={found} linked /> : (
        <EmptyState title={words('five.none')} action={ask}>{words('five.none_help')}</EmptyState>
      )}
      <NextStep view={view} found={found}>
        <Buttons>
          {ask}
          <LinkButton kind="quiet" href={`/what-can-i-get/print${view.search}`} icon="print">{words('print')}</LinkButton>
        </Buttons>
      </NextStep>
      <p className="soft">{words('five.not_a_promise')}</p>
    </Stack>
  );
};

/** What to do next: the door nearest by, with its phone. */
export const NextStep = ({ view, found: { near }, children }: { view: View; found: Found; children?: ReactNode }): ReactNode => {
  const words = portalWords(view);
  return (
    <Card title={words('five.next')}>
      {near ? (
        <>
          <p><Icon name="door" /> <a href={`/hubs/${near.id}`}><Said view={view} value={near.names} /></a></p>
          <p>{Object.values(near.address).some(Boolean) ? <><Icon name="pin" /> <Said view={view} value={near.address} /></> : null}{near.phone ? <> <Icon name="phone" /> <Ltr>{near.phone}</Ltr></> : null}</p>
          <p>{words('five.next_says')}</p>
        </>
      ) : <p>{words('five.next_anywhere')}</p>}
      {children}
    </Card>
  );
};

/** Each service with the reason it is shown: what she asked for, the rules her answers meet, and what the desk would still ask. */
export const ServicesAndWhy = ({ view, found, linked = false }: { view: View; found: Found; linked?: boolean }): ReactNode => {
  const words = portalWords(view);
  return found.fits.map(({ service, provider, standing, met, unknown, full, answersNeed }) => {
    const type = findServiceType(service.types[0] ?? '');
    const name = <Said view={view} value={service.names} />;
    return (
      <Card key={service.id} title={<><Pictogram code={service.types[0] ?? ''} /> {linked ? <a href={`/directory/${service.id}`}>{name}</a> : name}</>}>
        <p className="soft">{type ? <Bdi>{nameFor(type.names, view.locale)}</Bdi> : null}{provider ? <> · <Said view={view} value={provider} /></> : null}</p>
        <p>
          <Badge tone={standing === 'fits' ? 'olive' : 'saffron'}>{words(standing === 'fits' ? 'five.fits' : 'five.to_ask')}</Badge>{' '}
          {full ? <Badge tone="clay">{words('five.full')}</Badge> : null}
        </p>
        <ul className="plain">
          {answersNeed ? <li><Icon name="heart" /> {words('five.because_need')}</li> : null}
          {met.map((test) => <Rule key={test.id} view={view} test={test} icon="check" />)}
          {unknown.map((test) => <Rule key={test.id} view={view} test={test} icon="info" before={words('five.unknown_rule')} />)}
        </ul>
        {service.documents.length ? <p>{words('five.bring')} {service.documents.map(({ id, names }, index) => <span key={id}>{index ? ' · ' : ''}<Said view={view} value={names} /></span>)}</p> : null}
      </Card>
    );
  });
};

const Rule = ({ view, test, icon, before }: { view: View; test: ClientTest; icon: IconName; before?: string }): ReactNode => {
  const place = (code: string): string => { const known = findTerritory(code); return known ? nameFor(known.names, view.locale) : code; };
  const { text, lang } = wordsOfTest(view, test, place);
  return <li><Icon name={icon} /> {before ? `${before} ` : null}<Bdi lang={lang}>{text}</Bdi></li>;
};
