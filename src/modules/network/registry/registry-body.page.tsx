import { definePage } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, FreeText, Ltr } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { JsonLd } from '#ui/json-ld.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { organizationKindNames, sectorNames } from '../organization/organization-kind.ts';
import { nameIn, Names, PlaceName } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { bodyFacts } from './body-facts.ts';
import { registryBody } from './registry.query.ts';
import { activityNames, qualifierNames } from './sse-terms.ts';

/** One body of the registry as anyone reads it, and as programs do (schema.org, ESSglobal). */
export const registryBodyPage = definePage<View>({
  path: '/registry/:body',
  audience: 'citizen',
  kept: true,
  needs: 'network.registry-body',
  show: async (visit) => {
    const { view, params } = visit;
    const words = networkWords(view);
    const { entry, hub } = await visit.ask(registryBody, { organization: params.body });
    const all = (codes: readonly string[], names: Readonly<Record<string, Parameters<typeof nameFor>[0]>>) => codes.map((code) => nameFor(names[code]!, view.locale)).join(' · ');
    return {
      title: nameIn(view, entry.names),
      body: (
        <Stack>
          <JsonLd facts={bodyFacts(entry, view, view.origin ?? '')} />
          <PageTitle lede={nameFor(organizationKindNames[entry.kind], view.locale)} back={{ href: '/registry', label: words('registry.title') }}><Names view={view} of={entry.names} /></PageTitle>
          <p><Badge tone="olive" icon={entry.role === 'support' ? 'together' : 'seedling'}>{words(`registry.role.${entry.role}`)}</Badge></p>
          <Card>
            <FreeText text={nameIn(view, entry.descriptions)} />
            <Facts
              view={view}
              facts={[
                { label: words('organization.sector'), value: nameFor(sectorNames[entry.sector], view.locale) },
                entry.activities.length > 0 && { label: words('registry.activity'), value: all(entry.activities, activityNames) },
                entry.qualifiers.length > 0 && { label: words('registry.qualifier'), value: all(entry.qualifiers, qualifierNames) },
                Boolean(entry.legalStatus) && { label: words('organization.legal_status'), value: <Bdi>{entry.legalStatus}</Bdi> },
                entry.foundedYear !== null && { label: words('organization.founded'), value: <Ltr>{String(entry.foundedYear)}</Ltr> },
                entry.territoryCode !== null && { label: words('hub.place'), value: <PlaceName view={view} code={entry.territoryCode} /> },
                nameIn(view, entry.address) !== '' && { label: words('hub.address'), value: <Names view={view} of={entry.address} /> },
                Boolean(entry.phone) && { label: words('organization.phone'), value: <Phone view={view} number={entry.phone!} call /> },
                Boolean(entry.email) && { label: words('hub.email'), value: <a href={`mailto:${entry.email}`}><Ltr>{entry.email}</Ltr></a> },
                isWeb(entry.website) && { label: words('hub.website'), value: <a href={entry.website!} rel="noreferrer"><Ltr>{entry.website}</Ltr></a> },
                hub !== null && { label: words('registry.runs_hub'), value: <Names view={view} of={hub!.names} /> },
              ]}
            />
            {entry.agreedOn ? <p className="soft">{words('registry.agreed')} <CalendarDate view={view} value={entry.agreedOn} /></p> : null}
          </Card>
        </Stack>
      ),
    };
  },
});

/** Only http and https are followed: a link of another kind could do harm. */
const isWeb = (address: string | null): boolean => !!address && URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
