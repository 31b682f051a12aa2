import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { text } from '#core/input.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { receiveMessage } from '#modules/currency/public.ts';
import { carryAnswer } from '#modules/messages/public.ts';
import { isSigned, secretBytes } from '#modules/webhooks/public.ts';
import { faultOf, waitOf } from '../fault.ts';
import type { WebHouse } from '../web/web-house.ts';
import { plainProblem } from './problem.ts';

/** A message is heard for so long after it was signed; a gateway that brings it later signs it anew. */
const HEARD_SECONDS = 300;
/** Messages of one telephone in ten minutes; beyond it somebody plays with it, and every answer costs money. */
const MOST_OF_ONE = 30;

const shape = z.object({ from: text(40), text: z.string().max(500), channel: z.enum(['sms', 'ussd']).default('sms') });

/**
 * Opens the door for a gateway of text messages or USSD: `POST /api/messages` with `{ from, text, channel }`, signed by the Standard Webhooks scheme under
 * `SMS_GATEWAY_SECRET`. An answer to a text message leaves by the house's own gateway where one is set up; else, and for USSD, it stands in the answer itself.
 */
export function inboundMessages(web: WebHouse, settings: Readonly<Record<string, string | undefined>> = process.env): (c: Context) => Promise<Response> {
  const ofOne = new RateLimiterMemory({ points: MOST_OF_ONE, duration: 600 });
  return async (c) => {
    const secret = secretBytes(settings['SMS_GATEWAY_SECRET'] ?? '');
    if (!secret) return plainProblem(404, 'not-found');
    const [id = '', timestamp = ''] = [c.req.header('webhook-id'), c.req.header('webhook-timestamp')];
    const body = await c.req.text();
    const fresh = /^\d{10}$/.test(timestamp) && Math.abs(houseTime().getTime() / 1_000 - Number(timestamp)) <= HEARD_SECONDS;
    if (!fresh || !/^[\w.:-]{1,100}$/.test(id) || !isSigned(secret, c.req.header('webhook-signature') ?? '', { id, timestamp: Number(timestamp), body })) return plainProblem(401, 'signature');
    const read = shape.safeParse(asJson(body));
    if (!read.success) return plainProblem(422, 'not-understood');
    const { from, text: said, channel } = read.data;
    const whose = createHash('sha256').update(from).digest('base64url').slice(0, 22);
    if (!(await ofOne.consume(whose).then(() => true, () => false))) return plainProblem(429, 'too-many-requests', { 'Retry-After': '600' });
    return receiveMessage(web.house, web.home, { id, from, text: said }).then(async ({ to, lang, text: reply }) => {
      const carried = channel === 'sms' && to !== null && !web.home.demo ? await carryAnswer(web.house, { id: `re-${id}`, to, text: reply, lang }, settings as Record<string, string>) : null;
      // What was done stays done: brought once more, the message is answered the same.
      if (carried && !carried.ok) return plainProblem(503, 'answer-not-carried', { 'Retry-After': '30' });
      return c.json({ reply: carried ? null : reply, lang }, 200, { 'Cache-Control': 'no-store' });
    }, (error: unknown) => {
      const fault = faultOf(error);
      if (fault.kind === 'bug') web.log.error({ reference: fault.reference, fault: (error as Error)?.name }, 'bug');
      return plainProblem(fault.status, fault.kind === 'refused' ? fault.error.code : fault.kind, { ...waitOf(fault) });
    });
  };
}

function asJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
