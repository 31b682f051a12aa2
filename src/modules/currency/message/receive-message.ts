import { createHash } from 'node:crypto';
import { type Actor, visitor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { act, ask } from '#core/pipeline.ts';
import { Refusal } from '#core/refusal.ts';
import { readPhone } from '#modules/people/public.ts';
import { confirmPrice } from './confirm-price.ts';
import { loseByMessage } from './lose-by-message.ts';
import { messageSender } from './message-sender.query.ts';
import { namePrice } from './name-price.ts';
import { noteRefused } from './note-refused.ts';
import { type Command, langOf, readCommand } from './read-command.ts';
import { type Answer, smsText } from './sms-text.ts';
import type { MessageLang } from './tables.ts';
import { tellBalance } from './tell-balance.ts';

/** A message as a gateway brings it, once it is known that the gateway did. */
export interface Received { readonly id: string; readonly from: string; readonly text: string }

/** What is answered, and to which number; nothing where what brought it is no telephone. */
export interface Replied { readonly to: string | null; readonly lang: MessageLang; readonly text: string }

type Plain = Exclude<Answer['answer'], 'balance' | 'ask' | 'what' | 'paid' | 'wrong'>;

/** Each no of a sale as one line. */
const lines: Readonly<Record<string, Plain>> = {
  'till-card-unknown': 'no_card', 'till-card-stopped': 'locked', 'till-never': 'never', 'till-category': 'category', 'category-not-sold': 'category', 'till-over': 'over', 'till-not-enough': 'not_enough', 'till-day': 'day',
  'no-merchant': 'no_shop', 'merchant-suspended': 'shop_stopped', 'agreement-over': 'shop_stopped', 'sale-above-limit': 'above', 'day-above-limit': 'above', 'amount-odd': 'amount', 'currency-missing': 'currency',
  'asked-unknown': 'no_request', 'asked-paid': 'paid_before', 'asked-over': 'too_late',
};

/**
 * Hears one message and gives its answer. The same message, brought twice, is done once and answered the same: what was done by the key of its action, what was
 * refused by a row of its own. The number is read as one dials it in the country of the network.
 */
export async function receiveMessage(house: House, { network, country }: { readonly network: string; readonly country: string }, received: Received): Promise<Replied> {
  const job: Actor = { ...visitor(network), app: 'job' };
  const command = readCommand(received.text);
  const to = readPhone(received.from, country) ?? null;
  const message = asMessageId(network, received.id);
  const sender = to === null ? null : await ask(house, job, messageSender, { from: to, message, number: command.command === 'confirm' ? command.number : undefined });
  if (!sender) return { to, lang: langOf(received.text), text: smsText({ answer: 'stranger' }, langOf(received.text)) };
  const said = (answer: Answer): Replied => ({ to, lang: sender.lang, text: smsText(answer, sender.lang) });
  if (sender.refused) return said({ answer: lines[sender.refused]! });
  return said(await answerTo(house, job, command, sender, message).catch(async (error: unknown): Promise<Answer> => {
    const code = error instanceof Refusal ? error.code.replace(/^currency\./, '') : '';
    if (!lines[code]) throw error;
    await act(house, job, noteRefused, { phone: sender.phone, hub: sender.hub, message, code });
    return { answer: lines[code] };
  }));
}

type Sender = { readonly phone: string; readonly card: { readonly link: string } | null; readonly asked: string | null };

async function answerTo(house: House, job: Actor, command: Command, { phone, card, asked }: Sender, key: string): Promise<Answer> {
  if (command.command === 'unclear') return { answer: `unclear_${command.why}` };
  if (!card) throw new Refusal('currency.till-card-unknown');
  const brought = { phone, card: card.link };
  switch (command.command) {
    case 'balance': return act(house, job, tellBalance, { ...brought, pin: command.pin }, { key });
    case 'pay': return act(house, job, namePrice, { ...brought, shop: command.shop, amount: command.amount, what: command.what ?? '', currency: command.currency ?? '' }, { key });
    case 'confirm':
      if (!asked) throw new Refusal('currency.asked-unknown');
      return act(house, job, confirmPrice, { ...brought, asked, pin: command.pin }, { key });
    case 'lost': return act(house, job, loseByMessage, brought, { key });
  }
}

/** The key of a message: the same for what a gateway calls by the same name. A UUID of version 8. */
function asMessageId(network: string, id: string): string {
  const bytes = createHash('sha256').update(`${network}|message|${id}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
