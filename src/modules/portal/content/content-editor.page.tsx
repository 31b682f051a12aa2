import { definePage, type Visit } from '#core/page.ts';
import { Badge } from '#ui/badge.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { Field, HiddenField, inputAttributes, TextArea, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { hrefWith } from '#ui/href.ts';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { portalWords } from '../words.ts';
import { addMedium } from './add-medium.ts';
import { langChoices } from './begin-content.page.tsx';
import { versionFor } from './content-item.page.tsx';
import { stateTones } from './content-settings.page.tsx';
import { contentSheet } from './content-sheet.query.ts';
import { contentLangs } from './content-tables.ts';
import { langName } from './lang-name.ts';
import { MediaBeside } from './media-beside.tsx';
import { publishContent } from './publish-content.ts';
import { removeMedium } from './remove-medium.ts';
import type { Item } from './read-item.ts';
import { withdrawContent } from './withdraw-content.ts';
import { writeVersion } from './write-version.ts';

/** One item for those who write it: its languages, what stands beside it, and showing it to everyone. */
export const contentEditorPage = definePage<View>({
  path: '/publications/:item',
  audience: 'staff',
  needs: 'portal.content-sheet',
  show: showEditor,
  post: {
    action: writeVersion,
    input: ({ params }) => ({ item: params.item }),
    leadsTo: ({ item, lang }) => `/publications/${item}?in=${lang}&done=1`,
  },
});

const button = (name: string, needs: string, post: NonNullable<typeof contentEditorPage.post>) =>
  definePage<View>({ path: `/publications/:item/${name}`, audience: 'staff', needs, post: { input: ({ params }) => ({ item: params.item }), again: contentEditorPage, ...post } });

/** The buttons of the editor: show it, take it back, add and remove what stands beside it. */
export const contentButtons = [
  button('publish', 'portal.publish-content', { action: publishContent, leadsTo: ({ item }) => `/publications/${item}?done=1` }),
  button('withdraw', 'portal.withdraw-content', { action: withdrawContent, leadsTo: ({ item }) => `/publications/${item}?done=1` }),
  button('media', 'portal.add-medium', { action: addMedium, leadsTo: ({ item }) => `/publications/${item}?done=1` }),
  button('media/:medium/remove', 'portal.remove-medium', {
    action: removeMedium, input: ({ params }) => ({ item: params.item, medium: params.medium }), leadsTo: ({ item }) => `/publications/${item}?done=1`,
  }),
];

async function showEditor(visit: Visit<View>) {
  const { view, search } = visit;
  const words = portalWords(view);
  const item = await visit.ask(contentSheet, { item: visit.params.item });
  const at = `/publications/${item.id}`;
  const lang = contentLangs.find((one) => one === search.in) ?? versionFor(item.versions, undefined, view.locale.lang).lang;
  const title = item.versions[0]!.title;
  const actions = item.state === 'published'
    ? <><LinkButton kind="quiet" href={`/content/${item.id}`} icon="eye">{words('editor.see')}</LinkButton><PostButton view={view} action={`${at}/withdraw`} kind="danger">{words('editor.withdraw')}</PostButton></>
    : <PostButton view={view} action={`${at}/publish`} icon="globe">{words('editor.publish')}</PostButton>;
  return {
    title: words('editor.edit'),
    body: (
      <Stack>
        <PageTitle back={{ href: '/publications', label: words('editor.title') }} actions={actions}><bdi dir="auto" lang={item.versions[0]!.lang}>{title}</bdi></PageTitle>
        <p><Badge tone={stateTones[item.state]}>{words(`state.${item.state}`)}</Badge> {words(`kind.${item.kind}`)}</p>
        {search.done && Object.keys(visit.errors).length === 0 ? <Notice view={view} kind="success">{words('editor.saved')}</Notice> : null}
        <Card title={words('editor.versions')}>
          <Buttons>
            {contentLangs.map((one) => <LinkButton key={one} kind={one === lang ? 'primary' : 'quiet'} href={hrefWith(view, { in: one, done: null })} {...(item.versions.some((known) => known.lang === one) ? { icon: 'check' as const } : {})}><bdi lang={one}>{langName(one)}</bdi></LinkButton>)}
          </Buttons>
          <VersionForm visit={visit} item={item} lang={lang} />
        </Card>
        <Card title={words('editor.media')}>
          <MediaBeside view={view} media={item.media} lang={lang} after={({ id }) => <PostButton view={view} action={`${at}/media/${id}/remove`} kind="quiet">{words('editor.remove')}</PostButton>} />
          <MediumForm visit={visit} at={at} />
        </Card>
      </Stack>
    ),
  };
}

/** Values and errors belong to the form that was sent: the one of a version posts to the page itself, the other below it. */
const sentTo = (visit: Visit<View>, media: boolean) =>
  media === visit.view.path.endsWith('/media') ? { values: visit.values, errors: visit.errors } : { values: {}, errors: {} };

const VersionForm = ({ visit, item, lang }: { visit: Visit<View>; item: Item; lang: string }) => {
  const { view } = visit;
  const words = portalWords(view);
  const known = item.versions.find((version) => version.lang === lang);
  const sent = sentTo(visit, false);
  const f = { view, values: { title: known?.title, body: known?.body, status: known?.status ?? 'human', ...sent.values }, errors: sent.errors };
  const statuses = known?.status === 'original' ? (['original'] as const) : (['human', 'machine'] as const);
  return (
    <Form {...f} action={hrefWith({ path: `/publications/${item.id}`, search: '' }, { in: lang })}>
      <HiddenField name="lang" value={lang} />
      {known ? <HiddenField name="seen" value={known.changedAt.toISOString()} /> : null}
      <TextField {...f} required name="title" label={words('editor.item_title')} lang={lang} maxLength={200} />
      <TextArea {...f} required name="body" label={words('editor.body')} help={words('editor.body_help')} lang={lang} rows={14} maxLength={20_000} />
      <Radios {...f} required name="status" label={words('editor.status')} choices={statuses.map((value) => ({ value, label: words(`version.${value}`) }))} />
      <Button icon="check">{words('editor.save')}</Button>
    </Form>
  );
};

const MediumForm = ({ visit, at }: { visit: Visit<View>; at: string }) => {
  const { view } = visit;
  const words = portalWords(view);
  const f = { view, ...sentTo(visit, true) };
  const file = { ...f, unmarked: true, name: 'file', label: words('editor.file'), help: words('editor.file_help') };
  return (
    <Form {...f} withFile action={`${at}/media`}>
      <h3>{words('editor.add_medium')}</h3>
      <Field {...file}><input {...inputAttributes(file)} type="file" accept="image/png,image/jpeg,image/webp,audio/*" /></Field>
      <TextField {...f} unmarked name="url" type="url" label={words('editor.link')} help={words('editor.link_help')} maxLength={500} />
      <SelectField {...f} name="lang" label={words('editor.medium_language')} choices={langChoices()} />
      <MultilingualField {...f} required name="words" label={words('editor.medium_words')} help={words('editor.medium_words_help')} />
      <Button kind="quiet" icon="plus">{words('editor.add')}</Button>
    </Form>
  );
};
