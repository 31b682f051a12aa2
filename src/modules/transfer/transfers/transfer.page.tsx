import { definePage } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Bdi, Ltr, PersonName } from '#ui/bdi.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { withdrawTransfer } from '../prepare-transfer/withdraw-transfer.ts';
import { transferWords } from '../words.ts';
import { HubName, ParcelState } from './parcel-state.tsx';
import { transferSheet } from './transfer-sheet.query.ts';

/** What this hub keeps of somebody who left: number, day, hub, what she agreed to, what became of it. Never what was in it. */
export const transferPage = definePage<View>({
  path: '/transfers/:parcel',
  audience: 'staff',
  needs: 'transfer.transfer-sheet',
  show: async ({ view, ask, may, params, errors }) => {
    const words = transferWords(view);
    const sheet = await ask(transferSheet, { parcel: params.parcel! });
    const title = words('sheet.title', { number: String(sheet.number) });
    const prepares = may('transfer.prepare-transfer');
    return {
      title,
      body: (
        <Stack>
          <PageTitle back={{ href: '/transfers', label: words('back_to_list') }}>{title}</PageTitle>
          {errors[''] ? <Notice view={view} kind="warning">{errors['']}</Notice> : null}
          <Card>
            <Facts view={view} facts={[
              { label: words('who'), value: <a href={`/people/${sheet.card.id}`}><PersonName name={sheet.card.name} other={sheet.card.other} /></a> },
              { label: words('to'), value: <HubName view={view} names={sheet.to.names} /> },
              { label: words('state'), value: <ParcelState view={view} state={sheet.state} /> },
              sheet.reason && { label: words('reason'), value: words(`reason.${sheet.reason}`) },
              { label: words('kind'), value: words(`kind.${sheet.kind}`) },
              { label: words('fields'), value: sheet.fields.map((field) => words(`field.${field}`)).join(' · ') },
              { label: words('documents'), value: words('documents_count', { count: sheet.documents }) },
              { label: words('prepared'), value: <OnDate view={view} value={sheet.preparedAt} /> },
              { label: words('prepared_by'), value: sheet.preparedBy && <Bdi>{sheet.preparedBy}</Bdi> },
              sheet.state === 'waiting' && { label: words('until'), value: <OnDate view={view} value={sheet.until} /> },
              sheet.answeredAt && { label: words('answered'), value: <OnDate view={view} value={sheet.answeredAt} /> },
              { label: words('digest'), value: <small><Ltr>{sheet.digest.slice(0, 16)}</Ltr></small> },
            ]} />
            {sheet.state === 'waiting' && prepares ? (
              <>
                <p className="soft">{words('withdraw_help')}</p>
                <PostButton view={view} kind="danger" icon="cross" action={`/transfers/${sheet.parcel}/withdraw`}>{words('withdraw')}</PostButton>
              </>
            ) : null}
            {prepares && ['refused', 'late', 'withdrawn'].includes(sheet.state)
              ? <Buttons><LinkButton icon="signpost" href={`/people/${sheet.card.id}/transfer/${sheet.to.id}`}>{words('again')}</LinkButton></Buttons> : null}
          </Card>
        </Stack>
      ),
    };
  },
});

/** Takes it back. */
export const withdrawTransferPage = definePage<View>({
  path: '/transfers/:parcel/withdraw',
  audience: 'staff',
  needs: 'transfer.withdraw-transfer',
  post: { action: withdrawTransfer, input: ({ params }) => ({ parcel: params.parcel }), leadsTo: ({ parcel }: { parcel: string }) => `/transfers/${parcel}`, again: transferPage },
});
