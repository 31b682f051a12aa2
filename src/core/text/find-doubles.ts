import { type NameBlocks, nameBlocks, WordMeetings } from './name-blocks.ts';
import { type PersonName, readPersonName } from './person-name.ts';
import { type Known, type Likeness, likelySame } from './same-person.ts';

/** Somebody to be compared with all others: what is known of her, and whose fingerprints (phone, paper, birth date) she has. */
export interface Comparable extends Known {
  readonly marks?: readonly string[];
}

/** Two persons of the list, by their places in it, who may be one. */
export interface Double extends Likeness {
  readonly first: number;
  readonly second: number;
}

/** A name shared by more people without a birth year than this says nothing by itself: they are not compared with one another. */
const mostWithoutYear = 60;
/** Years of birth that far apart are no slip. */
const yearsApart = 2;

type Members = Map<number, number[]>;

const yearOf = ({ birthYear, birthDate }: Comparable): number => birthYear ?? (birthDate ? Number(birthDate.slice(0, 4)) : 0);

/** Whom each person has been put together with so far; the lists grow as the persons are gone through. */
class Blocks {
  private readonly near = new Map<string, Members>();
  private readonly wide = new Map<string, number[]>();
  private readonly marked = new Map<string, number[]>();

  /** The earlier persons this one is to be compared with. */
  met(blocks: NameBlocks, year: number, marks: readonly string[]): Set<number> {
    const met = new Set<number>();
    const take = (list: readonly number[] | undefined) => { for (const one of list ?? []) met.add(one); };
    for (const key of blocks.near) {
      const members = this.near.get(key);
      const unknown = members?.get(0);
      if (unknown && unknown.length <= mostWithoutYear) take(unknown);
      if (year !== 0) for (let near = year - yearsApart; near <= year + yearsApart; near += 1) take(members?.get(near));
      else if (members && sizeOf(members) <= mostWithoutYear) for (const list of members.values()) take(list);
    }
    if (year !== 0) for (const key of blocks.wide) take(this.wide.get(`${key} ${year}`));
    for (const mark of marks) take(this.marked.get(mark));
    return met;
  }

  add(at: number, blocks: NameBlocks, year: number, marks: readonly string[]): void {
    for (const key of blocks.near) {
      const members = this.near.get(key) ?? new Map<number, number[]>();
      members.set(year, add(members.get(year), at));
      this.near.set(key, members);
    }
    if (year !== 0) for (const key of blocks.wide) this.wide.set(`${key} ${year}`, add(this.wide.get(`${key} ${year}`), at));
    for (const mark of marks) this.marked.set(mark, add(this.marked.get(mark), at));
  }
}

const sizeOf = (members: Members): number => [...members.values()].reduce((sum, { length }) => sum + length, 0);

function add(list: number[] | undefined, at: number): number[] {
  if (!list) return [at];
  list.push(at);
  return list;
}

/**
 * Goes through a list of persons once and answers, person by person, whom before her she may be the same as, with the reasons.
 * Not everybody is compared with everybody: only who shares two coarse parts of the name and about the year, or a fingerprint.
 * The persons before `from` are only remembered, so that a search that stopped goes on. `sharing` says what two persons share.
 */
export function* findDoubles(persons: readonly Comparable[], from = 0, sharing: (a: Comparable, b: Comparable) => readonly [Known, Known] = (a, b) => [a, b]): Generator<readonly Double[]> {
  const blocks = new Blocks();
  const words = new WordMeetings();
  const read: (readonly PersonName[])[] = [];
  for (const [at, person] of persons.entries()) {
    const names = person.names.map(readPersonName);
    const own = nameBlocks(names);
    const [year, marks] = [yearOf(person), person.marks ?? []];
    if (at >= from) {
      const doubles: Double[] = [];
      for (const other of blocks.met(own, year, marks)) {
        if (!words.mayMeet(read[other]!, names)) continue;
        const likeness = likelySame(...sharing(persons[other]!, person));
        if (likeness.strength !== 'none') doubles.push({ first: other, second: at, ...likeness });
      }
      yield doubles;
    }
    blocks.add(at, own, year, marks);
    read.push(names);
  }
}
