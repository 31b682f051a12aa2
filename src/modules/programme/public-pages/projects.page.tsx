import { definePage } from '#core/page.ts';
import { PlaceName } from '#modules/network/public.ts';
import { Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, FreeText } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { Icon } from '#ui/icon.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { CostTable } from '../programmes/costs-part.tsx';
import { indicatorName, nameIn, Names, Years } from '../shown.tsx';
import { programmeWords } from '../words.ts';
import { listedProgramme, listedProgrammes } from './listed-programmes.query.ts';

/** What is done here and with whose money, as everybody may read it. */
export const projectsPage = definePage<View>({
  path: '/projects',
  audience: 'citizen',
  needs: 'programme.listed-programmes',
  show: async (visit) => {
    const { view } = visit;
    const words = programmeWords(view);
    const rows = await visit.ask(listedProgrammes, {});
    return {
      title: words('projects.title'),
      body: (
        <Stack>
          <PageTitle lede={words('projects.lede')} back={{ href: '/registry', label: words('projects.registry') }}>{words('projects.title')}</PageTitle>
          {rows.length === 0 ? <EmptyState title={words('projects.none')} /> : null}
          <ul className="plain stack">
            {rows.map((row) => (
              <li key={row.id}>
                <a className="card door-card" href={`/projects/${row.code}`}>
                  <Icon name="signpost" />
                  <span>
                    <strong><Names view={view} of={row.names} /></strong>
                    <span className="soft">{words(`level.${row.level}`)} · <Years view={view} from={row.startsOn} to={row.endsOn} />{row.lead ? <> · <Names view={view} of={row.lead} /></> : null}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </Stack>
      ),
    };
  },
});

/** One programme for everybody: who leads it, who pays, who takes part, what it promised. */
export const projectPage = definePage<View>({
  path: '/projects/:code',
  audience: 'citizen',
  needs: 'programme.listed-programme',
  show: async (visit) => {
    const { view, params } = visit;
    const words = programmeWords(view);
    const one = await visit.ask(listedProgramme, { code: params.code! });
    const region = new Intl.DisplayNames(view.locale.tag, { type: 'region' });
    return {
      title: nameIn(view, one.names),
      body: (
        <Stack>
          <PageTitle lede={words(`level.${one.level}`)} back={{ href: '/projects', label: words('projects.title') }}><Names view={view} of={one.names} /></PageTitle>
          <Card>
            <FreeText text={nameIn(view, one.about)} />
            <Facts view={view} facts={[
              { label: words('years'), value: <Years view={view} from={one.startsOn} to={one.endsOn} /> },
              one.lead !== null && { label: words('lead'), value: <Names view={view} of={one.lead!} /> },
              one.territory !== null && { label: words('place'), value: <PlaceName view={view} code={one.territory} /> },
              one.closedOn !== null && { label: words('state'), value: <Badge tone="olive">{words('state.closed')}</Badge> },
            ]} />
          </Card>
          {one.targets.length ? (
            <Card title={words('targets.promised')}>
              <Facts view={view} facts={one.targets.map(({ indicator, sex, value, versions }) => ({
                label: sex === 'all' ? indicatorName(view, indicator) : `${indicatorName(view, indicator)} · ${words(`sex.${sex}`)}`,
                value: <>{versions.slice(0, -1).map((old) => <s key={old.version}><Num view={view} value={old.value} /> </s>)}<strong><Num view={view} value={value} /></strong></>,
              }))} />
            </Card>
          ) : null}
          {one.partners.length ? (
            <Card title={words('partners')}>
              <ul>{one.partners.map((partner, n) => <li key={n}><Names view={view} of={partner.names} /> · {words(`role.${partner.role}`)}{partner.country ? <> · <Bdi>{region.of(partner.country)}</Bdi></> : null}{partner.until ? <> · <span className="soft"><Years view={view} from={partner.since} to={partner.until} /></span></> : null}</li>)}</ul>
            </Card>
          ) : null}
          {one.costs.length ? <Card title={words('costs')}>{one.costs.map((cost) => <CostTable key={cost.id} view={view} cost={cost} />)}</Card> : null}
        </Stack>
      ),
    };
  },
});
