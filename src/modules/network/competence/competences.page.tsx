import { definePage, type Visit } from '#core/page.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { HiddenField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { hubQuery, settingsHub } from '../settings/settings-hub.ts';
import { networkWords } from '../words.ts';
import { competenceCodes } from './competence-kinds.ts';
import { competenceList, endings } from './competence-list.query.ts';
import { CompetenceName, CompetenceState } from './competence-state.tsx';

/** The register of the team's papers: those that end first on top, with those past their last day. */
export const competencesPage = definePage<View>({
  path: '/settings/competences',
  audience: 'staff',
  needs: 'network.competence-list',
  show: async (visit) => {
    const { view, search } = visit;
    const words = networkWords(view);
    const ending = endings.find((one) => one === search.ending);
    const kind = competenceCodes.find((one) => one === search.kind);
    const rows = await visit.ask(competenceList, { hub: settingsHub(visit), ending, kind });
    const team = <LinkButton icon="people" href={`/settings/staff${hubQuery(visit)}`}>{words('settings.staff')}</LinkButton>;
    const filtered = ending !== undefined || kind !== undefined;
    return {
      title: words('competence.title'),
      body: (
        <Stack>
          <PageTitle lede={words('competence.lede')} back={{ href: `/settings${hubQuery(visit)}`, label: words('settings.title') }} actions={team}>{words('competence.title')}</PageTitle>
          <Narrow visit={visit} />
          <Card>
            <Table
              view={view} caption={words('competence.title')} rows={rows} rowKey={({ id }) => id}
              rowHref={({ account }) => `/settings/staff/${account}/competences${hubQuery(visit)}`}
              empty={<EmptyState title={words(filtered ? 'competence.none_found' : 'competence.none')} {...(filtered ? {} : { action: team })} />}
              columns={[
                { key: 'name', label: words('competence.colleague'), cell: ({ name }) => <Bdi>{name}</Bdi> },
                { key: 'kind', label: words('competence.paper'), cell: ({ kind }) => <CompetenceName view={view} kind={kind} /> },
                { key: 'until', label: words('competence.until'), cell: ({ until, standing }) => (until ? <CalendarDate view={view} value={until} /> : standing === 'held' ? words('competence.no_end') : '') },
                { key: 'state', label: words('state'), cell: (row) => <CompetenceState view={view} of={row} /> },
              ]}
            />
          </Card>
        </Stack>
      ),
    };
  },
});

const Narrow = ({ visit: { view, search } }: { visit: Visit<View> }) => {
  const words = networkWords(view);
  const f = { view, values: search, errors: {}, required: true };
  return (
    <Filters view={view}>
      {search.hub ? <HiddenField name="hub" value={search.hub} /> : null}
      <SelectField {...f} orAll name="ending" label={words('competence.ending')} choices={endings.slice(1).map((value) => ({ value, label: words(`competence.ending.${value}`) }))} />
      <SelectField {...f} orAll name="kind" label={words('competence.paper')} choices={competenceCodes.map((value) => ({ value, label: words(`competence.kind.${value}`) }))} />
    </Filters>
  );
};
