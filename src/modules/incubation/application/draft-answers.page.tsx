import { definePage } from '#core/page.ts';
import { HiddenField } from '#ui/field.tsx';
import type { View } from '#ui/view.ts';
import { callWords } from '../call-words.ts';
import { questionsPage } from './questions.page.tsx';
import { saveAnswers } from './save-answers.ts';

/** Where the small script sends an answer as soon as it is given; it answers with the marks of what is kept, and nothing else. */
export const draftAnswersPage = definePage<View>({
  path: '/applications/:application/draft',
  audience: 'staff',
  needs: 'incubation.save-answers',
  post: {
    action: saveAnswers, input: ({ params }) => ({ application: params.application }), again: questionsPage,
    leadsTo: (_, { params }) => `/applications/${params.application}/questions`,
    shows: ({ marks }: { marks: Readonly<Record<string, string>> }, { view }) => ({
      title: callWords(view)('application'), quiet: true,
      body: <form>{Object.entries(marks).map(([question, mark]) => <HiddenField key={question} name={`shown.${question}`} value={mark} />)}</form>,
    }),
  },
});
