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

const codeOf = ({ choices = [] }: Asked, written: string): string | undefined =>
  choices.find(({ code }) => code === written.toLowerCase())?.code
  ?? choices.find(({ labels }) => Object.values(labels ?? {}).some((label) => label && fold(label) === fold(written)))?.code
  ?? choices.find(({ code }) => usualWords[code]?.some((word) => fold(word) === fold(written)))?.code;
