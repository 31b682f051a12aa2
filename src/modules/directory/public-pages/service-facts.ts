import { inLanguage } from '#core/input.ts';
import type { Reader } from '#core/words/words.ts';
import { digitsOf } from '../hsds/costs-of.ts';
import type { ServiceSheet } from '../service-page/service-page.query.ts';
import { typeName } from '../show/names-of-codes.ts';

const days = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A service as JSON-LD of schema.org: a service of the state is a GovernmentService, any other a Service. */
export function serviceFacts({ entry, provider, territories }: ServiceSheet, reader: Reader, origin: string): Record<string, unknown> {
  const text = (of: ServiceSheet['entry']['names'] | undefined): string | undefined => inLanguage(of ?? {}, reader.locale.lang).text || undefined;
  return {
    '@context': 'https://schema.org',
    '@id': `${origin}/directory/${entry.id}`,
    '@type': provider?.sector === 'public' ? 'GovernmentService' : 'Service',
    name: text(entry.names),
    alternateName: Object.values(entry.names).filter((name) => name && name !== text(entry.names)),
    description: text(entry.descriptions),
    serviceType: entry.types.map((code) => typeName(reader, code)),
    provider: provider ? { '@type': provider.sector === 'public' ? 'GovernmentOrganization' : 'Organization', name: text(provider.names) } : undefined,
    areaServed: entry.areas.map((code) => ({ '@type': 'AdministrativeArea', name: text(territories[code]) ?? code, identifier: code })),
    availableChannel: {
      '@type': 'ServiceChannel', serviceUrl: entry.url ?? undefined, availableLanguage: entry.languages,
      servicePhone: entry.phone ? { '@type': 'ContactPoint', telephone: entry.phone } : undefined,
      serviceLocation: entry.places.map(({ names, address, locality, postalCode, territory, latitude, longitude }) => ({
        '@type': 'Place', name: text(names),
        address: { '@type': 'PostalAddress', streetAddress: text(address), addressLocality: locality ?? undefined, postalCode: postalCode ?? undefined, addressCountry: territory?.slice(0, 2) },
        geo: latitude === null ? undefined : { '@type': 'GeoCoordinates', latitude, longitude },
      })),
    },
    hoursAvailable: entry.openings.filter(({ season }) => season === 'ordinary').map(({ weekday, opens, closes }) => ({ '@type': 'OpeningHoursSpecification', dayOfWeek: days[weekday], opens, closes })),
    offers: entry.costs.map(({ amountMinor, currency }) => ({ '@type': 'Offer', price: amountMinor / 10 ** digitsOf(currency), priceCurrency: currency })),
  };
}
