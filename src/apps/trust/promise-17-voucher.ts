import { visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { Refusal } from '#core/refusal.ts';
import { drawVouchers } from '#modules/currency/voucher/draw-vouchers.ts';
import { endVouchers, voidVoucher } from '#modules/currency/voucher/end-vouchers.ts';
import { redeemVoucher } from '#modules/currency/voucher/redeem-voucher.ts';
import { refundVoucher } from '#modules/currency/voucher/refund-voucher.ts';
import { voucherList } from '#modules/currency/voucher/voucher-list.query.ts';
import { voucherSheet } from '#modules/currency/voucher/voucher-sheet.query.ts';
import { proveLedger, transfer } from '#modules/ledger/public.ts';
import { openAidHub } from '#tests/fixtures/aid.ts';
import { openShop } from '#tests/fixtures/paying.ts';
import type { Kit } from './kit.ts';
import { withOwner } from './owner-client.ts';
import { askElsewhere, leaksElsewhere } from './ledger/known-elsewhere.ts';
import { tryOffline } from './ledger/offline-twice.ts';
import { noneOf, type TrustPromise } from './promise.ts';

/** Ten kinds of attempt, each with a paper of its own; sixty papers stand on a sheet. */
const KINDS = 10;
const SHEET = 60;
const signs = 'ACDEFHJKLMNPRTUVWXY3479';

export const voucherPromise: TrustPromise = {
  number: 17,
  name: 'voucher',
  title: 'a paper voucher is taken once and as it was printed: replayed, altered, over, voided, of another currency or taken twice by tills that were cut off, none is paid; a refund loop nets nothing; a sale that a phone made without a network is paid once; whether somebody is known at another hub is told as yes or no and nothing more',
  run: async (kit) => {
    const { attempts, faults } = await tryAll(kit, kit.rounds(200, 5_000), false);
    const offline = await tryOffline(kit, kit.rounds(60, 1_000));
    const elsewhere = await askElsewhere(kit, kit.rounds(6, 60, 200));
    const all = attempts + offline.attempts + elsewhere.attempts;
    return noneOf('vouchers or sales without a network paid that should not be, units that came of a loop, or more than yes or no told of another hub', all, [...faults, ...offline.faults, ...elsewhere.faults], all, [
      `${attempts} attempts at two tills of two shops`, `${offline.attempts} sales of two phones without a network`, `${elsewhere.attempts} questions at a hub about somebody of another`,
    ]);
  },
  // A house that forgets that a paper was taken, and fills it again; and one in which aid is read across hubs.
  plantedFault: async (kit) => (await tryAll(kit, 100, true)).faults.length > 0 && (await leaksElsewhere(kit)),
};

async function tryAll(kit: Kit, attempts: number, forgets: boolean): Promise<{ attempts: number; faults: string[] }> {
  await kit.hadina();
  const [hub, far] = [await openAidHub(), await openAidHub()];
  const { world: { house, network }, officer } = hub;
  const tills = [(await openShop(hub)).till, (await openShop(hub)).till] as const;
  const faults: string[] = [];
  const sheets = async (at: typeof hub, papers: number) => {
    const programme = await at.funded('9000');
    const found: { code: string; id: string; aid: string }[] = [];
    while (found.length < papers) {
      const person = await at.person();
      const { batch: given } = await at.grant(programme, [person]);
      const { rows: [row] } = await withOwner(kit, (owner) => owner.query<{ id: string }>('select id from currency.aid where batch_id = $1', [given]));
      const { batch } = await act(at.world.house, at.officer, drawVouchers, { aid: row!.id, pieces: String(SHEET), amount: '0.1' } as never);
      const [sheet, list] = [await ask(at.world.house, at.officer, voucherSheet, { batch }), await ask(at.world.house, at.officer, voucherList, { aid: row!.id })];
      found.push(...sheet.vouchers.map(({ code, serial }) => ({ code, id: list.vouchers.find((each) => each.serial === serial)!.id, aid: row!.id })));
    }
    return found;
  };
  /** Whether it was paid; a no must be one of the house's own, never a breakdown. */
  const paid = (code: string, more: Record<string, unknown> = {}, till = kit.random.below(2)): Promise<boolean> =>
    act(house, tills[till]!, redeemVoucher, { code, category: 'food', ...more } as never).then(() => true, (error: unknown) => {
      if (!(error instanceof Refusal)) faults.push(String(error));
      return false;
    });
  const wrong = (paper: string, kind: string, was: boolean): void => { if (was) faults.push(`${kind}: ${paper} was paid`); };
  const papers = await sheets(hub, Math.ceil(attempts / KINDS) * 2);
  const [foreign] = await sheets(far, 1);
  let made = 0;
  const count = (): void => { made += 1; };
  let n = 0;
  for (; made < attempts; n++) {
    const [one, two] = [papers[2 * n]!, papers[2 * n + 1]!];
    const place = kit.random.below(one.code.length);
    // Altered: one sign is another; a price above its worth; another currency; a paper of another hub; bought what may never be.
    const sign = signs[(signs.indexOf(one.code[place]!) + 1 + kit.random.below(signs.length - 1)) % signs.length]!;
    wrong(one.id, 'altered', await paid(one.code.slice(0, place) + sign + one.code.slice(place + 1))); count();
    wrong(one.id, 'above its worth', await paid(one.code, { amount: '0.101' })); count();
    wrong(one.id, 'other currency', await paid(one.code, { currency: 'EUR' })); count();
    wrong(foreign!.id, 'of another hub', await paid(foreign!.code)); count();
    wrong(one.id, 'never bought', await paid(one.code, { category: 'tobacco' })); count();
    // Two tills that were cut off took the same paper and send it in at once.
    const both = await Promise.all([paid(one.code, {}, 0), paid(one.code, {}, 1)]);
    if (both.filter(Boolean).length !== 1) faults.push(`taken offline by two: ${one.id} was paid ${both.filter(Boolean).length} times`);
    count();
    if (forgets) await forget(one);
    wrong(one.id, 'replayed', await paid(one.code)); count();
    // A loop: given back, taken again.
    await Promise.all(tills.map((till) => act(house, till, refundVoucher, { code: one.code }).catch(() => null)));
    wrong(one.id, 'taken again after it was given back', await paid(one.code)); count();
    wrong(one.id, 'given back twice', await Promise.all(tills.map((till) => act(house, till, refundVoucher, { code: one.code }).then(() => true, () => false))).then((all) => all.some(Boolean))); count();
    // The other paper is lost, or its last day was changed in its row.
    if (n % 2 === 0) await act(house, officer, voidVoucher, { voucher: two.id });
    else await withOwner(kit, (owner) => owner.query('update currency.voucher set expires_on = expires_on - 400 where id = $1', [two.id]));
    wrong(two.id, n % 2 === 0 ? 'voided' : 'with a day changed by hand', await paid(two.code)); count();
  }
  // Weeks later the rest is over.
  await act(house, { ...visitor(network), app: 'job' }, endVouchers, { at: new Date(Date.now() + 100 * 86_400_000).toISOString() });
  for (const { code, id } of papers.slice(2 * n, 2 * n + 40)) { wrong(id, 'over', await paid(code)); count(); }
  faults.push(...(await inside(({ tx }) => proveLedger(tx, network, hub.instrument))).faults);
  // Every paper was voided, ended or given back: no shop has a unit, whatever was tried.
  const { rows } = await withOwner(kit, (owner) => owner.query<{ left: string }>(`select coalesce(sum(balance_minor), 0) as left from ledger.account where book_id = $1 and kind = 'merchant'`, [hub.instrument]));
  if (rows[0]!.left !== '0') faults.push(`loops left ${rows[0]!.left} with shops`);
  return { attempts: made, faults };

  function inside<R>(work: (asking: { tx: never; network: string; actor: ReturnType<typeof visitor>; now: Date }) => Promise<R>): Promise<R> {
    const actor = { ...visitor(network), app: 'job' as const };
    return inTransaction(house.app, beginFor(actor, { jobHubs: [hub.world.hub] }), (tx, now) => work({ tx: tx as never, network, actor, now }));
  }
  async function forget({ id, aid }: { id: string; aid: string }): Promise<void> {
    await withOwner(kit, (owner) => owner.query(`update currency.voucher set state = 'issued', number = null, shop_id = null, organization_id = null, paid_minor = null, payment_id = null where id = $1`, [id]));
    await inside((asking) => transfer(asking, hub.instrument, { key: newId(), from: aid, to: id, amount: 100 }));
  }
}
