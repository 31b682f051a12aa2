/** A word by what is heard: the same for خديجة, Khadija and Khadidja. */
export interface Sound {
  /** One letter a consonant; `a` first when the word opens with a vowel, `c` for ش, `x` for خ; doubles are one. */
  readonly consonants: string;
  /** The other reading of each consonant, or the same letter: ق is k, sometimes g. */
  readonly alternates: string;
  /** What follows each consonant, as `vowel` bits. */
  readonly vowels: readonly number[];
  /** The word may or may not end in h: Salah does, Fatimah does not, ه typed for ة does not. */
  readonly doubtfulEnd: boolean;
}

/** Collects the consonants and vowels of a word, one after the other; doubled consonants become one. */
export class SoundBuilder {
  private consonants = '';
  private alternates = '';
  private readonly vowels: number[] = [];

  /** Adds a consonant, with its other reading if it has one, and what is assumed to follow it. */
  consonant(letter: string, alternate: string, follows: number): void {
    if (this.consonants.endsWith(letter)) {
      this.vowel(follows, 0);
      return;
    }
    this.consonants += letter;
    this.alternates += alternate;
    this.vowels.push(follows);
  }

  /** Adds vowel bits after the last consonant, first taking away `instead`. */
  vowel(bits: number, instead: number): void {
    const last = this.vowels.length - 1;
    if (last >= 0) this.vowels[last] = ((this.vowels[last] ?? 0) & ~instead) | bits;
  }

  get isEmpty(): boolean {
    return this.vowels.length === 0;
  }

  /** The finished sound. */
  finish(doubtfulEnd: boolean): Sound {
    return { consonants: this.consonants, alternates: this.alternates, vowels: this.vowels, doubtfulEnd };
  }
}
