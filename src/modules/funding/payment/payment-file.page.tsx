import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { AtTime, CalendarDate, Money, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { PostOnly } from '../buttons.ts';
import { fundingWords } from '../words.ts';
import { approvePaymentFile, dropPaymentFile, settleDouble } from './approve-payment-file.ts';
import { AnswerForm, Doubles } from './file-parts.tsx';
import { bringBankAnswer } from './bring-bank-answer.ts';
import { FileBadge } from './payment-files.page.tsx';
import { paymentFileSheet } from './payment-files.query.ts';
import { takeOutPaymentFile } from './take-out-payment-file.ts';

export type FileSheet = Awaited<ReturnType<(typeof paymentFileSheet)['spec']['run']>>;
/** A part of the page of one payment file. */
export interface FilePart { readonly visit: Visit<View>; readonly file: FileSheet }

/** One payment file: its payments, what looks the same, who made, approved and took it out, and what the bank said. */
export const paymentFilePage = definePage<View>({
  path: '/payment-files/:file',
  audience: 'staff',
  needs: 'funding.payment-file-sheet',
  show: async (visit) => {
    const { view, params, ask } = visit;
    const words = fundingWords(view);
    const file = await ask(paymentFileSheet, { file: params.file! });
    const by = (name: string | null, at: Date | null): ReactNode => (at ? <><Bdi>{name}</Bdi> · <AtTime view={view} value={at} /></> : '–');
    return {
      title: words('file', { number: file.number }),
      body: (
        <Stack>
          <PageTitle back={{ href: '/payment-files', label: words('files') }}>{words('file', { number: file.number })}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card>
            <Facts view={view} facts={[
              { label: words('grant.state'), value: <FileBadge view={view} state={file.state} /> },
              { label: words('file.total'), value: <><Money view={view} value={file.total} currency={file.currency} /> · <Num view={view} value={file.lines} /></> },
              { label: words('file.made'), value: by(file.madeBy, file.madeAt) }, { label: words('file.approved'), value: by(file.approvedBy, file.approvedAt) }, { label: words('file.taken'), value: by(file.executedBy, file.executedAt) },
              file.sha256 !== null && { label: words('file.hash'), value: <Ltr>{`${file.sha256.slice(0, 16)}…`}</Ltr> },
            ]} />
          </Card>
          <Doubles visit={visit} file={file} />
          <Card>
            <Table view={view} caption={words('file.lines')} rows={file.payments} rowKey={({ id }) => id} columns={[
              { key: 'reference', label: words('file.reference'), cell: ({ reference }) => <Ltr>{reference}</Ltr> },
              { key: 'purpose', label: words('grant.purpose'), cell: ({ purpose, grant }) => <a href={`/grants/${grant}`}><Bdi>{purpose}</Bdi></a> },
              { key: 'account', label: words('file.account'), cell: ({ ending }) => (ending ? <Ltr>{`…${ending}`}</Ltr> : '–') },
              { key: 'amount', label: words('grant.amount'), numeric: true, cell: ({ amount }) => <Money view={view} value={amount} currency={file.currency} /> },
              { key: 'state', label: words('file.bank'), cell: ({ state, day, reason }) => <><Badge tone={state === 'paid' ? 'olive' : state === 'ready' ? 'door' : 'rose'}>{words(`pstate.${state}`)}</Badge>{day ? <> <CalendarDate view={view} value={String(day)} /></> : null} <Bdi>{reason}</Bdi></> },
            ]} />
          </Card>
          <Next visit={visit} file={file} />
          <AnswerForm visit={visit} file={file} />
        </Stack>
      ),
    };
  },
});

const Next = ({ visit: { view, may }, file }: FilePart): ReactNode => {
  const words = fundingWords(view);
  const at = `/payment-files/${file.id}`;
  const unsettled = file.doubles.some(({ settledBy }) => settledBy === null);
  const approves = file.state === 'made' && may('funding.approve-payment-file') && !unsettled;
  const takes = file.state === 'approved' && may('funding.take-out-payment-file');
  const other = (approves && (file.iMade || file.iWroteAccount)) || (takes && (file.iMade || file.iApproved));
  return (
    <>
      {other ? <Notice view={view}>{words('file.other_hand')}</Notice> : null}
      {takes && !other ? <p className="soft">{words('file.take_out_help')}</p> : null}
      <Buttons>
        {approves && !other ? <PostButton view={view} icon="check" action={`${at}/approve`}>{words('file.approve')}</PostButton> : null}
        {takes && !other ? <PostButton view={view} icon="exit" action={`${at}/take-out`}>{words('file.take_out')}</PostButton> : null}
        {file.iTook && may('funding.payment-file-content') ? (['csv', 'xlsx'] as const).map((format) => <LinkButton key={format} kind="quiet" icon="download" href={`${at}/content.${format}`}>{words(`file.download_${format}`)}</LinkButton>) : null}
        {(file.state === 'made' || file.state === 'approved') && may('funding.drop-payment-file') ? <PostButton view={view} kind="danger" icon="cross" action={`${at}/drop`}>{words('file.drop')}</PostButton> : null}
      </Buttons>
    </>
  );
};

const input = ({ file }: Readonly<Record<string, string>>) => ({ file });

/** The forms that stand on the page of a payment file. */
export const fileForms: readonly PostOnly[] = [
  { path: '/payment-files/:file/approve', action: approvePaymentFile, input, again: paymentFilePage },
  { path: '/payment-files/:file/drop', action: dropPaymentFile, input, again: paymentFilePage },
  { path: '/payment-files/:file/take-out', action: takeOutPaymentFile, input, again: paymentFilePage },
  { path: '/payment-files/:file/answer', action: bringBankAnswer, input, again: paymentFilePage },
  { path: '/payment-files/:file/doubles/:double', action: settleDouble, input: ({ double }) => ({ double }), again: paymentFilePage },
];
