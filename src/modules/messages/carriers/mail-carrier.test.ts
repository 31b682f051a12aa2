import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { Letter } from './carrier.ts';
import { carrierFor, openChannels } from './carriers.ts';
import { mailCarrier } from './mail-carrier.ts';

let server: Server;
afterEach(() => { server?.close(); });

const letter: Letter = { id: '01930000-0000-7000-8000-000000000001', channel: 'email', to: 'her@example.org', subject: 'رسالة قصيرة', text: 'الدار: مرحبا.', lang: 'ar' };

/** The least of a mail server: says yes to everything but the recipient it was told to refuse. */
async function mailServer(refusing = 0): Promise<{ url: string; heard: () => string }> {
  let heard = '';
  server = createServer((socket) => {
    let inText = false;
    socket.write('220 here\r\n');
    socket.on('data', (bytes) => {
      const said = bytes.toString();
      heard += said;
      if (inText) { if (said.endsWith('\r\n.\r\n')) { inText = false; socket.write('250 kept\r\n'); } return; }
      if (/^DATA/i.test(said)) { inText = true; socket.write('354 go on\r\n'); }
      else if (refusing && /^RCPT/i.test(said)) socket.write(`${refusing} no\r\n`);
      else socket.write('250 yes\r\n');
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, heard: () => heard };
}

it('a letter leaves by the mail server of the house, with our id and the neutral text', async () => {
  const { url, heard } = await mailServer();
  expect(await mailCarrier(url, 'maison@example.org').carry(letter)).toEqual({ ok: true });
  expect(heard()).toContain('RCPT TO:<her@example.org>');
  expect(heard()).toContain(`Message-ID: <${letter.id}@message.invalid>`);
  expect(heard().replace(/=\r\n/g, '')).toContain(Buffer.from('الدار: مرحبا.').toString('base64').slice(0, 12));
});

it('a server that says no for good is not asked again, one that is busy or away is', async () => {
  const carry = async (code: number) => mailCarrier((await mailServer(code)).url, 'maison@example.org').carry(letter);
  expect(await carry(550)).toEqual({ ok: false, reason: 'mail-server', again: false });
  server.close();
  expect(await carry(450)).toEqual({ ok: false, reason: 'mail-server', again: true });
  expect(await mailCarrier('smtp://127.0.0.1:1', 'maison@example.org').carry(letter)).toEqual({ ok: false, reason: 'mail-server', again: true });
});

it('only what is set up is a way out, and a demo has every way and no carrier is asked', () => {
  const outbound = { check: async () => null, send: () => Promise.reject(new Error('not here')) };
  expect(openChannels(false, {})).toEqual([]);
  expect(openChannels(true, {})).toEqual(['sms', 'whatsapp', 'email']);
  expect(openChannels(false, { SMTP_URL: 'smtp://mail', MAIL_FROM: 'a@b.example' })).toEqual(['email']);
  expect(openChannels(false, { SMTP_URL: 'smtp://mail' })).toEqual([]);
  expect(openChannels(false, { SMS_GATEWAY_URL: 'https://g.example', SMS_GATEWAY_CHANNELS: 'whatsapp, sms, email' })).toEqual(['sms', 'whatsapp']);
  expect(carrierFor('sms', outbound, { SMS_GATEWAY_URL: 'https://g.example' })?.channels).toEqual(['sms']);
  expect(carrierFor('whatsapp', outbound, { SMS_GATEWAY_URL: 'https://g.example' })).toBeUndefined();
});
