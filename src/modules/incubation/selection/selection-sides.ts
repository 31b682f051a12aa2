import { callSides } from '../call-sheet/call-sides.ts';
import { rankedStates, resultStates } from './selection-codes.ts';
import { selectionWords } from './selection-words.ts';

const over: readonly string[] = resultStates;

// What follows the closing, in the order in which it happens.
callSides.push(
  { side: 'jury', needs: 'incubation.jury', icon: 'scales', label: (reader) => selectionWords(reader)('jury.title'), from: (standing) => standing !== 'draft' },
  { side: 'ranking', needs: 'incubation.ranking', icon: 'chart', label: (reader) => selectionWords(reader)('ranking.title'), from: (standing) => rankedStates.has(standing) },
  { side: 'decision', needs: 'incubation.selection-to-decide', icon: 'check', label: (reader) => selectionWords(reader)('decision.title'), from: (standing) => standing === 'committee' || over.includes(standing) },
  { side: 'appeals', needs: 'incubation.appeal-list', icon: 'hand', label: (reader) => selectionWords(reader)('appeals.title'), from: (standing) => over.includes(standing) },
);
