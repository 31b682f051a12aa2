import type { ReactNode } from 'react';
import { z } from 'zod';
import { InvalidInput, NotFound } from '#core/refusal.ts';
import { definePage, type Visit } from '#core/page.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { number } from '#core/words/format.ts';
import { type Named, nameFor } from '#core/words/named.ts';
import type { View } from '#ui/view.ts';
import { countable, proofs } from '../kept/countable.ts';
import { keptName } from '../kept/kept-shown.tsx';
import { keptWords } from '../kept/kept-words.ts';
import { periodName } from '../show/names.ts';
import { evidenceWords } from '../words.ts';
import { houseKey, releasedFigure } from './figure-receipt.query.ts';
import { proofWords } from './proof-words.ts';
import type { ReceiptBody } from './receipt.ts';

/** Anyone checks a figure that was made public by the number printed beside it. */
export const verifyPage = definePage<View>({
  path: '/verify',
  audience: 'citizen',
  needs: 'evidence.house-key',
  show: async (visit) => {
    const { view, search } = visit;
    const words = proofWords(view);
    const { key } = await visit.ask(houseKey, {});
    const asked = search.figure?.trim();
    return {
      title: words('check'),
      body: (
        <Stack>
          <PageTitle lede={words('check.lede')} back={{ href: '/numbers', label: evidenceWords(view)('numbers.title') }}>{words('check')}</PageTitle>
          <Filters view={view} leadsOn><TextField view={view} values={{ figure: asked ?? '' }} errors={{}} unmarked name="figure" label={words('check.number')} ltr maxLength={60} /></Filters>
          {asked ? <Answer visit={visit} figure={asked} of={await lookUp(visit, asked)} /> : null}
          <Card title={words('receipt.key')}>
            <p className="breakable"><Ltr>{key}</Ltr></p>
            <p>{words('receipt.key_help')}</p>
            <p>{words('receipt.offline', { command: `hadina\u00a0verify\u00a0receipt` })}</p>
            <p><a href="/heads">{evidenceWords(view)('numbers.heads')}</a></p>
          </Card>
        </Stack>
      ),
    };
  },
});

type Found = Awaited<ReturnType<(typeof releasedFigure)['spec']['run']>> | null;

/** What was made public under this number; nothing for what was not, and for what is no number at all. */
const lookUp = (visit: Visit<View>, figure: string): Promise<Found> => visit.ask(releasedFigure, { figure }).catch((error: unknown) => {
  if (error instanceof NotFound || error instanceof InvalidInput) return null;
  throw error;
});

const Answer = ({ visit: { view }, figure, of }: { visit: Visit<View>; figure: string; of: Found }): ReactNode => {
  const words = proofWords(view);
  if (!of) return <Notice view={view} kind="warning" title={words('check.none')}>{words('check.none_says')}</Notice>;
  if (!of.said) return <Notice view={view} kind="danger">{words('check.altered')}</Notice>;
  return (
    <>
      <Notice view={view} kind={of.headStands ? 'success' : 'danger'} title={of.headStands ? words('check.good_title') : undefined}>{words(of.headStands ? 'check.good' : 'check.head_gone')}</Notice>
      <Card title={<Bdi>{keptName(view, of.said.names)}</Bdi>}>
        <ReceiptFacts view={view} of={of.said} releasedAt={of.releasedAt} />
        <Buttons><LinkButton kind="quiet" icon="download" href={`/receipts/${figure}.json`}>{words('receipt.take')}</LinkButton></Buttons>
      </Card>
    </>
  );
};

const ReceiptFacts = ({ view, of, releasedAt }: { view: View; of: ReceiptBody; releasedAt: Date }): ReactNode => {
  const words = proofWords(view);
  const figures = evidenceWords(view);
  return (
    <Facts view={view} facts={[
      { label: keptWords(view)('value'), value: <strong><Bdi>{of.value === null ? figures('kept.short') : number(Number(of.value), view.locale)}</Bdi></strong> },
      { label: figures('opened.period'), value: <Bdi>{periodName(view, of)}</Bdi> },
      of.version !== null && { label: keptWords(view)('version'), value: keptWords(view)('version.of', { version: of.version }) },
      { label: words('receipt.counts'), value: <Counts view={view} definition={of.definition} /> },
      { label: words('receipt.definition'), value: <span className="breakable"><Ltr>{of.definition}</Ltr></span> },
      { label: words('receipt.suppression'), value: of.suppression === 'exact' ? words('receipt.exact') : figures('kept.note') },
      of.head_seq !== null && { label: figures('opened.head'), value: <span className="breakable">{figures('opened.head_value', { seq: of.head_seq })} · <Ltr>{of.head_hash!.match(/.{16}/g)!.join(' ')}</Ltr></span> },
      { label: keptWords(view)('printed_at'), value: <AtTime view={view} value={releasedAt} /> },
    ]} />
  );
};

const said = z.object({ events: z.array(z.string()), proofs: z.array(z.string()) });

/** What a definition counts, in words: its events and the proof they need. */
const Counts = ({ view, definition }: { view: View; definition: string }): ReactNode => {
  const { events, proofs: needed } = said.parse(JSON.parse(definition));
  const named = (all: Readonly<Record<string, { readonly names: Named }>>, codes: readonly string[]) => codes.map((code) => (all[code] ? nameFor(all[code].names, view.locale) : code)).join(' · ');
  return <div><div>{named(countable, events)}</div><div className="soft">{needed.length ? named(proofs, needed) : keptWords(view)('proofs.none')}</div></div>;
};
