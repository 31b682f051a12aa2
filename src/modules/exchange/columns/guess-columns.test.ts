import { expect, it } from 'vitest';
import { guessColumns } from './guess-columns.ts';

it('a list kept by hand in Arabic is read without choosing anything', () => {
  expect(guessColumns('persons', ['الاسم', 'سنة الميلاد', 'الهاتف', 'الجنس', 'المكان', 'العنوان'])).toEqual({ name: '0', birth_year: '1', phone: '2', sex: '3', territory: '4', address: '5' });
  expect(guessColumns('persons', ['اللقب', 'الاسم الشخصي', 'مكان السكن'])).toEqual({ family_name: '0', first_name: '1', territory: '2' });
  expect(guessColumns('services', ['العنوان', 'العنوان الإلكتروني', 'النوع'])).toEqual({ name: '0', email: '1', type: '2' });
});
