/** A word of a service with its weight, as the table of words keeps them. */
export interface Said {
  readonly term: string;
  readonly weight: number;
}

/** A posting holds a place and in its last bits the weight: a name counts 8. */
const weightBits = 4;
const weightMask = (1 << weightBits) - 1;
/** Places of entries written anew stay behind as empty ones; from so many on they are cleared away when every fourth is empty. */
const worthClearing = 4_000;

/**
 * Which services say which words, in this process: four bytes for each word of each service. A copy of 100,000 services of 80
 * words takes 110 MB in all. An entry written anew takes a new place at the end, its old one is left empty: postings only ever grow.
 */
export class WordIndex {
  private readonly numbers = new Map<string, number>();
  private readonly postings: Int32Array[] = [];
  private readonly lengths: number[] = [];
  private positionOf = new Int32Array(1_024);
  private placeOf = new Int32Array(1_024).fill(-1);
  private placesUsed = 0;
  private emptied = 0;
  private sorted: string[] = [];
  private unsorted: string[] = [];

  /** Writes the words of the service at a position of the copy, in place of those it had. */
  put(position: number, words: readonly Said[]): void {
    if (position >= this.placeOf.length) this.placeOf = grown(this.placeOf, position + 1, -1);
    const before = this.placeOf[position]!;
    if (before >= 0) {
      this.positionOf[before] = -1;
      this.emptied++;
    }
    const place = this.placesUsed++;
    if (place >= this.positionOf.length) this.positionOf = grown(this.positionOf, place + 1, -1);
    this.positionOf[place] = position;
    this.placeOf[position] = place;
    for (const { term, weight } of words) this.post(this.numberOf(term), (place << weightBits) | weight);
    if (this.emptied > worthClearing && this.emptied > this.placesUsed / 4) this.clearAway();
  }

  /** Walks the services that say a word: their position in the copy, and the weight. */
  each(term: string, met: (position: number, weight: number) => void): void {
    const number = this.numbers.get(term);
    if (number === undefined) return;
    const posting = this.postings[number]!;
    for (let at = 0, end = this.lengths[number]!; at < end; at++) {
      const position = this.positionOf[posting[at]! >> weightBits]!;
      if (position >= 0) met(position, posting[at]! & weightMask);
    }
  }

  /** The known words that begin so. */
  beginning(start: string): readonly string[] {
    if (this.unsorted.length > 2_000) {
      this.sorted = [...this.sorted, ...this.unsorted].sort();
      this.unsorted = [];
    }
    const found = this.unsorted.filter((term) => term.startsWith(start));
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle]! < start) low = middle + 1;
      else high = middle;
    }
    for (; low < this.sorted.length && this.sorted[low]!.startsWith(start); low++) found.push(this.sorted[low]!);
    return found;
  }

  private numberOf(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    const number = this.postings.push(new Int32Array(2)) - 1;
    this.numbers.set(term, number);
    this.lengths.push(0);
    this.unsorted.push(term);
    return number;
  }

  private post(number: number, posting: number): void {
    const length = this.lengths[number]!;
    if (length === this.postings[number]!.length) this.postings[number] = grown(this.postings[number]!, length + 1);
    this.postings[number]![length] = posting;
    this.lengths[number] = length + 1;
  }

  private clearAway(): void {
    const newPlace = new Int32Array(this.placesUsed).fill(-1);
    let used = 0;
    for (let place = 0; place < this.placesUsed; place++) {
      const position = this.positionOf[place]!;
      if (position < 0) continue;
      newPlace[place] = used;
      this.placeOf[position] = used;
      this.positionOf[used++] = position;
    }
    this.postings.forEach((posting, number) => {
      let kept = 0;
      for (let at = 0; at < this.lengths[number]!; at++) {
        const place = newPlace[posting[at]! >> weightBits]!;
        if (place >= 0) posting[kept++] = (place << weightBits) | (posting[at]! & weightMask);
      }
      this.lengths[number] = kept;
    });
    this.placesUsed = used;
    this.emptied = 0;
  }
}

/** The same numbers with room for half as many again. */
function grown(numbers: Int32Array, least: number, rest = 0): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(Math.max(least, Math.ceil(numbers.length * 1.5)));
  if (rest) wider.fill(rest, numbers.length);
  wider.set(numbers);
  return wider;
}
