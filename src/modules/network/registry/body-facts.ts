import { inLanguage } from '#core/input.ts';
import type { Reader } from '#core/words/words.ts';
import type { RegistryEntry } from './registry.query.ts';
import { legalFormOf, sseTerm } from './sse-terms.ts';

/** A body as JSON-LD: schema.org for search engines, ESSglobal for maps and registries of the social and solidarity economy. */
export function bodyFacts(entry: RegistryEntry, { locale }: Reader, origin: string): Record<string, unknown> {
  const name = (of: RegistryEntry['names']): string | undefined => inLanguage(of, locale.lang).text || undefined;
  const form = legalFormOf(entry.kind);
  const street = name(entry.address);
  return {
    '@context': { '@vocab': 'https://schema.org/', essglobal: 'http://purl.org/essglobal/vocab/', id: '@id', type: '@type' },
    id: `${origin}/registry/${entry.id}`,
    type: [entry.kind === 'association' ? 'NGO' : 'Organization', ...(entry.role === 'support' ? [] : ['essglobal:SSEInitiative'])],
    name: name(entry.names),
    alternateName: Object.values(entry.names).filter((other) => other && other !== name(entry.names)),
    description: name(entry.descriptions),
    url: entry.website ?? undefined,
    email: entry.email ?? undefined,
    telephone: entry.phone ?? undefined,
    foundingDate: entry.foundedYear ? String(entry.foundedYear) : undefined,
    address: street || entry.territoryCode ? { type: 'PostalAddress', streetAddress: street, addressRegion: entry.territoryCode ?? undefined, addressCountry: entry.territoryCode?.slice(0, 2) } : undefined,
    'essglobal:legalForm': form ? { id: sseTerm('legal-form', form) } : undefined,
    'essglobal:primarySector': entry.activities[0] ? { id: sseTerm('activities-modified', entry.activities[0]) } : undefined,
    'essglobal:qualifier': entry.qualifiers.map((code) => ({ id: sseTerm('qualifiers', code) })),
  };
}
