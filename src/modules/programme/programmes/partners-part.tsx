import type { ReactNode } from 'react';
import { CalendarDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Names, Years } from '../shown.tsx';
import { programmeWords } from '../words.ts';
import type { ProgrammeSheet } from './programme-sheet.query.ts';
import type { SheetPart } from './programme.page.tsx';

type Partner = ProgrammeSheet['partners'][number];

/** Who takes part from which day to which; one that took another’s place says whose. */
export const PartnersPart = ({ visit: { view }, sheet }: SheetPart): ReactNode => {
  const words = programmeWords(view);
  const byId = new Map(sheet.partners.map((partner) => [partner.id, partner]));
  const now = sheet.partners.filter((partner) => partner.now);
  return (
    <Card title={words('partners')} id="partners">
      {sheet.partners.length === 0 ? <p className="soft">{words('partners.none')}</p> : <p>{words(sheet.closedOn ? 'partners.then' : 'partners.count', { count: now.length, countries: new Set(now.flatMap(({ country }) => country ?? [])).size })}</p>}
      {sheet.partners.length === 0 ? null : <Table view={view} caption={words('partners')} rows={sheet.partners} rowKey={({ id }) => id} columns={[
        { key: 'name', label: words('partner'), cell: (partner) => <PartnerCell view={view} partner={partner} replaced={partner.replaces ? byId.get(partner.replaces) : undefined} /> },
        { key: 'role', label: words('partner.role'), cell: ({ role, country }) => <span>{words(`role.${role}`)}{country ? <> · <Bdi>{new Intl.DisplayNames(view.locale.tag, { type: 'region' }).of(country)}</Bdi></> : null}</span> },
        { key: 'years', label: words('years'), cell: ({ since, until }) => <span><Years view={view} from={since} to={until} /></span> },
        { key: 'said', label: words('said_by'), cell: ({ saidBy }) => <Bdi>{saidBy}</Bdi> },
        { key: 'end', label: words('partner.agreement'), cell: (partner) => <StandingCell view={view} partner={partner} end={sheet.mine && partner.until === null ? `/programmes/${sheet.id}/partners/${partner.id}/end` : null} /> },
      ]} />}
      {sheet.mine ? <LinkButton kind="quiet" icon="plus" href={`/programmes/${sheet.id}/partner`}>{words('name_partner.title')}</LinkButton> : null}
    </Card>
  );
};

const PartnerCell = ({ view, partner, replaced }: { view: View; partner: Partner; replaced: Partner | undefined }): ReactNode => {
  const words = programmeWords(view);
  return (
    <div>
      <Names view={view} of={partner.names} />
      {replaced ? <div className="soft">{words('partner.in_place_of')} <Names view={view} of={replaced.names} /></div> : null}
      {Object.keys(partner.activity).length ? <div className="soft"><Names view={view} of={partner.activity} /></div> : null}
    </div>
  );
};

const StandingCell = ({ view, partner: { standing, endedReason }, end }: { view: View; partner: Partner; end: string | null }): ReactNode => {
  const words = programmeWords(view);
  const reasons = { replaced: words('ended.replaced'), planned: words('ended.planned'), closed: words('ended.closed') };
  return (
    <div>
      {standing ? (standing.state === 'in-force'
        ? <Badge tone="olive">{words('agreement.in_force')} <CalendarDate view={view} value={standing.until} /></Badge>
        : <Badge tone="saffron" icon="lock">{words('agreement.read_only')}</Badge>) : null}
      {endedReason ? <span className="soft"><Bdi>{reasons[endedReason as 'replaced'] ?? endedReason}</Bdi></span> : null}
      {end ? <> <a href={end}>{words('end_partner.title')}</a></> : null}
    </div>
  );
};
