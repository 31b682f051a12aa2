import { callSides } from '../call-sheet/call-sides.ts';
import { registrationWords } from './registration-words.ts';

callSides.push(
  { side: 'funnel', needs: 'evidence.call-funnel', icon: 'chart', label: (reader) => registrationWords(reader)('road'), from: (standing) => standing !== 'draft' },
  { side: 'twice', needs: 'incubation.doubts-of-call', icon: 'people', label: (reader) => registrationWords(reader)('doubts'), from: (standing) => ['open', 'closed', 'scored', 'committee'].includes(standing) },
);
