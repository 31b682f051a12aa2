import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, type Known, likelySame } from './same-person.ts';

const one = (names: string | string[], more: Partial<Known> = {}): Known => ({ names: [names].flat(), ...more });
const codes = (a: Known, b: Known) => likelySame(a, b).reasons.map(({ code }) => code);

// Invented persons; the groups and what differs are the field's list of trap names (domain.md 3.14).
const samePersons = [
  [
    'فاطمة الزهراء بن علي',
    'Fatma Zohra Ben Ali',
    'Fatima Ezzahra BENALI',
    'BEN ALI Fatma Zohra',
    'فاطمه الزهراء بنعلي',
    'Fatimazahra Ben Ali',
  ],
  [
    'محمد أمين الطرابلسي',
    'Mohamed Amine Trabelsi',
    'Mouhamed Amin Ettrabelsi',
    'Mhamed Amine Trabelsi',
    'TRABELSI Mohammed Amine',
  ],
  ['خديجة أيت الحاج', 'Khadija Ait El Haj', 'Khadidja AÏT LHAJ', 'آيت الحاج خديجة', 'Ait Lhadj Khadija'],
  ['عائشة المنصوري', 'Aïcha Mansouri', 'Aicha El Mansouri', 'Aisha Al-Mansouri', 'ELMANSOURI Aïcha'],
  ['نورة بوزيان', 'Noura Bouziane', 'Nora Bouzyane', 'Noura Bou Ziane'],
  ['عبد الرحمن القفصي', 'Abderrahmane Gafsi', 'Abd Errahman Gafsi', 'عبدالرحمان القفصي'],
  ['عبد القادر بن صالح', 'Abdelkader Ben Salah', 'Abd El Kader Bensalah'],
  ['نور الدين الوسلاتي', 'Noureddine Oueslati', 'Nour-Eddine Weslati', 'Nour El Dine Ouesleti'],
  ['عبد الحميد آيت حدو', 'Abdelhamid Ait Haddou', 'Abd El Hamid Aït Haddou'],
  ['هاجر الأمين', 'Hajer Lamine', 'Hadjer El Amine'],
];
const pairsOf = (group: readonly string[]) => group.flatMap((a, at) => group.slice(at + 1).map((b) => [a, b] as const));

describe('the same person in two spellings', () => {
  test.each(samePersons.flatMap(pairsOf))('%s = %s', (a, b) => {
    expect(likelySame(one(a), one(b)).strength).toBe('possible');
    expect(likelySame(one(a, { birthDate: '1991-04-17' }), one(b, { birthDate: '1991-04-17' })).strength).toBe(
      'strong',
    );
  });

  test('fourteen Latin spellings of محمد', () => {
    const spellings = [
      'Mohamed',
      'Mohammed',
      'Mohammad',
      'Mohamad',
      'Muhammad',
      'Muhammed',
      'Muhamed',
      'Mouhamed',
      'Mouhammad',
      'Mehmed',
      'Mohamet',
      'Mhamed',
      "M'hamed",
      'Mahamed',
    ];
    for (const spelling of spellings) {
      expect([spelling, compareNames('محمد', spelling).met]).toEqual([spelling, 1]);
    }
  });
});

describe('different persons', () => {
  const birth = { birthDate: '1988-09-02' };
  test.each([
    ['محمد أمين الطرابلسي', 'محمود أمين الطرابلسي'],
    ['محمد أمين الطرابلسي', 'Mahmoud Amine Trabelsi'],
    ['Mohamed Amine Trabelsi', 'Mahmoud Amine Trabelsi'],
    ['Mouhamed Amin Ettrabelsi', 'محمود أمين الطرابلسي'],
    ['نورة بوزيان', 'نور بوزيان'],
    ['Noura Bouziane', 'Nour Bouziane'],
    ['Nora Bouzyane', 'نور بوزيان'],
    ['نورة بوزيان', 'Nour Bouziane'],
    ['حسن الماجري', 'حسين الماجري'],
    ['Hassan Mejri', 'Houcine Mejri'],
    ['أمين الدريدي', 'أمينة الدريدي'],
    ['Karim Dridi', 'Karima Dridi'],
    ['Salma Hammami', 'Sana Hammami'],
    ['Mohamed Ali Trabelsi', 'Mohamed Amine Trabelsi'],
  ])('%s ≠ %s, even born the same day', (a, b) => {
    expect(likelySame(one(a, birth), one(b, birth)).strength).toBe('none');
  });

  test('twins with one birth date and one phone', () => {
    const shared = { birthDate: '2001-05-06', phones: ['+216 20 123 456'], sex: 'female' as const, placeCode: 'TN-43' };
    const [a, b] = [one('سلمى الهمامي', shared), one('سناء الهمامي', shared)];
    expect(likelySame(a, b).strength).toBe('none');
    expect(codes(a, b)).toEqual(
      expect.arrayContaining(['different-first-name', 'same-birth-date', 'shared-phone-different-name']),
    );
  });

  test('mother and daughter with one phone and an ID number typed by mistake', () => {
    const mother = one('مبروكة العياري', { birthDate: '1969-02-11', phones: ['20 555 111'], idNumber: '01234567' });
    const daughter = one('ريم العياري', { birthDate: '1995-08-30', phones: ['+21620555111'], idNumber: '٠١٢٣٤٥٦٧' });
    expect(likelySame(mother, daughter).strength).toBe('none');
    expect(codes(mother, daughter)).toContain('same-id-number-different-name');
  });

  test('the same common name, born ten years apart', () => {
    expect(
      likelySame(one('Fatma Ben Salah', { birthYear: 1980 }), one('فاطمة بن صالح', { birthYear: 1990 })).strength,
    ).toBe('none');
  });
});

describe('reasons', () => {
  test('reversed order is said', () => {
    expect(codes(one('BEN ALI Fatma'), one('Fatma Ben Ali'))).toEqual(['same-name', 'reversed-order']);
  });
  test('a year known only roughly still proposes', () => {
    const [a, b] = [one('خديجة أيت الحاج', { birthYear: 1960 }), one('Khadija Ait Lhaj', { birthDate: '1961-01-01' })];
    expect(likelySame(a, b).strength).toBe('possible');
    expect(codes(a, b)).toContain('near-birth-year');
  });
  test('a left-out middle name is said', () => {
    expect(codes(one('Fatma Ben Ali'), one('فاطمة الزهراء بن علي'))).toContain('missing-name-part');
  });
  test('a person without any name is never proposed by name', () => {
    expect(likelySame(one([]), one('Fatma Ben Ali')).strength).toBe('none');
    expect(likelySame(one('؟؟'), one('؟؟')).strength).toBe('none');
  });
  test('the same phone written with and without the country code', () => {
    expect(
      codes(one('Hajer Lamine', { phones: ['0612345678'] }), one('هاجر الأمين', { phones: ['+212 6 12 34 56 78'] })),
    ).toContain('same-phone');
  });
});

test('who comes first does not matter', () => {
  const word = fc.constantFrom(
    ...samePersons.flat().flatMap((name) => name.split(' ')),
    'نور',
    'محمود',
    'Sana',
    'ben',
    'x',
  );
  const name = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
  const known = fc.record({
    names: fc.array(name, { maxLength: 2 }),
    birthYear: fc.option(fc.integer({ min: 1950, max: 1955 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(known, known, (a, b) => {
      expect(likelySame(a, b)).toEqual(likelySame(b, a));
    }),
    { numRuns: 300 },
  );
});
