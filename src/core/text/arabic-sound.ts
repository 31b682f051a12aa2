import { type Sound, SoundBuilder } from './sound-builder.ts';
import { vowel } from './vowels.ts';

/** Arabic letter → consonant, and after it a second reading where usage has one (ق = q/k, in the south g). */
const letters: Record<string, string> = {
  ب: 'b',
  پ: 'b',
  ت: 't',
  ط: 't',
  ث: 'ts',
  ج: 'jg',
  چ: 'c',
  ح: 'h',
  ه: 'h',
  خ: 'x',
  د: 'd',
  ذ: 'dz',
  ض: 'd',
  ظ: 'dz',
  ر: 'r',
  ز: 'z',
  ژ: 'j',
  س: 's',
  ص: 's',
  ش: 'c',
  غ: 'g',
  ڭ: 'g',
  گ: 'g',
  ݣ: 'g',
  ڨ: 'g',
  ف: 'f',
  ڤ: 'f',
  ڢ: 'f',
  ق: 'kg',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
};

const longVowels: Record<string, number> = {
  ا: vowel.a | vowel.longA,
  و: vowel.u | vowel.longU,
  ي: vowel.i | vowel.longI,
};

function openWord(builder: SoundBuilder, letter: string): boolean {
  if (!builder.isEmpty) return false;
  if (letter === 'و') builder.consonant('w', 'w', vowel.open);
  else if (letter === 'ي') builder.consonant('y', 'y', vowel.open);
  else if (letter === 'ا' || letter === 'ع') builder.consonant('a', 'a', vowel.open);
  else return false;
  return true;
}

function addEnding(builder: SoundBuilder, letter: string, before: string): boolean {
  if (letter === 'ة') builder.vowel(vowel.a, vowel.open);
  else if (letter === 'ى') builder.vowel(vowel.a | vowel.i | vowel.open, 0);
  else if (letter === 'ه' && !'اوي'.includes(before)) builder.vowel(vowel.a | vowel.open, 0);
  else return false;
  return true;
}

function addLetter(builder: SoundBuilder, letter: string): void {
  if (openWord(builder, letter)) return;
  const long = longVowels[letter];
  if (long !== undefined) builder.vowel(long, vowel.open);
  else if (letter === 'ع') builder.vowel(vowel.open, 0);
  else {
    const readings = letters[letter];
    if (readings) builder.consonant(readings.charAt(0), readings.slice(-1), vowel.open);
  }
}

/** What a folded Arabic word (ة and ى kept) sounds like; ع is not heard, short vowels are left open. */
export function soundOfArabic(word: string): Sound {
  const builder = new SoundBuilder();
  const last = word.length - 1;
  for (let index = 0; index <= last; index += 1) {
    const letter = word.charAt(index);
    const ending = index === last && index > 0 && addEnding(builder, letter, word.charAt(index - 1));
    if (!ending) addLetter(builder, letter);
  }
  // Nothing written after the last letter is no vowel there, not an open one.
  const sound = builder.finish(word.endsWith('ه'));
  return {
    ...sound,
    vowels: sound.vowels.map((bits, at) => (at === sound.vowels.length - 1 && bits === vowel.open ? 0 : bits)),
  };
}
