import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soundOf } from './sound.ts';
import { likenessOfSounds, sameWordFrom } from './sound-likeness.ts';

const alike = (a: string, b: string) => likenessOfSounds(soundOf(a), soundOf(b)) >= sameWordFrom;

test.each([
  ['محمد', 'محمود'],
  ['محمد', 'Mahmoud'],
  ['Mohamed', 'Mahmoud'],
  ['Mohamed', 'محمود'],
  ['نور', 'نورة'],
  ['Nour', 'نورة'],
  ['Noura', 'نور'],
  ['حسن', 'حسين'],
  ['Hassen', 'حسين'],
  ['سالم', 'سليم'],
  ['Salem', 'Slim'],
  ['أمين', 'أمينة'],
  ['Amine', 'Amina'],
  ['علي', 'علاء'],
  ['Ali', 'Ala'],
  ['أحمد', 'حميد'],
  ['Ahmed', 'Hamid'],
  ['سلمى', 'سلام'],
  ['Salah', 'Saloua'],
  ['Mouna', 'Monia'],
])('%s is not %s', (a, b) => {
  expect(alike(a, b)).toBe(false);
});

test.each([
  ['زهراء', 'Zohra'],
  ['زهرة', 'Zahra'],
  ['Zohra', 'Zora'],
  ['Fatimah', 'Fatima'],
  ['ليلى', 'Leïla'],
  ['مريم', 'Meriem'],
  ['مريم', 'Maryam'],
  ['سعاد', 'Souad'],
  ['توفيق', 'Taoufik'],
  ['أنور', 'Anouar'],
  ['عثمان', 'Othman'],
  ['عثمان', 'Osman'],
  ['إبراهيم', 'Brahim'],
  ['مصطفى', 'Moustapha'],
  ['حسين', 'Houcine'],
  ['حسين', 'Hussein'],
  ['كلثوم', 'Kalthoum'],
  ['وردة', 'Ouarda'],
  ['رحمان', 'رحمن'],
  ['الطرابلسي'.slice(2), 'Trablesi'],
  ['Bouazizi', 'بوعزيزي'],
  ['قاسمي', 'Guesmi'],
  ['Hadija', 'خديجة'],
  ['Mansori', 'منصوري'],
])('%s is %s', (a, b) => {
  expect(alike(a, b)).toBe(true);
});

test('symmetric, whole for itself, between 0 and 1', () => {
  const word = fc.oneof(
    fc.constantFrom('محمد', 'Mahmoud', 'نورة', 'Nour', 'Khadidja'),
    fc.string({ unit: fc.constantFrom(...'abdhkouitةايوملع') }),
    fc.string(),
  );
  fc.assert(
    fc.property(word, word, (a, b) => {
      const [x, y] = [soundOf(a), soundOf(b)];
      const likeness = likenessOfSounds(x, y);
      expect(likenessOfSounds(y, x)).toBeCloseTo(likeness, 10);
      expect(likeness).toBeGreaterThanOrEqual(0);
      expect(likeness).toBeLessThanOrEqual(1);
      expect(likenessOfSounds(x, x)).toBe(x.consonants === '' ? 0 : 1);
    }),
    { numRuns: 1000 },
  );
});
