import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { WeightLimit } from '#core/files/weight-limit.ts';
import { actorOfSession } from '#modules/network/public.ts';
import { plainProblem } from '../api/problem.ts';
import { turnedAway } from './answer-page.tsx';
import { openHoldBack } from './hold-back.ts';
import type { PageLimit } from './page-limit.ts';
import type { WebHouse } from './web-house.ts';
import { SESSION } from './who-visits.ts';

const MEGABYTE = 1024 * 1024;
const ORDINARY = 2;
/** What somebody sends of whom nothing is known: the longest form that anybody may fill in has a tenth of it. */
const OF_A_STRANGER = 0.1;
/** A table or a picture brought in by a page: eight megabytes and what a form adds. */
const [A_FILE, A_FILE_WHOLE] = [8, 9];
const TAKES_FILES = /^\/(?:files\/new|people\/[0-9a-f-]{36}\/documents)$/;
/** What all files may weigh together that are read at the same time. Reading one takes some eight times its weight. */
const MOST_READ = A_FILE_WHOLE * MEGABYTE;
/** What all files may weigh together that are still arriving: a hub's line takes minutes for one, and the next should not wait for it. */
const MOST_ARRIVING = 5 * A_FILE_WHOLE * MEGABYTE;
const MOST_WAITING = 64;

/** A table up to this is held; a larger one is read as it arrives. */
const MOST_HELD = A_FILE_WHOLE * MEGABYTE;

/**
 * Lets what is sent arrive, bounded by who sends it, before anybody has her turn: whoever is slow in sending keeps nobody's turn, and what is too big by its own
 * word is not read at all. A file takes the room in which it is read only when the whole of it is there.
 */
export function openArrivals(web: WebHouse, pages: PageLimit): MiddlewareHandler {
  const heldBack = openHoldBack();
  const upTo = (most: number, said = most): MiddlewareHandler => {
    const onError = async (c: Context): Promise<Response> => {
      // What is not read waits with whoever sends it; answered at once, she would send the next megabyte at once.
      const inPage = await heldBack();
      if (c.req.path.startsWith('/api/')) return plainProblem(413, 'too-big', { Connection: 'close' });
      return inPage ? turnedAway(c, web, 413, { megabytes: said }) : c.text('413', 413, { Connection: 'close' });
    };
    const counted = bodyLimit({ maxSize: most * MEGABYTE, onError });
    // What says how big it is need not be counted, and is read the short way.
    return async (c, next) => (isTold(c) ? (weightOf(c) > most * MEGABYTE ? onError(c) : next()) : counted(c, next));
  };
  const [ordinary, ofStranger, withFile] = [upTo(ORDINARY), upTo(OF_A_STRANGER), upTo(A_FILE_WHOLE, A_FILE)];
  const [arriving, read] = [new WeightLimit(MOST_ARRIVING, MOST_WAITING), new WeightLimit(MOST_READ, MOST_WAITING)];
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || isBig(c)) return next();
    const there = async (): Promise<void> => { await arrived(c); await next(); };
    const weight = weightOf(c);
    if (!(weight <= OF_A_STRANGER * MEGABYTE) && !(await isSomebody(c, web, pages))) return ofStranger(c, there);
    // What does not say how big it is would keep the files of others waiting for as long as it pleases: it is read as what is no file.
    if (c.req.method !== 'POST' || !TAKES_FILES.test(c.req.path) || !isForm(c) || Number.isNaN(weight)) return ordinary(c, there);
    const came = await arriving.carry(weight, async () => ({ refused: await withFile(c, () => arrived(c)) }));
    if (!came) return turnedAway(c, web, 503);
    if (came.refused) return came.refused;
    const answered = await read.carry(weight, async () => ({ response: await next() }));
    return answered ? answered.response : turnedAway(c, web, 503);
  };
}

/** A table that is too big to be held in one piece, or does not say how big it is. */
export const isBig = (c: Context): boolean =>
  c.req.method === 'POST' && c.req.path === '/files/new' && isForm(c) && !(weightOf(c) <= MOST_HELD);

const weightOf = (c: Context): number => Number(c.req.header('content-length') ?? Number.NaN);

/** Says how big it is, and will be cut off there by the protocol. */
const isTold = (c: Context): boolean => !Number.isNaN(weightOf(c)) && c.req.header('transfer-encoding') === undefined;

/** A form that may carry a file. */
const isForm = (c: Context): boolean => /^multipart\/form-data/i.test(c.req.header('content-type') ?? '');

/** Somebody of the house, or a program that brings a token: what made-up ones may bring is counted by weight. */
async function isSomebody(c: Context, web: WebHouse, pages: PageLimit): Promise<boolean> {
  if (c.req.path.startsWith('/api/')) return c.req.header('authorization') !== undefined;
  const session = getCookie(c, SESSION);
  return session !== undefined && (pages.isKnown(session) || (await actorOfSession(web.house, session)) !== null);
}

/** Waits until all that is sent is there. What breaks off on its way is left as it is: whoever reads it next hears of it. */
const arrived = (c: Context): Promise<void> => c.req.arrayBuffer().then(() => {}, () => {});
