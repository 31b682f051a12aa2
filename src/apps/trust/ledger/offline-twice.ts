import { act, ask } from '#core/pipeline.ts';
import { Refusal } from '#core/refusal.ts';
import { holderSheet } from '#modules/currency/card/holder-sheet.query.ts';
import { allowOfflineSales } from '#modules/currency/offline/allow-offline-sales.ts';
import { openAidHub } from '#tests/fixtures/aid.ts';
import { openPhone, type SentSale } from '#tests/fixtures/offline-phone.ts';
import { giveReadyCard, openShop } from '#tests/fixtures/paying.ts';
import type { Kit } from '../kit.ts';

const SALE = 10;
const GRANTED = 120_000;

/** Two phones of two shops without a network, one card: sales sent three times at once, again later, altered, by another shop, out of their order, under a used number, and more than there is. What stands in her wallet must tell of each sale once. */
export async function tryOffline(kit: Kit, attempts: number): Promise<{ attempts: number; faults: string[] }> {
  await kit.hadina();
  const hub = await openAidHub();
  const { world: { house }, supervisor, officer } = hub;
  const shops = [await openShop(hub), await openShop(hub)] as const;
  for (const { merchant } of shops) await act(house, supervisor, allowOfflineSales, { merchant, currency: 'TND', card: '100', till: '400' } as never);
  const person = await hub.person();
  await hub.grant(await hub.funded('500'), [person]);
  const { code: card } = await giveReadyCard(hub, person);
  const phones = [await openPhone(house, shops[0].till, shops[0].merchant), await openPhone(house, shops[1].till, shops[1].merchant)] as const;
  const faults: string[] = [];
  let [made, due] = [0, 0];
  const never = async (kind: string, sent: Promise<{ answer: string }>): Promise<void> => {
    made += 1;
    const answer = await sent.then(({ answer: said }) => said, (error: unknown) => (error instanceof Refusal ? 'no' : String(error)));
    if (answer !== 'no') faults.push(`${kind}: ${answer}`);
  };
  const once = async (kind: string, sent: readonly Promise<{ answer: string; receipt: string | null }>[]): Promise<void> => {
    made += sent.length;
    const answers = await Promise.all(sent);
    if (answers.some(({ answer }) => answer !== 'paid') || new Set(answers.map(({ receipt }) => receipt)).size !== 1) faults.push(`${kind}: ${JSON.stringify(answers)}`);
  };
  while (made < attempts) {
    const place = kit.random.below(2);
    const [one, two] = [phones[place]!, phones[1 - place]!];
    const [sale, next]: [SentSale, SentSale] = [one.sell({ card, amount: SALE }), one.sell({ card, amount: SALE })];
    await never('altered', one.send({ ...sale, amount: SALE * (2 + kit.random.below(1_000)) }));
    await never('by another shop', one.send(sale, shops[1 - place]!.till));
    await never('out of its order', one.send(next));
    await once('three times at once', [one.send(sale), one.send(sale), one.send(sale)]);
    await never('another under a used number', one.send(one.signSale({ ...next, number: sale.number, previous: sale.previous })));
    await once('one card at two phones', [one.send(next)]);
    await once('one card at two phones', [two.send(two.sell({ card, amount: SALE }))]);
    await once('again later', [one.send(sale), one.send(sale)]);
    due += 3;
  }
  // More than there may be in a day, at both phones at once: one of them is paid.
  const both = await Promise.all(phones.map((phone) => phone.send(phone.sell({ card, amount: 60_000 }))));
  made += 2;
  if (both.filter(({ answer }) => answer === 'paid').length !== 1) faults.push(`the bound of a day: ${JSON.stringify(both)}`);
  const left = (await ask(house, officer, holderSheet, { person })).wallets.reduce((sum, { free }) => sum + free, 0);
  if (left !== GRANTED - due * SALE - 60_000) faults.push(`${GRANTED - left} left the wallet where ${due * SALE + 60_000} were sold`);
  return { attempts: made, faults };
}
