import { definePage } from '#core/page.ts';
import { AtTime } from '#ui/amounts.tsx';
import { FreeText } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { deskWords } from '../words.ts';
import { listeningNotes } from './listening-notes.query.ts';
import { writeListeningNote } from './write-listening-note.ts';

/** The talk before any form: a place to write, sealed, and my own notes of this visit. */
export const listeningPage = definePage<View>({
  path: '/desk/tickets/:ticket/listening',
  audience: 'staff',
  needs: 'desk.listening-notes',
  show: async ({ view, values, errors, ask, params }) => {
    const words = deskWords(view);
    const f = { view, values, errors };
    const notes = await ask(listeningNotes, { ticket: params.ticket! });
    const back = { href: `/desk/tickets/${params.ticket}`, label: words('visit.back') };
    return {
      title: words('listening.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('listening.lede')} back={back}>{words('listening.title')}</PageTitle>
          <Form {...f}>
            <TextArea {...f} required name="note" label={words('listening.note')} help={words('listening.note_help')} rows={8} maxLength={8000} />
            <Button icon="lock">{words('listening.keep')}</Button>
          </Form>
          <Card title={words('listening.mine')}>
            {notes.length === 0 ? <p className="soft">{words('listening.none')}</p> : null}
            {notes.map(({ id, at, text }) => (
              <article key={id}>
                <p className="soft"><AtTime view={view} value={at} /></p>
                <FreeText text={text} />
              </article>
            ))}
          </Card>
        </Stack>
      ),
    };
  },
  post: {
    action: writeListeningNote,
    input: ({ params }) => ({ ticket: params.ticket }),
    leadsTo: (_, { params }) => `/desk/tickets/${params.ticket}/listening`,
  },
});
