import type { FormContent } from './form-content.ts';
import { needsFormV1 } from './needs-form-v1.ts';

const reworded: FormContent['questions'][number]['labels'] = {
  ar: 'بأي طريقة نُبلغكم الخطوة التالية؟', fr: 'Comment préférez-vous recevoir la suite ?', en: 'How do you prefer to learn the next step?',
};

/** The second version: the first, with the words for needs used everywhere else, and a question that speaks to women and men alike. */
export const needsFormV2: FormContent = {
  ...needsFormV1,
  names: { ...needsFormV1.names, ar: 'احتياجات صاحب المشروع أو صاحبته' },
  active_from: '2024-06-01',
  questions: needsFormV1.questions.map((question) => (question.code === 'reading' ? { ...question, labels: reworded } : question)),
};
