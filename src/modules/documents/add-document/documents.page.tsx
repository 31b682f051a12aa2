import { mostFileBytes, mostPictureBytes } from '#core/files/check-file.ts';
import { definePage, type Visit } from '#core/page.ts';
import { isUuid } from '#core/id.ts';
import { PersonHead } from '#modules/people/public.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Field, HiddenField, inputAttributes, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { documentList } from '../document/document-list.query.ts';
import { DocumentList } from '../document/document-list.tsx';
import { papers } from '../document/paper-kinds.ts';
import { documentsWords } from '../words.ts';
import { addDocument } from './add-document.ts';

const fileIn = ({ search }: Visit): string | undefined => (isUuid(search.case) ? search.case : undefined);
const here = (visit: Visit, more = ''): string => `/people/${visit.params.person}/documents${fileIn(visit) ? `?case=${fileIn(visit)}${more && `&${more}`}` : more && `?${more}`}`;
const megabytes = (bytes: number): number => bytes / 1_048_576;

/** The documents of a person, or of one file of hers (`?case=`), and the form that adds one. */
export const documentsPage = definePage<View>({
  path: '/people/:person/documents',
  audience: 'staff',
  needs: 'documents.document-list',
  namesPersons: true,
  show: async (visit) => {
    const { view, search } = visit;
    const words = documentsWords(view);
    const file = fileIn(visit);
    const { card, open, documents } = await visit.ask(documentList, { person: visit.params.person!, case: file });
    return {
      title: words('title'),
      quiet: true,
      body: (
        <Stack>
          {file
            ? <PageTitle lede={words('lede_case')} back={{ href: `/cases/${file}`, label: words('back_to_case') }}>{words('title')}</PageTitle>
            : <PersonHead visit={visit} card={card} side="documents" />}
          {search.done ? <Notice view={view} kind="success">{words(search.done === 'withdrawn' ? 'was_withdrawn' : 'kept')}</Notice> : null}
          {file ? null : <p className="soft">{words('lede')}</p>}
          {open || file ? null : <Notice view={view} kind="warning" title={words('closed')}>{words('closed_text')}</Notice>}
          <Card><DocumentList view={view} documents={documents} /></Card>
          {visit.may('documents.add-document') ? <AddForm visit={visit} /> : null}
        </Stack>
      ),
    };
  },
  post: {
    action: addDocument,
    input: (visit) => ({ person: visit.params.person, ...(fileIn(visit) ? { case: fileIn(visit) } : {}) }),
    leadsTo: (_, visit) => here(visit, 'done=1'),
  },
});

const AddForm = ({ visit }: { visit: Visit<View> }) => {
  const { view, values, errors } = visit;
  const words = documentsWords(view);
  const f = { view, values, errors };
  const file = { ...f, values: {}, name: 'file', label: words('file'), help: words('file_help', { pictures: megabytes(mostPictureBytes), others: megabytes(mostFileBytes) }), required: true };
  return (
    <Card title={words('add')}>
      <Form {...f} withFile native action={here(visit)}>
        <HiddenField name="file_name" value="" />
        <Field {...file}><input {...inputAttributes(file)} type="file" accept="image/jpeg,image/png,image/webp,image/avif,.pdf,.docx,.xlsx,audio/*" /></Field>
        <SelectField {...f} required name="paper" label={words('paper')} choices={papers.map((value) => ({ value, label: words(`paper.${value}`) }))} />
        <TextField {...f} name="title" label={words('name')} help={words('name_help')} maxLength={100} />
        <Buttons><Button icon="lock">{words('add_button')}</Button></Buttons>
      </Form>
    </Card>
  );
};
