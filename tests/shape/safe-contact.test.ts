import { expect, it } from 'vitest';
import { fencedSteps, productSources, tellingTexts, waysPastTheGate } from '#apps/trust/contact/send-paths.ts';
import { messagesWords } from '#modules/messages/words.ts';
import { templateNames } from '#modules/messages/template/templates.ts';

const sources = productSources();
const planted = (file: string, text: string) => waysPastTheGate(new Map([...sources, [file, text]]));

it('every way to somebody’s phone or mailbox leads through the gate of safe contact', () => {
  expect(sources.size).toBeGreaterThan(1_000);
  expect(fencedSteps).toBeGreaterThan(10);
  expect(waysPastTheGate(sources)).toEqual([]);
});

it.each([
  ['a mail library', "import { createTransport } from 'nodemailer';"], ['a carrier', 'mailCarrier(url, from)'], ['a letter handed over', 'carrierFor(channel, outbound)'],
  ['another machine called', 'await house.outbound.send(url)'], ['a message written down', "tx.insertInto('messages.message')"], ['a message let go', "set({ state: 'released' })"],
  ['an address opened', 'contactValue(doing, one)'], ['a link that calls', '<a href={`tel:${number}`}>'], ['a link that writes', '<a href="https://wa.me/216">'],
])('%s elsewhere is seen', (_, text) => {
  expect(planted('src/modules/desk/planted.ts', text)).toHaveLength(1);
});

it('a step that no longer asks the gate is seen', () => {
  for (const file of ['src/modules/messages/release/release-message.ts', 'src/modules/messages/queue/keep-message.ts', 'src/modules/people/safe-contact/ways-to-reach.ts', 'src/modules/people/person-contact/person-contact.page.tsx']) {
    expect(planted(file, ''), file).toEqual([`${file} no longer asks the gate`]);
  }
});

it('the texts that may leave say nothing of a hub, a service or a reason, in every language', () => {
  for (const lang of ['ar', 'fr', 'en'] as const) {
    expect(templateNames.every((name) => messagesWords.files[lang][`text.${name}`])).toBe(true);
    expect(tellingTexts(messagesWords.files[lang])).toEqual([]);
  }
  expect(tellingTexts({ 'text.x': 'مركز الحماية', 'text.y': 'hello {name}' })).toHaveLength(2);
});
