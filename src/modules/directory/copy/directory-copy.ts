import type { Multilingual } from '#core/input.ts';
import { WordIndex } from '../search/word-index.ts';
import { spokenLanguages } from '../entry/service.input.ts';
import { serviceModes } from '../service-mode.ts';
import { serviceStages } from '../service-stage.ts';
import { serviceTypeCodes } from '../service-type-entry.ts';

/** The services in the order of their names, as far as they stood there after so many renamings. */
export interface NameOrder {
  readonly positions: Int32Array;
  /** By position: 1 for those the order holds. */
  readonly holds: Uint8Array;
  readonly renamings: number;
}

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
  /** The transaction that last changed it. */
  readonly touched: number;
  /** Another whenever its names are. */
  readonly namedAs: string;
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
 * What search and facets of one network's directory need to know of every service, held by this process and brought up to date
 * from the database before every use. Rows are numbered in the order they came; a copy read anew keeps the numbers of the one
 * before it, and the words that stand.
 */
export class DirectoryCopy {
  readonly positions: Map<string, number>;
  readonly ids: string[];
  readonly masks: Readonly<Record<BitFacet, number[]>>;
  readonly live: boolean[];
  readonly listed: boolean[];
  readonly organizations: string[];
  /** Which of `placeSets` a service has. */
  readonly placeSet: number[];
  readonly placeSets: (readonly string[])[] = [];
  readonly places = new Map<string, KnownPlace>();
  readonly words: WordIndex;
  /** Positions whose words are yet to be read. */
  readonly unread: Set<number>;
  /** How often a service came or was called otherwise. */
  renamings: number;
  /** Which of these renamings was a service's last. */
  readonly renamedAt: number[];
  /** The order of names by the reader's language, once somebody asked for it. */
  readonly orders: Map<string, Promise<NameOrder>>;
  private readonly namedAs: string[];
  private readonly touched: number[];
  private readonly knownSets = new Map<string, number>();

  constructor(before?: DirectoryCopy) {
    this.ids = [...(before?.ids ?? [])];
    this.positions = new Map(before?.positions);
    this.words = before?.words ?? new WordIndex();
    this.unread = before?.unread ?? new Set();
    this.touched = [...(before?.touched ?? [])];
    this.renamings = before?.renamings ?? 0;
    this.renamedAt = [...(before?.renamedAt ?? [])];
    this.namedAs = [...(before?.namedAs ?? [])];
    this.orders = new Map(before?.orders);
    const none = () => this.ids.map(() => 0);
    this.masks = { type: none(), mode: none(), stage: none(), language: none() };
    this.live = this.ids.map(() => false);
    this.listed = [...this.live];
    this.organizations = this.ids.map(() => '');
    this.placeSet = none();
  }

  /** Writes a service as it now stands. What a transaction from `since` on touched has its words read again. */
  put(service: CopiedService, since: number): void {
    const at = this.positions.get(service.id) ?? this.ids.length;
    if (this.touched[at] !== service.touched || service.touched >= since) this.unread.add(at);
    this.touched[at] = service.touched;
    if (this.namedAs[at] !== service.namedAs) this.renamedAt[at] = ++this.renamings;
    this.namedAs[at] = service.namedAs;
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
