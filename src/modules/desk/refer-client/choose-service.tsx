import type { ReactNode } from 'react';
import { serviceTypeCodes } from '#modules/directory/public.ts';
import { Badge } from '#ui/badge.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { hrefWith } from '#ui/href.ts';
import type { View } from '#ui/view.ts';
import { NameOf, ReferralBadge, typeName } from '../referral/referral-names.tsx';
import { referralWords } from '../referral-words.ts';
import type { servicesToRefer } from './services-to-refer.query.ts';

type Options = Awaited<ReturnType<(typeof servicesToRefer)['spec']['run']>>;
type Option = Options['chosen'][number];

/** Which service: what was chosen in the orientation comes first, then any of one kind. */
export const ChooseService = ({ view, search, options }: {
  view: View; search: Readonly<Record<string, string | undefined>>; options: Options;
}): ReactNode => {
  const words = referralWords(view);
  return (
    <>
      <Card title={words('refer.chosen')}>
        {options.chosen.length === 0 ? <p className="soft">{words('refer.no_chosen')}</p> : null}
        <Services view={view} services={options.chosen} />
      </Card>
      <form method="get" action={view.path} className="form">
        {search.after ? <input type="hidden" name="after" value={search.after} /> : null}
        <SelectField
          view={view} errors={{}} values={{ type: search.type }} unmarked name="type" label={words('refer.kind')}
          choices={serviceTypeCodes.map((code) => ({ value: code, label: typeName(view, code) }))}
        />
        <Button kind="quiet" icon="search">{words('refer.of_kind')}</Button>
      </form>
      {search.type ? (
        <Card title={words('refer.of_kind')}>
          {options.ofKind.length === 0 ? <p className="soft">{words('refer.none_of_kind')}</p> : null}
          <Services view={view} services={options.ofKind} />
        </Card>
      ) : null}
    </>
  );
};

const Services = ({ view, services }: { view: View; services: readonly Option[] }): ReactNode => (
  <ul className="found">
    {services.map((service) => (
      <li key={service.id}>
        <div>
          <strong><NameOf view={view} names={service.names} /></strong>
          <p className="soft"><NameOf view={view} names={service.organization} /> · <Waiting view={view} service={service} /></p>
        </div>
        <Standing view={view} service={service} />
      </li>
    ))}
  </ul>
);

const Waiting = ({ view, service }: { view: View; service: Option }): ReactNode => {
  const words = referralWords(view);
  if (service.freePlaces === 0) return words('refer.full');
  return service.waitingDays === null ? typeName(view, service.type) : words('refer.wait', { days: service.waitingDays });
};

/** The button that chooses it, or where the referral already sent there stands. */
const Standing = ({ view, service }: { view: View; service: Option }): ReactNode => {
  const words = referralWords(view);
  if (service.sent) return <span>{words('refer.already')} <ReferralBadge view={view} state={service.sent} /></span>;
  return (
    <span>
      {service.proposed ? <Badge tone="olive">{words('refer.proposed')}</Badge> : null}{' '}
      <LinkButton kind="quiet" href={hrefWith(view, { service: service.id })} icon="forward">{words('refer.choose')}</LinkButton>
    </span>
  );
};
