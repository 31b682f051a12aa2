import { createTransport } from 'nodemailer';
import type { Carried, Carrier } from './carrier.ts';

const WAIT_MS = 15_000;

/** Sends letters through the house's own mail server (`SMTP_URL`, sender `MAIL_FROM`). Our id goes along, so that a repetition is known. */
export const mailCarrier = (url: string, from: string): Carrier => ({
  channels: ['email'],
  carry: async ({ id, to, subject, text, lang }) => {
    const transport = createTransport({ url, connectionTimeout: WAIT_MS, greetingTimeout: WAIT_MS, socketTimeout: WAIT_MS });
    return transport.sendMail({
      from, to, subject, text, messageId: `<${id}@message.invalid>`, disableFileAccess: true, disableUrlAccess: true,
      headers: { 'Content-Language': lang, 'Auto-Submitted': 'auto-generated' },
    }).then(
      (): Carried => ({ ok: true }),
      // A server that answered 5xx will say the same again; everything else may pass.
      ({ responseCode }: { responseCode?: number }): Carried => ({ ok: false, reason: 'mail-server', again: !(responseCode && responseCode >= 500) }),
    ).finally(() => transport.close());
  },
});
