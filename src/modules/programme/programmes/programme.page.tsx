import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { PlaceName } from '#modules/network/public.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, FreeText, Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Names, nameIn, Years } from '../shown.tsx';
import { programmeWords } from '../words.ts';
import { CostsPart } from './costs-part.tsx';
import { PartnersPart } from './partners-part.tsx';
import { type ProgrammeSheet, programmeSheet } from './programme-sheet.query.ts';
import { TargetsPart } from './targets-part.tsx';

/** What each part of the sheet is given. */
export interface SheetPart { readonly visit: Visit<View>; readonly sheet: ProgrammeSheet }

/** One programme: where it stands in the tree, its phases, who pays, who takes part by date, what was promised in every version. */
export const programmePage = definePage<View>({
  path: '/programmes/:programme',
  audience: 'staff',
  needs: 'programme.programme-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = programmeWords(view);
    const sheet = await visit.ask(programmeSheet, { programme: params.programme! });
    const part = { visit, sheet };
    const edit = sheet.mine ? (
      <>
        <LinkButton kind="quiet" icon="edit" href={`/programmes/${sheet.id}/edit`}>{words('edit.title')}</LinkButton>
        <LinkButton kind="quiet" icon="check" href={`/programmes/${sheet.id}/close`}>{words('close.title')}</LinkButton>
      </>
    ) : null;
    return {
      title: nameIn(view, sheet.names),
      body: (
        <Stack>
          <PageTitle lede={words(`level.${sheet.level}`)} actions={edit} back={{ href: '/programmes', label: words('programmes.title') }}><Names view={view} of={sheet.names} /></PageTitle>
          <Card>
            <FreeText text={nameIn(view, sheet.about)} />
            <Facts view={view} facts={[
              sheet.above && { label: words('part_of'), value: <a href={`/programmes/${sheet.above.id}`}><Names view={view} of={sheet.above.names} /></a> },
              { label: words('years'), value: <><Years view={view} from={sheet.startsOn} to={sheet.endsOn} /> {sheet.outside ? <Badge tone="saffron" icon="warning">{words('outside_years')}</Badge> : null}</> },
              { label: words('lead'), value: sheet.leadNames ? <Names view={view} of={sheet.leadNames} /> : null },
              sheet.territory !== null && { label: words('place'), value: <PlaceName view={view} code={sheet.territory} /> },
              { label: words('state'), value: sheet.closedOn ? <>{words('state.closed')} · <CalendarDate view={view} value={sheet.closedOn} /></> : words('state.open') },
              { label: words('shown'), value: sheet.listed ? <a href={`/projects/${sheet.code}`}>{words('shown_yes')} <Ltr>{`/projects/${sheet.code}`}</Ltr></a> : words('shown_no') },
              sheet.sensitive && { label: words('care'), value: <Badge icon="lock">{words('sensitive')}</Badge> },
            ]} />
          </Card>
          <Phases {...part} />
          <Parts {...part} />
          <TargetsPart {...part} />
          <CostsPart {...part} />
          <PartnersPart {...part} />
          <Controllers {...part} />
        </Stack>
      ),
    };
  },
});

/** The phases before and after it, and every plan of its dates. */
const Phases = ({ visit: { view }, sheet }: SheetPart): ReactNode => {
  const words = programmeWords(view);
  return (
    <Card title={words('phases')}>
      <Facts view={view} facts={[
        sheet.before && { label: words('follows'), value: <a href={`/programmes/${sheet.before.id}`}><Names view={view} of={sheet.before.names} /></a> },
        sheet.after && { label: words('followed_by'), value: <a href={`/programmes/${sheet.after.id}`}><Names view={view} of={sheet.after.names} /></a> },
      ]} />
      <Table view={view} caption={words('plans')} rows={sheet.periods} rowKey={({ version }) => String(version)} columns={[
        { key: 'version', label: words('version'), cell: ({ version }) => <Num view={view} value={version} /> },
        { key: 'years', label: words('years'), cell: ({ startsOn, endsOn }) => <span><Years view={view} from={startsOn} to={endsOn} /></span> },
        { key: 'said', label: words('said_by'), cell: ({ saidBy, reason }) => <div><Bdi>{saidBy}</Bdi>{reason ? <div className="soft"><Bdi>{reason}</Bdi></div> : null}</div> },
      ]} />
      {sheet.mine ? (
        <div className="buttons">
          <LinkButton kind="quiet" icon="calendar" href={`/programmes/${sheet.id}/period`}>{words('period.title')}</LinkButton>
          <LinkButton kind="quiet" icon="back" href={`/programmes/${sheet.id}/phase`}>{words('phase.title')}</LinkButton>
        </div>
      ) : null}
    </Card>
  );
};

const Parts = ({ visit: { view }, sheet }: SheetPart): ReactNode => sheet.parts.length === 0 ? null : (
  <Card title={programmeWords(view)('parts')}>
    <ul>{sheet.parts.map((part) => <li key={part.id}><a href={`/programmes/${part.id}`}><Names view={view} of={part.names} /></a> · <span className="soft"><Years view={view} from={part.startsOn} to={part.endsOn} /></span></li>)}</ul>
  </Card>
);

/** Who answers for personal data of it, hub by hub. */
const Controllers = ({ visit: { view }, sheet }: SheetPart): ReactNode => {
  const words = programmeWords(view);
  if (!sheet.mine && sheet.controllers.length === 0) return null;
  return (
    <Card title={words('controllers')}>
      {sheet.controllers.length === 0 ? <p className="soft">{words('controllers.none')}</p> : null}
      <ul>
        {sheet.controllers.map((one) => (
          <li key={one.hub + one.organization + one.since}><Names view={view} of={one.names} /> · <Names view={view} of={one.hubNames} /> · <span className="soft"><Years view={view} from={one.since} to={one.until} /></span></li>
        ))}
      </ul>
      {sheet.mine ? <LinkButton kind="quiet" icon="lock" href={`/programmes/${sheet.id}/controller`}>{words('controller.title')}</LinkButton> : null}
    </Card>
  );
};
