import { mediaTypes } from '#core/files/media-type.ts';
import { NotFound } from '#core/refusal.ts';
import { definePage, type Visit } from '#core/page.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Audio } from '#ui/audio.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { renameDocument } from '../rename-document/rename-document.ts';
import { withdrawDocument } from '../withdraw-document/withdraw-document.ts';
import { documentsWords } from '../words.ts';
import { DocumentName, sizeOf } from './document-list.tsx';
import { documentSheet } from './document-sheet.query.ts';
import { withdrawals } from './document-tables.ts';

const here = ({ params }: Visit): string => `/people/${params.person}/documents/${params.document}`;
const listOf = (person: string, parent: { of: string; parent: string }): string =>
  parent.of === 'application' ? `/applications/${parent.parent}/papers` : `/people/${person}/documents${parent.of === 'case' ? `?case=${parent.parent}` : ''}`;

/** One document: what it is, the picture itself or the way to the file, another title, and its end. */
export const documentPage = definePage<View>({
  path: '/people/:person/documents/:document',
  audience: 'staff',
  needs: 'documents.document-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = documentsWords(view);
    const known = await visit.ask(documentSheet, { document: params.document! });
    if (known.person !== params.person) throw new NotFound();
    const { shown } = mediaTypes[known.mediaType];
    return {
      title: words('document'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle back={{ href: listOf(known.person, known), label: words('back_to_list') }} actions={<LinkButton icon="download" href={`/documents/${known.id}`}>{words('save_copy')}</LinkButton>}><DocumentName view={view} of={known} /></PageTitle>
          {visit.search.done ? <Notice view={view} kind="success">{words('kept')}</Notice> : null}
          <Card>
            {shown === 'picture' ? <img className="kept-picture" src={`/documents/${known.id}?inline=1`} alt={words(`paper.${known.paper}`)} /> : null}
            {shown === 'sound' ? <Audio view={view} src={`/documents/${known.id}?inline=1`} label={words('listen')} /> : null}
            {shown === 'file' ? <p>{words('as_it_came')}</p> : null}
            <Facts view={view} facts={[
              { label: words('paper'), value: words(`paper.${known.paper}`) },
              { label: words('size'), value: <bdi>{sizeOf(view, known.bytes)}</bdi> },
              { label: words('added'), value: <AtTime view={view} value={known.addedAt} /> },
              known.addedBy ? { label: words('added_by'), value: <Bdi>{known.addedBy}</Bdi> } : null,
            ]} />
          </Card>
          {visit.may('documents.rename-document') ? <Changes visit={visit} title={known.title} /> : null}
        </Stack>
      ),
    };
  },
  post: { action: renameDocument, input: ({ params }) => ({ document: params.document }), leadsTo: (_, visit) => `${here(visit)}?done=1` },
});

const Changes = ({ visit, title }: { visit: Visit<View>; title: string | null }) => {
  const { view, values, errors } = visit;
  const words = documentsWords(view);
  const withdrawing = view.path.endsWith('/withdraw');
  const f = { view, values: withdrawing ? { title } : { title, ...values }, errors: withdrawing ? {} : errors };
  const w = { view, values: withdrawing ? values : {}, errors: withdrawing ? errors : {} };
  return (
    <>
      <Card title={words('rename')}>
        <Form {...f} action={here(visit)}>
          <TextField {...f} required name="title" label={words('name')} maxLength={100} />
          <Buttons><Button kind="quiet" icon="check">{words('rename_button')}</Button></Buttons>
        </Form>
      </Card>
      <Card title={words('withdraw')}>
        <p>{words('withdraw_help')}</p>
        <Form {...w} action={`${here(visit)}/withdraw`}>
          <Radios {...w} required name="why" label={words('why')} choices={withdrawals.map((value) => ({ value, label: words(`withdrawn_why.${value}`) }))} />
          <Buttons><Button kind="danger" icon="cross">{words('withdraw_button')}</Button></Buttons>
        </Form>
      </Card>
    </>
  );
};

/** Destroys a document's content; then the list says so. */
export const withdrawDocumentPage = definePage<View>({
  path: '/people/:person/documents/:document/withdraw',
  audience: 'staff',
  needs: 'documents.withdraw-document',
  post: {
    action: withdrawDocument, input: ({ params }) => ({ document: params.document }),
    leadsTo: ({ person, case: file }: { person: string; case?: string }) => `/people/${person}/documents?${file ? `case=${file}&` : ''}done=withdrawn`, again: documentPage,
  },
});
