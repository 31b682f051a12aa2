/** The longest pieces that are learnt as one step, the marks of the ends not counted. */
const longest = { arabic: 2, latin: 3 } as const;
/** A longer piece is a step only when it was written at least so often. */
const leastWritten = 20;

interface Word { readonly size: number; readonly pieces: Int32Array; readonly most: number }

/** One step from an Arabic piece to a Latin one, with its weight (natural logarithm) and how often it was taken. */
export interface Step { readonly arabic: string; readonly latin: string; readonly weight: number; readonly seen: number }

const bare = (piece: string) => piece.replace(/[\^$]/gu, '');

/** Whether a piece of the one script may stand for a piece of the other: an end only for an end, and nothing for more than two letters. */
function mayStandFor(arabic: string, latin: string): boolean {
  if (arabic.includes('^') !== latin.includes('^') || arabic.includes('$') !== latin.includes('$')) return false;
  const [x, y] = [bare(arabic).length, bare(latin).length];
  if (arabic.length > 0 && latin.length > 0) return true;
  return (x <= 1 && y <= 1) || (x === 0 && y <= 2);
}

/**
 * How often each piece of an Arabic word becomes which piece of the Latin one, learnt from pairs of words by counting every way to read
 * the one into the other by how likely it is (expectation and maximisation), again and again.
 */
export class LetterCounts {
  private readonly numbers = { arabic: new Map<string, number>(), latin: new Map<string, number>() };
  private readonly pairs: readonly { arabic: Word; latin: Word }[];
  private readonly written: readonly (readonly [string, string])[];
  private chance: Float64Array;
  private seen = new Float64Array(0);

  constructor(pairs: readonly (readonly [arabic: string, latin: string])[]) {
    this.written = pairs;
    const often = { arabic: this.frequency(pairs.map(([word]) => word), longest.arabic), latin: this.frequency(pairs.map(([, word]) => word), longest.latin) };
    this.pairs = pairs.map(([arabic, latin]) => ({ arabic: this.cut(arabic, 'arabic', often.arabic), latin: this.cut(latin, 'latin', often.latin) }));
    const [left, right] = [[...this.numbers.arabic.keys()], [...this.numbers.latin.keys()]];
    this.chance = new Float64Array(left.length * right.length);
    for (const [a, arabic] of left.entries()) {
      for (const [l, latin] of right.entries()) {
        if (mayStandFor(arabic, latin)) this.chance[a * right.length + l] = Math.exp(-2.2 * Math.max(arabic.length, 1) - 1.5 * Math.abs(arabic.length - latin.length) - 0.8 * latin.length);
      }
    }
  }

  private frequency(words: readonly string[], most: number): Map<string, number> {
    const often = new Map<string, number>();
    for (const word of words) {
      const marked = `^${word}$`;
      for (let at = 0; at < marked.length; at += 1) {
        for (let size = 1; size <= most + 1 && at + size <= marked.length; size += 1) often.set(marked.slice(at, at + size), (often.get(marked.slice(at, at + size)) ?? 0) + 1);
      }
    }
    return often;
  }

  private cut(word: string, script: 'arabic' | 'latin', often: ReadonlyMap<string, number>): Word {
    const [marked, most, numbers] = [`^${word}$`, longest[script] + 1, this.numbers[script]];
    const pieces = new Int32Array((marked.length + 1) * (most + 1)).fill(-1);
    for (let at = 0; at <= marked.length; at += 1) {
      for (let size = 0; size <= most && at + size <= marked.length; size += 1) {
        const piece = marked.slice(at, at + size);
        const letters = bare(piece).length;
        if (letters > longest[script] || (letters > 1 && (often.get(piece) ?? 0) < leastWritten)) continue;
        const number = numbers.get(piece) ?? numbers.size;
        numbers.set(piece, number);
        pieces[at * (most + 1) + size] = number;
      }
    }
    return { size: marked.length, pieces, most };
  }

  /** Calls `visit` for every step that leads from place (i, j) of a pair; answers nothing. */
  private steps({ arabic, latin }: { arabic: Word; latin: Word }, i: number, j: number, visit: (number: number, x: number, y: number) => void): void {
    const width = this.numbers.latin.size;
    for (let x = 0; x <= arabic.most && i + x <= arabic.size; x += 1) {
      const row = arabic.pieces[i * (arabic.most + 1) + x]!;
      if (row < 0) continue;
      for (let y = x === 0 ? 1 : 0; y <= latin.most && j + y <= latin.size; y += 1) {
        const column = latin.pieces[j * (latin.most + 1) + y]!;
        if (column >= 0 && this.chance[row * width + column]! > 0) visit(row * width + column, x, y);
      }
    }
  }

  /** One round through all pairs; answers how well they were explained before it (the logarithm of their likelihood). */
  learn(): number {
    const counts = new Float64Array(this.chance.length);
    let explained = 0;
    for (const pair of this.pairs) {
      const across = pair.latin.size + 1;
      const [ahead, behind] = [new Float64Array((pair.arabic.size + 1) * across), new Float64Array((pair.arabic.size + 1) * across)];
      ahead[0] = 1;
      for (let at = 0; at < ahead.length; at += 1) {
        const [i, j, here] = [Math.floor(at / across), at % across, ahead[at]!];
        if (here > 0) this.steps(pair, i, j, (number, x, y) => { ahead[(i + x) * across + j + y]! += here * this.chance[number]!; });
      }
      const total = ahead.at(-1)!;
      if (!(total > 0)) continue;
      explained += Math.log(total);
      behind[behind.length - 1] = 1;
      for (let at = behind.length - 1; at >= 0; at -= 1) {
        const [i, j] = [Math.floor(at / across), at % across];
        this.steps(pair, i, j, (number, x, y) => {
          const on = this.chance[number]! * behind[(i + x) * across + j + y]!;
          behind[at]! += on;
          counts[number]! += (ahead[at]! * on) / total;
        });
      }
    }
    // A step seen once proves nothing: one is taken off each count, so that seldom ones die out.
    const sum = counts.reduce((all, count) => all + Math.max(0, count - 1), 0);
    this.chance = counts.map((count) => Math.max(0, count - 1) / sum);
    this.seen = counts;
    return explained;
  }

  /** Every step with how much likelier its two pieces stand together than each by itself. */
  weights(): Step[] {
    const alone = { arabic: logShare(this.written.map(([word]) => word)), latin: logShare(this.written.map(([, word]) => word)) };
    const [left, right] = [[...this.numbers.arabic.keys()], [...this.numbers.latin.keys()]];
    const sumOf = (piece: string, shares: ReadonlyMap<string, number>) => Array.from(bare(piece)).reduce((sum, letter) => sum + (shares.get(letter) ?? 0), 0);
    return [...this.chance.entries()].filter(([, chance]) => chance > 0).map(([number, chance]) => {
      const [arabic, latin] = [left[Math.floor(number / right.length)]!, right[number % right.length]!];
      return { arabic, latin, weight: Math.log(chance) - sumOf(arabic, alone.arabic) - sumOf(latin, alone.latin), seen: this.seen[number]! };
    });
  }
}

/** The logarithm of how large a share of all letters each letter is. */
function logShare(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of words.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Map([...counts].map(([letter, count]) => [letter, Math.log(count / all)]));
}
