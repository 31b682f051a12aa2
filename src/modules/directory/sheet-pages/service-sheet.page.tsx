import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Num, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { LinkButton, PostButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { type ServiceSheet, serviceSheet } from '../service-page/service-page.query.ts';
import { InLang, plainIn, ProseInLang } from '../show/in-lang.tsx';
import { AboutService, PapersAndPrice, ReachService, WhoMayHaveIt } from '../show/service-body.tsx';
import { directoryWords } from '../words.ts';

/** The staff's sheet of one service, with what they may do to its entry. */
export const serviceSheetPage = definePage<View>({
  path: '/services/:service',
  audience: 'staff',
  needs: 'directory.service-sheet',
  show: async (visit) => {
    const { view, params, refusal } = visit;
    const words = directoryWords(view);
    const sheet = await visit.ask(serviceSheet, { service: params.service });
    const { entry } = sheet;
    return {
      title: plainIn(view, entry.names),
      body: (
        <Stack>
          <PageTitle back={{ href: '/services', label: words('sheet.back') }} actions={<SheetButtons visit={visit} sheet={sheet} />}>
            <InLang view={view} value={entry.names} />
          </PageTitle>
          {refusal ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          {entry.stale ? <Notice view={view} kind="warning">{words('stale_explained')}</Notice> : null}
          <Beside aside={<Freshness visit={visit} sheet={sheet} />}>
            <AboutService view={view} sheet={sheet} />
            <ReachService view={view} sheet={sheet} />
            <WhoMayHaveIt view={view} sheet={sheet} />
            <PapersAndPrice view={view} sheet={sheet} />
          </Beside>
        </Stack>
      ),
    };
  },
});

interface Shown {
  readonly visit: Visit<View>;
  readonly sheet: ServiceSheet;
}

const isOurs = ({ visit, sheet }: Shown): boolean => visit.actor.hub === sheet.entry.hub && sheet.entry.status !== 'defunct';

const SheetButtons = ({ visit, sheet }: Shown): ReactNode => {
  if (!isOurs({ visit, sheet })) return null;
  const words = directoryWords(visit.view);
  const at = `/services/${sheet.entry.id}`;
  const links = [
    { name: 'edit-service', href: 'edit', label: words('sheet.edit'), icon: 'edit' },
    { name: 'set-eligibility', href: 'eligibility', label: words('sheet.eligibility'), icon: 'list' },
    { name: 'set-schedule', href: 'hours', label: words('sheet.hours'), icon: 'clock' },
    { name: 'offer-at-location', href: 'places', label: words('sheet.places'), icon: 'pin' },
    { name: 'set-capacity', href: 'capacity', label: words('sheet.capacity'), icon: 'people' },
    { name: 'record-audio', href: 'audio', label: words('sheet.audio'), icon: 'speaker' },
    { name: 'withdraw-service', href: 'withdraw', label: words('sheet.withdraw'), icon: 'cross' },
  ] as const;
  return links
    .filter(({ name }) => visit.may(`directory.${name}`))
    .map(({ href, label, icon }) => <LinkButton key={href} kind="quiet" icon={icon} href={`${at}/${href}`}>{label}</LinkButton>);
};

const Freshness = ({ visit, sheet }: Shown): ReactNode => {
  const { view } = visit;
  const { entry, hub } = sheet;
  const words = directoryWords(view);
  const { mean, count } = entry.assessed;
  return (
    <>
      <Card title={words('fresh_on')}>
        <p><OnDate view={view} value={entry.freshAt} /> {entry.stale ? <Badge tone="saffron">{words('stale')}</Badge> : null}</p>
        {isOurs({ visit, sheet }) && visit.may('directory.verify-service') ? (
          <>
            <PostButton view={view} action={`/services/${entry.id}/verify`} icon="check">{words('sheet.verify')}</PostButton>
            <p className="help">{words('sheet.verify_help')}</p>
          </>
        ) : null}
        <Facts
          view={view}
          facts={[
            { label: words('form.status'), value: words(`status.${entry.status}` as 'status.active') },
            { label: words('places_free'), value: placesFree(view, entry) },
            !entry.listed && { label: words('unlisted'), value: <Badge tone="clay" icon="lock">{words('unlisted')}</Badge> },
            { label: words('sheet.kept_by'), value: hub ? <InLang view={view} value={hub.names} /> : null },
          ]}
        />
      </Card>
      <Card title={words('sheet.assessed')}>
        <p>{mean === null ? words('sheet.not_assessed') : words('sheet.assessed_value', { mean: Math.round(mean * 10) / 10, count })}</p>
        <Facts view={view} facts={[{ label: words('sheet.served'), value: <Num view={view} value={entry.served} /> }]} />
      </Card>
      {Object.keys(entry.bornOf).length || entry.bornOfReference ? (
        <Card title={words('sheet.born_of')}>
          <ProseInLang view={view} value={entry.bornOf} />
          <Ltr>{entry.bornOfReference}</Ltr>
        </Card>
      ) : null}
    </>
  );
};

function placesFree(view: View, { freePlaces, capacityPlaces }: ServiceSheet['entry']): ReactNode {
  if (freePlaces === null) return null;
  return capacityPlaces === null ? <Num view={view} value={freePlaces} /> : directoryWords(view)('places_of', { free: freePlaces, places: capacityPlaces });
}
