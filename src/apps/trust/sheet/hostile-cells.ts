const formulas = [
  '=1+1', '=SUM(1,2)', '=CONCATENATE("a","b")', '=HYPERLINK("http://evil.example","click")', '=WEBSERVICE("http://evil.example")', '=IMPORTXML("http://evil.example","//a")', '=cmd|\' /C calc\'!A0', '=DDE("cmd";"/C calc";"x")', '=\'file:///etc/passwd\'#$passwd.A1',
  '=INFO("osversion")', '=NOW()', '=RAND()', '=A1', '=A1+B1', '=1/0', '=IF(1=1,"yes","no")', '={1;2}', '=-1', '=+1', '==1+1', '=TODAY()', '=CELL("filename")', '=GETPIVOTDATA("a",A1)', '=FILTERXML("<a/>","//a")', '=ENCODEURL("a")', '=CHAR(61)&"1"',
];
const others = [
  '+1+1', '+1+cmd|A0', '+SUM(1,2)', '-1-1', '-2+3', '-SUM(1,2)', '@SUM(1,2)', '@A1', '+A1', '-A1', '|calc', '%0A=1+1', '+"x"&"y"', '-"x"&"y"', '+(1+1)', '-(1+1)', '+1*2', '-1/3', '@', '=',
];
const numbers = ['+212 600 000 000', '+212600000000', '+216 71 123 456', '(+216) 71 123 456', '+216.71.123.456', '+216-71-123-456', '00212600000000', '0612345678', '-5', '−5', '-5.25', '+5', '5', '0005', '1e5', '1E+10', '0x1F', '1,5', '1.234,56', '50 %'];
const days = ['2026-03-01', '01/03/2026', '1-2', '1/2', '3-MAR', 'Mar 1', '2026-02-30', '12:30', '24:00:00', '2026-03-01T10:00:00Z'];
const words = ['TRUE', 'FALSE', 'NULL', '#N/A', '#REF!', 'E1', 'INF', 'NaN', 'null', 'sep=;'];
const arabic = [
  'فاطمة الزهراء', 'سيدي بوزيد ‏(تونس)‏', '‏سوق الحد‎', '٣٠٠ دينار', '−٥', 'مُحَمَّد', 'نساء 12 رجال 7', 'ﻻ', 'لا ', '«اقتباس»', 'ـــ', 'مركز، 2؛ 3؟', '\u202Eقلب\u202C', '\u2067معزول\u2069', 'ة\u200Dه', 'أ\u00A0ب', '=جمع(1)', '+جمع', '@سؤال', '‏=1+1',
];
const marks = [
  'a,b', 'a;b', 'a\tb', 'a"b', '"a"', '""', "'", "'a", "''a", "'=1+1", 'a\nb', '\na', 'a\n', 'a, "b"\nc', '  a', 'a  ', ' ', 'a\\b', '\\n', '_x0041_', '_x000D_', '&amp;', '<b>a</b>', 'a & b < c', ']]>', '${1+1}', '{{1+1}}',
];
const signs = ['é', 'e\u0301', 'ß', '🌿', '👩🏽‍🌾', '中文', 'ⵜⴰⵎⴰⵣⵉⵖⵜ', 'x'.repeat(5_000), 'a\u2028b', 'a\uFEFFb'];

/** What stands in front of a formula so that a rule that looks at the first sign alone would miss it. */
const inFront = [' ', '\t', '\n', '\u00A0', '\uFEFF', '\u200F'];
const hidden = inFront.flatMap((sign) => formulas.slice(0, 10).map((formula) => sign + formula));

/**
 * Two hundred texts that a program for tables might compute, turn into a date, break over two cells or show in another order: formulas in
 * every disguise, phones, numbers below zero, days, Arabic with its marks, quotes and breaks. Signs that neither format can carry are left to the writers' own tests.
 */
export const hostileCells: readonly string[] = [...new Set([...formulas, ...others, ...numbers, ...days, ...words, ...arabic, ...marks, ...signs, ...hidden])];
