/** One odd text, with the family it belongs to. */
export interface Entry { readonly family: string; readonly text: string }

const cp = (code: number): string => String.fromCodePoint(code);
const words = ['خديجة العيادي', 'Élodie N’Diaye', 'مركز Mahdia 2026', 'a', 'حاضنة-المدينة 12', 'l’aide juridique'] as const;
/** Where an odd mark stands in a word. */
const places: readonly ((word: string, mark: string) => string)[] = [
  (word, mark) => mark + word, (word, mark) => word + mark, (word, mark) => word.slice(0, Math.ceil(word.length / 2)) + mark + word.slice(Math.ceil(word.length / 2)),
  (_, mark) => mark, (word, mark) => [...word].join(mark),
];

const marks: Readonly<Record<string, readonly number[]>> = {
  bidi: [0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
  control: [...Array(32).keys(), 0x7f, 0x80, 0x85, 0x9f],
  invisible: [0x00a0, 0x00ad, 0x034f, 0x115f, 0x180e, 0x200b, 0x200c, 0x200d, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x2061, 0x2063, 0x206a, 0x3000, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xe0001, 0xe0041],
  surrogate: [],
  noncharacter: [0xfdd0, 0xfdef, 0xfffe, 0xffff, 0x1fffe, 0x10ffff, 0xfff9, 0xfffc, 0xfffd, 0xe000, 0xf8ff, 0x10fffd],
  arabic: [0x0640, 0x064b, 0x0651, 0x0670, 0x06d2, 0x06cc, 0x0649, 0x0629, 0x0654, 0xfdfa, 0xfdfd, 0xfefb, 0xfe8d, 0xfb50, 0x0600, 0x06dd, 0x08a0],
  combining: [0x0300, 0x0301, 0x0308, 0x0327, 0x0345, 0x1ab0, 0x20dd, 0x0489],
};

/** Whole texts, each odd in its own way. */
const whole: Readonly<Record<string, readonly string[]>> = {
  surrogate: ['\ud800', '\udc00', 'a\ud800', '\udfffb', '\udc00\ud800', 'x\ud83d', '\ude00x', 'خ\ud83dد', '\ud800\ud800', 'ok\udbff!'],
  normal: ['É', 'E\u0301', 'ﬁ', 'Å', 'A\u030a', 'آ', 'ا\u0653', 'لأ', 'ﻷ', 'ئ', 'ي\u0654', '각', 'ᄀ\u1161\u11a8', '①', '㎏', 'ẛ\u0323', '\u0344', '\u2126', '\u212a', 'q\u0307\u0323'],
  digits: ['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '١٤٨/٢٠٢٦', '+٢١٦٢٢٣٤٥٦٧٨', '１２３', '१२३', '𝟙𝟚𝟛', '-5', '+212', '1e309', '0x10', '1_000', '٣٠٪', '½', 'Ⅻ', '١.٥', '1٬000٫5'],
  emoji: ['👩‍👩‍👧‍👦', '🇹🇳🇲🇦', '👍🏽', '☺️', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩🏾‍⚕️', '💔'.repeat(40), '\u{1f468}\u200d', '🫨'],
  markup: ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&lt;b&gt;', '&#x27;', ']]>', '<!--', '{{7*7}}', '${7*7}', '#{7*7}', '<%= 7 %>', 'javascript:alert(1)', 'data:text/html,x', '</title>', "'\"`", '&amp;&amp', '<svg/onload=alert(1)>', '%3Cscript%3E', '\\u003cscript\\u003e'],
  message: ["{name}", "{n, plural, one {a} other {b}}", "'{'", "{", "}", "{{}}", "'", "''", "{0}", "{x, select, a {b}}", "#", "<b>{x}</b>", "{term_hub}", "{country}"],
  database: ["' or '1'='1", "'; drop table core.event; --", '$1', '$$', "E'\\x27'", '\\', '\\\\', '\\x00', '\\000', '%', '_', '*', "''; select pg_sleep(1)", '\\copy', "{1,2}", '(1,2)', '{"a":1}', 'NULL', 'null', 'DEFAULT', 'nan', 'infinity', "\\'"],
  words: ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'undefined', 'NaN', 'true', 'false', '[object Object]', 'then', 'length', 'null', 'None', '0', '-0', 'on', 'yes'],
  address: ['../../etc/passwd', '..\\..\\x', '%2e%2e%2f', 'file:///etc/passwd', 'http://169.254.169.254/', '//evil.example', 'https://user:pass@host/', 'con', 'nul.txt', 'a/b\\c', '?x=1&y=2#z', 'a%00b', 'mailto:x@y', '‮gpj.exe'],
  sheet: ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '=cmd|calc!A0', '"a","b"', 'a;b', 'a\nb', 'a\r\nb', 'a\rb', '\n\n\n', '\t', ' =1', "'=1"],
  header: ['a\r\nSet-Cookie: x=1', 'x\u0000y', 'é\r\n\r\n<p>', '=?utf-8?B?eA==?=', 'a\u0085b', 'a\u2028b', 'a\u2029b', 'a\vb', 'a\fb'],
  space: [' ', '   ', '\t\t', '\u00a0', '\u3000', '\u2003', ' a ', 'a  b', '\na\n', '\ufeffa', 'a\ufeff', ' \u200f ', '\u2060', '\u00a0a\u00a0'],
  date: ['2026-02-30', '0000-00-00', '2026-13-01', '٢٠٢٦-١١-٢٢', '22/11/2026', '2026-11-22T25:00:00Z', '-0001-01-01', '+275760-09-13', '24:00', '99:99'],
};

const lengths = [199, 200, 201, 500, 999, 1_000, 1_001, 1_999, 2_000, 2_001, 4_000, 4_001, 8_000, 8_001, 20_000, 65_535, 65_536, 100_000, 1_048_576];
const fillers = ['x', 'ي', 'é', '👩', 'a\u0301', ' x', '\u0640', 'ab\n', '<', '&', '"', "'"];

/** Three thousand odd texts, the same every time: every mark in every place of every word, whole texts alone and inside others, long ones. */
export const corpus: readonly Entry[] = (() => {
  const found = new Map<string, Entry>();
  const add = (family: string, text: string): void => { if (!found.has(text)) found.set(text, { family, text }); };
  for (const [family, codes] of Object.entries(marks)) for (const code of codes) for (const word of words) for (const place of places) add(family, place(word, cp(code)));
  for (const [family, texts] of Object.entries(whole)) {
    for (const text of texts) {
      add(family, text);
      for (const word of words.slice(0, 2)) { add(family, `${word} ${text}`); add(family, `${text} ${word}`); }
    }
  }
  for (const length of lengths) for (const filler of fillers) add('long', filler.repeat(Math.ceil(length / filler.length)).slice(0, length));
  return [...found.values()];
})();

const text = (value: string): Buffer => Buffer.from(value);
const nested = (open: string, close: string, deep: number, inner: string): string => open.repeat(deep) + inner + close.repeat(deep);

/** Bodies that are odd as bytes: `FIELD` stands for the name of a text field of the action that gets them. */
export const oddBodies: readonly { readonly family: string; readonly bytes: Buffer }[] = [
  ...[33, 100, 5_000, 200_000].flatMap((deep) => [
    { family: 'deep', bytes: text(`{"FIELD":${nested('[', ']', deep, '1')}}`) }, { family: 'deep', bytes: text(nested('{"FIELD":', '}', deep, '1')) },
  ]),
  ...['{"FIELD":"one","FIELD":"two"}', '{"FIELD":{"ar":"x","ar":"y"}}', '{"FIELD":"one","\\u0046IELD":"two"}'].map((body) => ({ family: 'twice', bytes: text(body) })),
  ...['{"__proto__":{"FIELD":"x"}}', '{"FIELD":{"__proto__":{"polluted":1}}}', '{"constructor":{"prototype":{"polluted":1}}}', '{"FIELD":"x","__proto__":null}'].map((body) => ({ family: 'proto', bytes: text(body) })),
  ...['{"FIELD":9007199254740993}', '{"FIELD":1e400}', `{"FIELD":${'9'.repeat(400)}}`, '{"FIELD":-0}', '{"FIELD":1.7976931348623159e308}'].map((body) => ({ family: 'huge', bytes: text(body) })),
  ...[[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82], [0x80], [0xc3]].map((bad) => ({ family: 'bad utf-8', bytes: Buffer.concat([text('{"FIELD":"a'), Buffer.from(bad), text('b"}')]) })),
  { family: 'utf-16', bytes: Buffer.from('\ufeff{"FIELD":"x"}', 'utf16le') },
  { family: 'mark', bytes: text('\ufeff{"FIELD":"x"}') },
  ...['', ' ', '{', '[', '"', 'null', 'true', '0', '"text"', '[]', '[{}]', '{}{}', '{"FIELD":undefined}', "{'FIELD':'x'}", '{"FIELD":NaN}', '{"FIELD":"x",}', '//', '{"FIELD":"\u0001"}', '{"FIELD":"\\ud800"}', '{"FIELD":"\\u0000"}'].map((body) => ({ family: 'no JSON', bytes: text(body) })),
  { family: 'megabyte', bytes: text(`{"FIELD":"${'م'.repeat(500_000)}"}`) },
  { family: 'many', bytes: text(`{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join(',')}}`) },
  { family: 'many', bytes: text(`{"FIELD":[${'"x",'.repeat(50_000)}"x"]}`) },
];
