import { definePage, type Visit } from '#core/page.ts';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { OnDate } from '#ui/amounts.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextArea } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { refuseParcel } from '../answer-parcel/refuse-parcel.ts';
import { refusalReasons } from '../codes.ts';
import { HubName } from '../transfers/parcel-state.tsx';
import { transferWords } from '../words.ts';
import { openParcel } from './open-parcel.ts';
import { openedParcel } from './opened-parcel.query.ts';

/** A number that arrived: its sender, a place for the words she says, and the way to send it back. */
export const openParcelPage = definePage<View>({
  path: '/transfers/:parcel/open',
  audience: 'staff',
  needs: 'transfer.open-parcel',
  show: async (visit) => {
    const { view, params, ask } = visit;
    const words = transferWords(view);
    const parcel = await ask(openedParcel, { parcel: params.parcel! });
    const title = words('open.title', { number: String(parcel.number) });
    const over = parcel.state !== 'waiting';
    return {
      title,
      quiet: true,
      body: (
        <Stack>
          <PageTitle back={{ href: '/transfers', label: words('back_to_list') }} lede={over || parcel.content ? null : words('open.lede')}>{title}</PageTitle>
          {over ? <Notice view={view} kind="warning" title={words('open.over')}>{words('open.over_text', { state: parcel.state })}</Notice> : null}
          <Card>
            <Facts view={view} facts={[
              { label: words('from'), value: <HubName view={view} names={parcel.from} /> },
              { label: words('until'), value: <OnDate view={view} value={parcel.until} /> },
            ]} />
            {parcel.content ? <Buttons><LinkButton icon="folder" href={`/transfers/${parcel.parcel}/inside`}>{words('inside.title')}</LinkButton></Buttons> : over ? null : <Words visit={visit} />}
          </Card>
          {over ? null : <SendBack visit={visit} />}
        </Stack>
      ),
    };
  },
  post: { action: openParcel, input: ({ params }) => ({ parcel: params.parcel }), leadsTo: ({ parcel }: { parcel: string }) => `/transfers/${parcel}/inside` },
});

const Words = ({ visit }: { visit: Visit<View> }) => {
  const { view, values, errors, params } = visit;
  const words = transferWords(view);
  const f: FormState = { view, values, errors: errors.reason ? {} : errors };
  return (
    <Form {...f} action={`/transfers/${params.parcel}/open`}>
      <TextArea {...f} required name="words" label={words('open.words')} help={words('open.words_help')} rows={2} maxLength={200} />
      <Buttons><Button icon="lock">{words('open.button')}</Button></Buttons>
    </Form>
  );
};

const SendBack = ({ visit }: { visit: Visit<View> }) => {
  const { view, values, errors, params } = visit;
  const words = transferWords(view);
  const f: FormState = { view, values, errors: errors.reason ? { reason: errors.reason } : {} };
  return (
    <details open={Boolean(errors.reason)}>
      <summary>{words('refuse.title')}</summary>
      <p className="soft">{words('refuse.help')}</p>
      <Form {...f} action={`/transfers/${params.parcel}/refuse`}>
        <Radios {...f} required name="reason" label={words('reason')} choices={refusalReasons.map((value) => ({ value, label: words(`reason.${value}`) }))} />
        <Buttons><Button kind="danger" icon="back">{words('refuse.button')}</Button></Buttons>
      </Form>
    </details>
  );
};

/** Sends it back. */
export const refuseParcelPage = definePage<View>({
  path: '/transfers/:parcel/refuse',
  audience: 'staff',
  needs: 'transfer.refuse-parcel',
  post: { action: refuseParcel, input: ({ params }) => ({ parcel: params.parcel }), leadsTo: () => '/transfers', again: openParcelPage },
});
