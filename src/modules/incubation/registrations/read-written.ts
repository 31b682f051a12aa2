import { fold, foldDigits } from '#core/text/fold.ts';
import { type Answer, type Question, type RawAnswer, readAnswer } from '#modules/desk/public.ts';

const yes = new Set(['yes', 'y', 'oui', 'o', 'نعم', 'true', '1', 'x'].map(fold));
const no = new Set(['no', 'n', 'non', 'لا', 'كلا', 'false', '0'].map(fold));

/** What lists write for an answer where the form says it in a whole sentence. */
const usualWords: Readonly<Record<string, readonly string[]>> = {
  idea: ['idee', 'idee de projet', 'idea', 'فكرة', 'فكرة مشروع'],
  existing: ['existant', 'projet existant', 'activite existante', 'existing', 'قائم', 'مشروع قائم', 'نشاط قائم'],
};

type Asked = Pick<Question, 'kind' | 'choices' | 'lowest' | 'highest'>;

/**
 * What a cell of a table answers to a question: a code, or one of the words the form offers in any of its languages; undefined when it
 * is none of them. Nothing is guessed.
 */
export function readWritten(question: Asked, cell: string): Answer | undefined {
  const read = readAnswer(question, rawOf(question, cell));
  return read.ok ? read.answer : undefined;
}

function rawOf(question: Asked, cell: string): RawAnswer {
  switch (question.kind) {
    case 'yes-no': return yes.has(fold(cell)) ? 'yes' : no.has(fold(cell)) ? 'no' : cell;
    case 'choice': return codeOf(question, cell) ?? cell;
    case 'choices': return cell.split(/[,;،؛|\n/]+/u).map((part) => part.trim()).filter(Boolean).map((part) => codeOf(question, part) ?? part);
    case 'number': case 'scale': return foldDigits(cell).replace(/[\s\u00a0\u202f]/gu, '').replace(/\.0+$/u, '');
    case 'text': return cell;
  }
}

const codeOf = (asked: Asked, written: string): string | undefined =>
  asked.choices?.find(({ code }) => code === written.toLowerCase())?.code ?? wordsOf(asked).get(fold(written));

const foldedWords = new WeakMap<Asked, ReadonlyMap<string, string>>();

/** The words of a question's choices, folded once for all rows; what the form says goes before what lists usually write. */
function wordsOf(asked: Asked): ReadonlyMap<string, string> {
  const known = foldedWords.get(asked);
  if (known) return known;
  const words = new Map<string, string>();
  const leads = (word: string, code: string): void => { if (!words.has(fold(word))) words.set(fold(word), code); };
  for (const { code, labels } of asked.choices ?? []) for (const label of Object.values(labels ?? {})) if (label) leads(label, code);
  for (const { code } of asked.choices ?? []) for (const word of usualWords[code] ?? []) leads(word, code);
  foldedWords.set(asked, words);
  return words;
}
