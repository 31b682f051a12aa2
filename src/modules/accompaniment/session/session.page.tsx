import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { ClientLabel } from '#modules/desk/public.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, FreeText } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { HiddenField, NumberField, TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { hoursOf } from '../act/hours-of.ts';
import { actKinds, noteFields } from '../codes.ts';
import { caseWords } from '../words.ts';
import { saveSessionDraft } from './save-session-draft.ts';
import { type SessionSheet, sessionSheet } from './session-sheet.query.ts';

const toSession = { session: (visit: Visit<View>) => ({ session: visit.params.session }) };

/**
 * One session: its notes, kept by themselves while they are typed (with the small script) or with the button (without), and whether it
 * took place. What two windows wrote is shown side by side.
 */
export const sessionPage = definePage<View>({
  path: '/cases/:case/sessions/:session',
  audience: 'staff',
  needs: 'accompaniment.session-sheet',
  show: async (visit) => {
    const { view, params, may } = visit;
    const words = caseWords(view);
    const session = await visit.ask(sessionSheet, { session: params.session! });
    const planned = session.state === 'planned' && may('accompaniment.hold-session');
    return {
      title: words('session.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle back={{ href: `/cases/${session.case}/sessions`, label: words('session.back') }} lede={<><AtTime view={view} value={session.plannedAt} /> · {words(`place.${session.place}`)} <Badge>{words(`session.${session.state}`)}</Badge></>}>
            {session.client ? <ClientLabel view={view} client={session.client} /> : words('session.title')}
          </PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {visit.search.kept === '1' ? <Notice view={view} kind="success">{words('note.kept')}</Notice> : null}
          {visit.search.kept === 'both' ? <Notice view={view} kind="warning">{words('note.both_kept')}</Notice> : null}
          <Beside aside={planned ? <Holding visit={visit} session={session} /> : <Held view={view} session={session} />}>
            {session.writes && may('accompaniment.save-session-draft') ? <Writing visit={visit} session={session} /> : <Reading view={view} session={session} />}
          </Beside>
        </Stack>
      ),
    };
  },
  post: {
    action: saveSessionDraft, input: toSession.session,
    leadsTo: ({ apart }, { params }) => `/cases/${params.case}/sessions/${params.session}?kept=${apart ? 'both' : '1'}`,
  },
});

const Writing = ({ visit, session }: { visit: Visit<View>; session: SessionSheet }): ReactNode => {
  const { view, errors } = visit;
  const words = caseWords(view);
  const stood = (field: string) => session.notes.find((note) => note.field === field && note.copy === 0);
  const sent = '_key' in visit.values;
  const values = sent ? visit.values : Object.fromEntries(noteFields.map((field) => [`notes.${field}`, stood(field)?.text ?? '']));
  const f = { view, values, errors };
  const apart = session.notes.filter(({ copy }) => copy > 0);
  return (
    <>
      {apart.map((note) => <Settle key={`${note.field}${note.copy}`} visit={visit} session={session} field={note.field} />)}
      <Card title={words('note.title')}>
        <p className="soft">{words('note.sealed')}</p>
        <div data-autosave={`/cases/${session.case}/sessions/${session.id}/draft`} data-kept={words('note.autosaved')} data-unkept={words('note.not_autosaved')} data-both={words('note.both_kept')}>
          <Form {...f} action={`/cases/${session.case}/sessions/${session.id}`}>
            {noteFields.map((field) => (
              <div key={field}>
                <TextArea {...f} unmarked name={`notes.${field}`} label={words(`note.${field}`)} help={words(`note.${field}_help`)} rows={6} maxLength={20_000} />
                <HiddenField name={`shown.${field}`} value={stood(field)?.mark ?? ''} />
              </div>
            ))}
            <p className="soft" role="status" data-autosaved="" />
            <Button icon="lock">{words('note.keep')}</Button>
          </Form>
        </div>
      </Card>
      <script type="module" src={view.assets.autosave} nonce={view.nonce} />
    </>
  );
};

