import type { ReactNode } from 'react';
import { nameFor } from '#core/words/named.ts';
import { findServiceType } from '#modules/directory/public.ts';
import { Money } from '#ui/amounts.tsx';
import { Bdi, TimeRange } from '#ui/bdi.tsx';
import { Icon, Pictogram } from '#ui/icon.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { Said } from '../needs/said.tsx';
import { orientationWords } from '../orientation-words.ts';
import type { NextStep } from './next-step.ts';

/** The next step in large: where to go, when, what to bring, each with its picture. Without a service it leads back to the desk. */
export const NextStepWords = ({ view, next }: { view: View; next: NextStep }): ReactNode => {
  const words = orientationWords(view);
  const type = next.service && findServiceType(next.service.type);
  return (
    <div className="stack">
      <p className="next-step">
        <Pictogram code={next.service?.type ?? ''} />{' '}
        <strong>{next.service ? <Said view={view} value={next.service.names} /> : words('slip.come_back')}</strong>
      </p>
      {type && next.service ? <p><Bdi>{nameFor(type.names, view.locale)}</Bdi>{next.service.provider ? <> · <Said view={view} value={next.service.provider} /></> : null}</p> : null}
      <ul className="plain">
        {next.place ? (
          <li><Icon name="pin" /> <Said view={view} value={next.place.names} /> <Said view={view} value={next.place.address} /> <Bdi>{next.place.locality}</Bdi></li>
        ) : null}
        {next.openings.map(({ weekday, opens, closes, byAppointment }) => (
          <li key={`${weekday}${opens}`}>
            <Icon name="clock" /> {weekdayName(view, weekday)} <TimeRange opens={opens} closes={closes} /> {byAppointment ? words('slip.by_appointment') : null}
          </li>
        ))}
        {next.phone ? <li><Icon name="phone" /> <Phone view={view} number={next.phone} /></li> : null}
        {next.costs.map(({ id, amountMinor, currency, names }) => (
          <li key={id}><Icon name="coins" /> {amountMinor === 0 ? words('slip.free') : <Money view={view} value={amountMinor} currency={currency} />} <Said view={view} value={names} /></li>
        ))}
      </ul>
      {next.bring.length ? (
        <>
          <p><Icon name="folder" /> <strong>{words('slip.bring')}</strong></p>
          <ul>{next.bring.map((names, index) => <li key={index}><Said view={view} value={names} /></li>)}</ul>
        </>
      ) : null}
    </div>
  );
};

/** The name of an ISO weekday, 1 Monday to 7 Sunday. */
const weekdayName = ({ locale }: View, weekday: number): string =>
  new Intl.DateTimeFormat(locale.tag, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, weekday)));
