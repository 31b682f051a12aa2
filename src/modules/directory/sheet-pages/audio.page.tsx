import { definePage } from '#core/page.ts';
import type { View } from '#ui/view.ts';
import { recordAudio } from '../record-audio/record-audio.ts';
import { Recordings } from '../record-audio/recordings.tsx';
import { directoryWords } from '../words.ts';
import { partPage } from './part-page.tsx';

/** The spoken versions of a service, and the form that adds one. */
export const audioPage = definePage<View>({
  path: '/services/:service/audio',
  audience: 'staff',
  needs: 'directory.record-audio',
  show: partPage(
    ({ view }) => ({ title: directoryWords(view)('audio.title'), lede: directoryWords(view)('audio.lede') }),
    ({ view, values, errors }, { entry }) => <Recordings view={view} values={values} errors={errors} recordings={entry.audio} />,
  ),
  post: {
    action: recordAudio,
    input: ({ params }) => ({ subjectKind: 'service', subject: params.service }),
    leadsTo: (_, { params }) => `/services/${params.service}/audio`,
  },
});
