import type { Multilingual } from '#core/input.ts';
import { spokenLanguages } from '../entry/service.input.ts';
import { serviceModes } from '../service-mode.ts';
import { serviceStages } from '../service-stage.ts';
import { serviceTypeCodes } from '../service-type-entry.ts';

/** One service as the copy keeps it. Ids are 32 hexadecimal digits; `places` are territories covered or with a place. */
export interface CopiedService {
  readonly id: string;
  readonly organization: string;
  readonly live: boolean;
  readonly listed: boolean;
  readonly types: readonly string[];
  readonly modes: readonly string[];
  readonly stages: readonly string[];
  readonly languages: readonly string[];
  readonly places: readonly string[];
}

/** A territory that some service names, with the way up to its country, itself first. */
export interface KnownPlace {
  readonly code: string;
  readonly names: Multilingual;
  readonly line: readonly string[];
}

/** The facets whose codes are bits of a number. An entry that names no stage helps at any. */
export const bitFacets = { type: serviceTypeCodes, mode: serviceModes, stage: serviceStages, language: spokenLanguages } as const;
export type BitFacet = keyof typeof bitFacets;

const bits = (facet: BitFacet, codes: readonly string[]): number =>
  codes.reduce((mask, code) => mask | (1 << (bitFacets[facet] as readonly string[]).indexOf(code)), 0);
const knownBits = (facet: BitFacet, codes: readonly string[]): number => bits(facet, codes.filter((code) => (bitFacets[facet] as readonly string[]).includes(code)));
const everyStage = bits('stage', serviceStages);

/** The number a chosen code is asked by; 0 when nothing is chosen. */
export const bitOf = (facet: BitFacet, code: string | undefined): number => (code === undefined ? 0 : knownBits(facet, [code]));

/**
 * What the facets of one network's directory need to know of every service, a few bytes each, held by this process and
 * brought up to date from the database before every use. Rows are numbered in the order they came.
 */
export class DirectoryCopy {
  readonly positions = new Map<string, number>();
  readonly ids: string[] = [];
  readonly masks: Readonly<Record<BitFacet, number[]>> = { type: [], mode: [], stage: [], language: [] };
  readonly live: boolean[] = [];
  readonly listed: boolean[] = [];
  readonly organizations: string[] = [];
  /** Which of `placeSets` a service has. */
  readonly placeSet: number[] = [];
  readonly placeSets: (readonly string[])[] = [];
  readonly places = new Map<string, KnownPlace>();
  private readonly knownSets = new Map<string, number>();

  /** Writes a service as it now stands. */
  put(service: CopiedService): void {
    const at = this.positions.get(service.id) ?? this.ids.length;
    this.positions.set(service.id, at);
    this.ids[at] = service.id;
    this.live[at] = service.live;
    this.listed[at] = service.listed;
    this.organizations[at] = service.organization;
    for (const facet of ['type', 'mode', 'language'] as const) this.masks[facet][at] = knownBits(facet, service[`${facet}s`]);
    this.masks.stage[at] = service.stages.length ? knownBits('stage', service.stages) : everyStage;
    this.placeSet[at] = this.setOf(service.places);
  }

  private setOf(places: readonly string[]): number {
    const key = [...new Set(places)].sort().join(' ');
    const known = this.knownSets.get(key);
    if (known !== undefined) return known;
    this.knownSets.set(key, this.placeSets.length);
    return this.placeSets.push(key ? key.split(' ') : []) - 1;
  }
}
