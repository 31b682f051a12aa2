import { foldSpelling } from './fold.ts';
import {
  isArticle,
  isTitle,
  type Particle,
  particleOf,
  withoutArticle,
  withoutDoubtfulArticle,
} from './name-particles.ts';
import { steadySkeleton } from './skeleton.ts';
import { soundOf } from './sound.ts';
import type { Sound } from './sound-builder.ts';

/** One part of a person's name (a first name, a family name) with its particle. */
export interface NamePart {
  /** The part as folded and joined, e.g. `benali`, `عبدرحمن`. */
  readonly written: string;
  /** How the part may be written, the likeliest first: as joined, as given, without what may be the article. */
  readonly spellings: readonly string[];
  /** What each of the spellings sounds like. */
  readonly sounds: readonly Sound[];
  /** The part without ben, bent or ould, when it has one: how it sounds, and how it is written. */
  readonly bare?: Sound;
  readonly bareSpelling?: string;
  readonly particle?: Particle;
}

/** A person's name as its parts in written order; at most six, the rest joins the last. */
export type PersonName = readonly NamePart[];

const mostParts = 6;

/** Letters whose mark says another consonant: Şahin is شاهين, Novaković نوفاكوفيتش. Elsewhere a mark is only an accent. */
const marked: Readonly<Record<string, string>> = {
  ç: 's', š: 'sh', ş: 'sh', ș: 'sh', ś: 'sh', č: 'ch', ć: 'ch', ž: 'zh', ż: 'zh', ğ: 'gh', ț: 'ts', ţ: 'ts', ø: 'o', å: 'o', ł: 'l', ñ: 'n', ı: 'i',
};
const withoutMarks = (name: string): string => name.normalize('NFC').replace(/[çšşșśčćžżğțţøåłñı]/giu, (letter) => marked[letter.toLowerCase()] ?? letter);

/** Splits a folded name into words; ASCII marks such as apostrophe and comma only separate or vanish. */
function wordsOf(name: string): string[] {
  const plain = foldSpelling(withoutMarks(name)).replace(/'/gu, '');
  return plain.split(/[^\p{L}\p{N}]+/gu).filter((word) => word !== '' && !isTitle(word));
}

/** Particles written against their name: Benali, Belhaj, Abdelkader, عبدالرحمن, بنعلي are left joined but read the same. */
function attached(word: string): readonly [particle: Particle, joined: string, bare: string] | undefined {
  const abd = /^(?:abd[aeou]{0,2}(?:l|(?=([rszdtn])\1))|عبدال)(...*)$/u.exec(word);
  if (abd?.[2]) return ['family', `${word.startsWith('ع') ? 'عبد' : 'abd'}'${abd[2]}`, ''];
  const son = /^(?:be[nl]|bin)(?![aeiouy]?$)(....*)$/u.exec(word);
  if (son?.[1]) return ['son', `ben${son[1]}`, son[1]];
  return undefined;
}

/** A final ة that is heard as t: نجاة is Najet, حياة Hayat. */
const heardEnding = (word: string): readonly string[] => (/..اة$/u.test(word) ? [word.replace(/ة$/u, 'ت')] : []);

/** Parts of which the reading is remembered: names repeat, and a word that was compared once is ready for the next time. */
const mostParted = 50_000;
const parted = new Map<string, NamePart>();

function remember(key: string, read: () => NamePart): NamePart {
  const known = parted.get(key);
  if (known) return known;
  const part = read();
  if (parted.size >= mostParted) parted.clear();
  parted.set(key, part);
  return part;
}

const partOf = (word: string): NamePart => remember(word, () => readPartOf(word));

function readPartOf(word: string): NamePart {
  const fused = attached(word);
  const core = fused?.[1] ?? withoutArticle(word);
  const spellings = [...new Set([core, word, ...withoutDoubtfulArticle(core), ...heardEnding(core)])];
  const part = { written: core.replace("'", ''), spellings, sounds: spellings.map(soundOf) };
  return fused && fused[2] !== '' ? { ...part, particle: fused[0], bare: soundOf(fused[2]), bareSpelling: fused[2] } : part;
}

function joinedPart(particle: Particle, written: string, word: string): NamePart {
  return remember(`${written}'${word}`, () => readJoinedPart(particle, written, word));
}

function readJoinedPart(particle: Particle, written: string, word: string): NamePart {
  const core = withoutArticle(word);
  const spellings = [...new Set([core, word, ...withoutDoubtfulArticle(core)])].map((each) => `${written}'${each}`);
  const part = { written: written + core, spellings, sounds: spellings.map(soundOf), particle };
  return particle === 'family' ? part : { ...part, bare: soundOf(core), bareSpelling: core };
}

/** Reads the part that starts at `at`; answers it and how many words it took. */
function readPart(words: readonly string[], at: number): readonly [NamePart, number] {
  const particle = particleOf(words[at] ?? '');
  if (!particle) return [partOf(words[at] ?? ''), 1];
  const nextAt = isArticle(words[at + 1] ?? '') && at + 2 < words.length ? at + 2 : at + 1;
  const next = words[nextAt];
  return next === undefined
    ? [partOf(words[at] ?? ''), 1]
    : [joinedPart(particle[0], particle[1], next), nextAt + 1 - at];
}

/** Names whose reading is remembered: one that is registered or compared is read half a dozen times in a row. */
const mostRemembered = 2_000;
const remembered = new Map<string, PersonName>();

/**
 * Reads a person's name, in any script, as parts that can be compared in any order:
 * particles (ben, bent, ould, aït, abd, abou, el …) join their name, titles and articles go.
 * Source: domain.md rule 4 and 3.14. A name without a letter has no parts.
 */
export function readPersonName(name: string): PersonName {
  const known = remembered.get(name);
  if (known) return known;
  const read = readParts(name);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(name, read);
  return read;
}

function readParts(name: string): PersonName {
  const words = wordsOf(name);
  const parts: NamePart[] = [];
  let at = 0;
  while (at < words.length) {
    if (isArticle(words[at] ?? '') && at + 1 < words.length) {
      at += 1;
      continue;
    }
    const [part, taken] = readPart(words, at);
    if (parts.length < mostParts) parts.push(part);
    at += taken;
  }
  return parts;
}

const steadyParts = (name: PersonName) =>
  name.map((part) => (part.sounds[0] ? steadySkeleton(part.sounds[0]) : '')).filter((each) => each !== '');

const keyOf = (parts: readonly string[], birthYear: number) => `${[...parts].sort().join(' ')}|${birthYear}`;

/**
 * The text two hubs compare to learn that a person may already be known: the skeletons of all parts in one order, and the birth year.
 * Same for every script and order of the parts. The caller turns it into a keyed HMAC; it never leaves in this form.
 */
export function nameKey(name: string, birthYear: number): string {
  return keyOf(steadyParts(readPersonName(name)), birthYear);
}

/**
 * All keys to store or ask for one person: `nameKey` of each known spelling and, for three parts or more, of the first and last alone,
 * since middle names are often left out. Without two parts there is no key: a first name and a year point at nobody.
 */
export function nameKeys(names: readonly string[], birthYear: number): readonly string[] {
  const keys = new Set<string>();
  for (const name of names) {
    const parts = steadyParts(readPersonName(name));
    if (parts.length >= 2) keys.add(keyOf(parts, birthYear));
    if (parts.length >= 3) keys.add(keyOf([parts[0] ?? '', parts.at(-1) ?? ''], birthYear));
  }
  return [...keys];
}
