import pg from 'pg';
import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import { normVersion } from '#core/text/skeleton.ts';
import { slipsOf } from '#modules/directory/search/slips.ts';
import { termsOfService } from '#modules/directory/search/terms-of-service.ts';
import { writtenWords } from '#modules/directory/search/written-words.ts';
import { serviceTypeCodes } from '#modules/directory/service-type-entry.ts';
import { openHub } from '#modules/network/open-hub/open-hub.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor, registerOrganization, territoryLine } from '#modules/network/public.ts';
import { territoriesTn } from '#modules/network/territory/territories-tn.ts';
import { seededRandom } from '../seeded-random.ts';
import { bodies, kinds, people, things } from './words.ts';

const LOT = 1_000;
const languages = ['ar', 'fr', 'aeb', 'en'];
const modes = ['on-site', 'partner-site', 'online', 'mobile-visit'];
const stages = ['idea', 'creation', 'development', 'sustainability'];

/** The network of the bench: who it is, and where the needle of each kind of query lies. */
export interface BuiltServices {
  readonly network: string;
  readonly hub: string;
  /** By kind of query. */
  readonly needles: ReadonlyMap<string, string>;
}

/**
 * Opens a network with one hub and writes invented services in three languages past the actions, as the owner, with the product's
 * own normaliser for their search words. The same seed gives the same directory.
 */
export async function buildServices(house: House, count: number, seed = 2026): Promise<BuiltServices> {
  const network = newId();
  const admin = consoleActor(network);
  await act(house, admin, openNetwork, { names: { ar: 'شبكة القياس', en: 'Bench' }, countries: ['TN'] });
  const { hub } = await act(house, admin, openHub, {
    kind: 'citess',
    names: { ar: 'فضاء القياس', en: 'Bench hub' },
    country: 'TN',
    territory: 'TN-43',
  });
  const providers: { id: string; names: { ar: string; fr: string } }[] = [];
  for (let n = 0; n < 200; n++) {
    const [ar, fr] = bodies[n % bodies.length]!;
    const names = { ar: `${ar} ${n}`, fr: `${fr} ${n}` };
    const { organization } = await act(house, admin, registerOrganization, {
      names,
      sector: 'civil',
      kind: 'association',
      listed: true,
      hub,
    });
    providers.push({ id: organization, names });
  }
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const governorates = territoriesTn.filter(({ level }) => level === 'governorate');
  const needles = new Map<string, string>();
  const vocabulary = new Set<string>();
  const owner = new pg.Client(house.connectAs('hadina_owner', 'hadina'));
  await owner.connect();
  try {
    // Rows are whole by construction; triggers and foreign keys would be asked a million times for nothing.
    await owner.query(`set session_replication_role = replica; set synchronous_commit = off`);
    for (let from = 0; from < count; from += LOT) {
      const lot = Array.from({ length: Math.min(LOT, count - from) }, (_, at) => {
        const needle = from === 0 && kinds[at];
        const [thing, group, provider, place] = [pick(things), pick(people), pick(providers), pick(governorates)];
        const names = needle
          ? needle.names
          : {
              ar: `${thing[0]} ${group[0]} ${from + at}`,
              fr: `${thing[1]} ${group[1]} ${from + at}`,
              en: `${thing[2]} ${group[2]} ${from + at}`,
            };
        const id = newId();
        if (needle) needles.set(needle.kind, id);
        return {
          id,
          names,
          organization: provider.id,
          types: [pick(serviceTypeCodes)],
          modes: [pick(modes)],
          stages: random() < 0.4 ? [] : [pick(stages)],
          languages: [pick(languages)],
          areas: [place.code],
          descriptions: { fr: `${pick(things)[1]} ${pick(people)[1]}, à ${place.names.fr}.` },
          waiting: Math.floor(random() * 60),
          provider: provider.names,
          places: territoryLine(place.code).map(({ names: { ar, fr, en } }) => ({ ar, fr, en })),
        };
      });
      await owner.query(
        `insert into directory.service (network_id, id, hub_id, organization_id, names, descriptions, type_codes, modes, stages, languages, area_codes,
          waiting_days, verified_at, created_at, updated_at)
        select $1, id, $2, organization, names, descriptions, types, modes, stages, languages, areas, waiting, now(), now(), now()
        from jsonb_to_recordset($3) as given (id uuid, organization uuid, names jsonb, descriptions jsonb, types text[], modes text[], stages text[], languages text[],
          areas text[], waiting int)`,
        [network, hub, JSON.stringify(lot)],
      );
      const terms = lot.map((service) => termsOfService(service));
      for (const each of terms) for (const term of each.keys()) vocabulary.add(term);
      await owner.query(
        `insert into directory.search_words (network_id, service_id, hub_id, words, norm_version)
        select $1, service, $2, words, $3 from unnest($4::uuid[], $5::text[]) as given (service, words)`,
        [network, hub, normVersion, lot.map(({ id }) => id), terms.map(writtenWords)],
      );
    }
    const words = [...vocabulary];
    for (let from = 0; from < words.length; from += 5_000) {
      const slips = words.slice(from, from + 5_000).flatMap((term) => slipsOf(term).map((slip) => [slip, term] as const));
      await owner.query(
        `insert into directory.search_slip (network_id, slip, term) select $1, slip, term from unnest($2::text[], $3::text[]) as given (slip, term)
        on conflict do nothing`,
        [network, slips.map(([slip]) => slip), slips.map(([, term]) => term)],
      );
    }
    await owner.query('vacuum analyze directory.service');
    await owner.query('vacuum analyze directory.search_words');
    await owner.query('vacuum analyze directory.search_slip');
  } finally {
    await owner.end();
  }
  return { network, hub, needles };
}
