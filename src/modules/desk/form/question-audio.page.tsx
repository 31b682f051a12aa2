import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { recordAudio, Recordings } from '#modules/directory/public.ts';
import { Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { plainly, Said } from '../needs/said.tsx';
import { orientationWords } from '../orientation-words.ts';
import { formPreview } from './forms.query.ts';

/** The spoken versions of one question, and the form that adds one: played wherever the question is asked. */
export const questionAudioPage = definePage<View>({
  path: '/forms/:form/questions/:question/audio',
  audience: 'staff',
  needs: 'directory.record-audio',
  show: async ({ view, values, errors, ask, params }) => {
    const words = orientationWords(view);
    const { names, questions, spoken } = await ask(formPreview, { form: params.form! });
    const question = questions.find(({ id }) => id === params.question);
    if (!question) throw new NotFound();
    const title = words('forms.spoken');
    return {
      title: `${title} – ${plainly(view, question.labels)}`,
      body: (
        <Stack>
          <PageTitle back={{ href: `/forms/${params.form}`, label: <Said view={view} value={names} /> }} lede={words('forms.spoken_lede')}>{title}</PageTitle>
          <h2><Said view={view} value={question.labels} /></h2>
          <Recordings view={view} values={values} errors={errors} recordings={spoken.get(question.id) ?? []} />
        </Stack>
      ),
    };
  },
  post: {
    action: recordAudio,
    input: ({ params }) => ({ subjectKind: 'question', subject: params.question }),
    leadsTo: (_, { params }) => `/forms/${params.form}/questions/${params.question}/audio`,
  },
});