/** Two texts of one note: both in sight, one text to be made of them. */
const Settle = ({ visit, session, field }: { visit: Visit<View>; session: SessionSheet; field: SessionSheet['notes'][number]['field'] }): ReactNode => {
  const { view } = visit;
  const words = caseWords(view);
  const texts = session.notes.filter((note) => note.field === field);
  const f = { view, values: { text: texts.map(({ text }) => text).filter(Boolean).join('\n\n') }, errors: {} };
  return (
    <Card title={words('note.two_texts', { field: words(`note.${field}`) })}>
      {texts.map(({ copy, text, at, writer }) => (
        <article key={copy}><p className="soft"><Bdi>{writer}</Bdi> · <AtTime view={view} value={at} /></p><FreeText text={text} /></article>
      ))}
      <details>
        <summary>{words('note.make_one')}</summary>
        <Form {...f} action={`/cases/${session.case}/sessions/${session.id}/settle`}>
          <HiddenField name="field" value={field} />
          <TextArea {...f} required name="text" label={words(`note.${field}`)} rows={8} maxLength={20_000} />
          <Button icon="check">{words('note.settle')}</Button>
        </Form>
      </details>
    </Card>
  );
};

const Reading = ({ view, session }: { view: View; session: SessionSheet }): ReactNode => {
  const words = caseWords(view);
  if (!session.granted) return <Card title={words('note.title')}><p>{words('note.closed')}</p></Card>;
  return (
    <Card title={words('note.title')}>
      {session.notes.length === 0 ? <p className="soft">{words('note.none')}</p> : null}
      {session.notes.map(({ field, copy, text, at, writer }) => (
        <article key={`${field}${copy}`}><h3>{words(`note.${field}`)}</h3><p className="soft"><Bdi>{writer}</Bdi> · <AtTime view={view} value={at} /></p><FreeText text={text} /></article>
      ))}
    </Card>
  );
};

const Holding = ({ visit, session }: { visit: Visit<View>; session: SessionSheet }): ReactNode => {
  const { view, errors } = visit;
  const words = caseWords(view);
  const at = `/cases/${session.case}/sessions/${session.id}`;
  const f = { view, values: 'act' in visit.values ? visit.values : { act: 'accompaniment', minutes: '45' }, errors };
  return (
    <Card title={words('session.took_place')}>
      <Form {...f} action={`${at}/hold`}>
        <SelectField {...f} required name="act" label={words('act.kind')} choices={actKinds.map((value) => ({ value, label: words(`act.${value}`) }))} />
        <NumberField {...f} required name="minutes" label={words('act.minutes')} min={1} max={600} />
        <Button icon="check">{words('session.hold')}</Button>
      </Form>
      <Buttons>
        <PostButton view={view} kind="quiet" icon="cross" action={`${at}/off`} values={{ state: 'missed' }}>{words('session.was_missed')}</PostButton>
        <PostButton view={view} kind="quiet" icon="cross" action={`${at}/off`} values={{ state: 'cancelled' }}>{words('session.call_off')}</PostButton>
      </Buttons>
    </Card>
  );
};

const Held = ({ view, session }: { view: View; session: SessionSheet }): ReactNode => {
  const words = caseWords(view);
  return (
    <Card title={words('session.what')}>
      <p>{words(`session.${session.state}`)}{session.act && session.minutes ? <> · {words(`act.${session.act}`)} · <Bdi>{hoursOf(view, session.minutes)}</Bdi></> : null}</p>
    </Card>
  );
};

/** Where the small script sends what is typed; it answers with the marks of what is kept, and nothing else. */
export const draftPage = definePage<View>({
  path: '/cases/:case/sessions/:session/draft',
  audience: 'staff',
  needs: 'accompaniment.save-session-draft',
  post: {
    action: saveSessionDraft, input: toSession.session, again: sessionPage,
    leadsTo: (_, { params }) => `/cases/${params.case}/sessions/${params.session}`,
    shows: ({ marks, apart }: { marks: Readonly<Record<string, string>>; apart: number }, { view }) => ({
      title: caseWords(view)('session.title'), quiet: true,
      body: (
        <form data-apart={apart || undefined}>
          {Object.entries(marks).map(([field, mark]) => <HiddenField key={field} name={`shown.${field}`} value={mark} />)}
        </form>
      ),
    }),
  },
});
