import { z } from 'zod';
import { choice, id, maybe, text } from '#core/input.ts';
import { query } from '../evidence.ts';
import { openFigure } from '../figure/open-figure.ts';
import type { Indicator } from '../indicator/indicator.ts';
import { findIndicator, indicatorCodes } from '../indicator/indicators-of-the-desk.ts';
import { cuts } from '../reading/cut.ts';
import { newestHeads } from '../reading/head.ts';
import { closedPeriod, month } from '../reading/period.ts';
import { digestOfDefinition, type ReceiptBody, receiptFile, readReceipt } from './receipt.ts';

/** What a figure declared in code counts, as one text: the same for the same rule in every network. */
export const declaredText = ({ code, unit, events, counting, currency }: Indicator): string => JSON.stringify({ code, unit, counting, currency: currency ?? null, events: [...events].sort() });

/** The signed receipt of one public number of the network: a closed month, small numbers kept back, as `/numbers` shows it. */
export const numberReceipt = query({
  name: 'number-receipt',
  says: 'Gives the signed receipt of one public number of the network.',
  login: 'report',
  input: z.strictObject({ indicator: choice(indicatorCodes), month: month(), by: maybe(choice(cuts)), key: maybe(text(60)) }),
  run: async ({ tx, network, now, vault }, { indicator: code, month: asked, ...which }) => {
    const { shown, by, key, period, head } = await openFigure(tx, { network, reading: { over: 'network', exact: false }, period: closedPeriod(asked, now), indicator: code, ...which });
    const one = findIndicator(code)!;
    const definition = declaredText(one);
    const said: ReceiptBody = {
      hadina_receipt: 1, network, figure: null, indicator: code, names: { ar: one.names.ar, fr: one.names.fr, en: one.names.en }, unit: one.unit, definition, definition_digest: digestOfDefinition(definition, null), version: null,
      over: 'network', hub: null, from: period.from, to: period.to, cut: by, cut_key: key, value: shown.value === null ? null : shown.value.toFixed(4), suppression: 'small-kept-back', events: null, events_digest: null,
      head_seq: head?.seq ?? null, head_hash: head?.hash ?? null, said_at: now.toISOString(),
    };
    return { file: receiptFile(vault.receipt(JSON.stringify(said))) };
  },
});

/** A figure that was made public, looked up by the number printed beside it; with what its receipt says and whether its seal stands among the published ones. */
export const releasedFigure = query({
  name: 'released-figure',
  says: 'Looks up a figure that was made public, with its receipt and the seal it was read at.',
  input: z.strictObject({ figure: id() }),
  run: async ({ tx, network, vault, absent }, { figure }) => {
    const row = await tx.selectFrom('evidence.released_figure').select(['body', 'signature', 'released_at as releasedAt']).where('network_id', '=', network).where('figure_id', '=', figure).executeTakeFirst() ?? absent();
    const file = receiptFile({ body: row.body, signature: row.signature, key: vault.receiptKey() });
    const read = readReceipt(file);
    if (read.wrong) return { file, releasedAt: row.releasedAt, wrong: read.wrong, said: null, headStands: false };
    const heads = await tx.selectFrom('core.head').select('hash').where('network_id', '=', network).where('seq', '=', BigInt(read.said.head_seq!)).execute();
    return { file, releasedAt: row.releasedAt, wrong: null, said: read.said, headStands: heads.some(({ hash }) => hash.toString('hex') === read.said.head_hash) };
  },
});

/** The key by which receipts and seals of this house are known, and the newest seal, for anybody to note down. */
export const houseKey = query({
  name: 'house-key',
  says: 'Tells the public key that signs receipts and seals.',
  input: z.strictObject({}),
  run: async ({ tx, network, vault }) => ({ key: vault.receiptKey().toString('base64url'), head: (await newestHeads(tx, network, 1))[0] ?? null }),
});
