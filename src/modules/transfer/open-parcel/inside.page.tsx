import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Bdi, FreeText, Ltr, PersonName } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { acceptParcel } from '../answer-parcel/accept-parcel.ts';
import type { ParcelContent } from '../parcel/content.ts';
import { HubName } from '../transfers/parcel-state.tsx';
import { transferWords } from '../words.ts';
import { openedParcel } from './opened-parcel.query.ts';

/** What is in a parcel, for who opened it with the words, and the button that receives her here. Without an open parcel it leads back to the words. */
export const insidePage = definePage<View>({
  path: '/transfers/:parcel/inside',
  audience: 'staff',
  needs: 'transfer.opened-parcel',
  show: async ({ view, params, ask, values, errors }) => {
    const words = transferWords(view);
    const parcel = await ask(openedParcel, { parcel: params.parcel! });
    const { content } = parcel;
    const f = { view, values, errors };
    return {
      title: words('inside.title'),
      quiet: true,
      ...(content ? {} : { movedTo: `/transfers/${parcel.parcel}/open` }),
      body: content ? (
        <Stack>
          <PageTitle back={{ href: '/transfers', label: words('back_to_list') }} lede={words('inside.lede')}><PersonName name={content.card.name} other={content.card.other} /></PageTitle>
          <Card>
            <Facts view={view} facts={[
              { label: words('from'), value: <HubName view={view} names={parcel.from} /> },
              { label: words('kind'), value: words(`kind.${content.kind}`) },
              { label: words('field.birth-year'), value: content.card.birthYear && <Ltr>{String(content.card.birthYear)}</Ltr> },
              { label: words('inside.summary'), value: content.summary ? <FreeText text={content.summary} /> : words('inside.none') },
              { label: words('inside.contacts'), value: <Contacts view={view} contacts={content.contacts} /> },
              { label: words('inside.plans'), value: <Plans view={view} plans={content.plans} follow={content.kind === 'move' && content.fields.includes('plan')} /> },
              { label: words('documents'), value: <Documents view={view} documents={content.documents} /> },
            ]} />
            <Form {...f}>
              <p className="soft">{words('inside.accept_help')}</p>
              <Buttons><Button icon="check">{words('inside.accept')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ) : null,
    };
  },
  post: { action: acceptParcel, input: ({ params }) => ({ parcel: params.parcel }), leadsTo: ({ person }: { person: string }) => `/people/${person}` },
});

const Contacts = ({ view, contacts }: { view: View; contacts: ParcelContent['contacts'] }): ReactNode =>
  contacts.length === 0 ? transferWords(view)('inside.none') : (
    <ul>{contacts.map(({ value, shared }) => <li key={value}><Ltr>{value}</Ltr>{shared ? <> · {transferWords(view)('inside.shared')}</> : null}</li>)}</ul>
  );

/** Goals and steps that whoever prepared the move could read; on a move her plans come over with the open files all the same. */
const Plans = ({ view, plans, follow }: { view: View; plans: ParcelContent['plans']; follow: boolean }): ReactNode => {
  const goals = plans.flatMap((plan) => plan.goals);
  if (goals.length === 0) return transferWords(view)(follow ? 'inside.plans_follow' : 'inside.none');
  return (
    <ul>
      {Object.entries(goals).map(([at, goal]) => (
        <li key={at}>
          <Bdi>{goal.words}</Bdi>
          {goal.steps.length ? <ul>{Object.entries(goal.steps).map(([n, step]) => <li key={n}><Bdi>{step.words}</Bdi>{step.dueOn ? <> · <CalendarDate view={view} value={step.dueOn} /></> : null}</li>)}</ul> : null}
        </li>
      ))}
    </ul>
  );
};

const Documents = ({ view, documents }: { view: View; documents: ParcelContent['documents'] }): ReactNode => {
  const words = transferWords(view);
  return <>{words('documents_count', { count: documents.length })}{documents.map(({ n, title }) => (title ? <span key={n}> · <Bdi>{title}</Bdi></span> : null))}</>;
};
