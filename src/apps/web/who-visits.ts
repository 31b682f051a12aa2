import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Actor, type Door, visitor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { act } from '#core/pipeline.ts';
import { inLanguage } from '#core/input.ts';
import { isLang, localeOf } from '#core/words/locale.ts';
import type { Reader } from '#core/words/words.ts';
import { actorOfSession, forgetSession, renewSession } from '#modules/network/public.ts';
import { deviceOf } from './device-of.ts';
import { whence } from './whence.ts';
import { type HomeNetwork, readerOfNetwork } from './home-network.ts';

export const SESSION = '__Host-session';
export const VISIT = '__Host-visit';
export const LANGUAGE = '__Host-language';
/** The device that signed in before; it says nothing but that. */
export const DEVICE = '__Host-device';
export const TWELVE_HOURS = 12 * 60 * 60;
export const cookieRules = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

/** Who stands at the door: a signed-in colleague or a visitor, with her language and the words of her hub. */
export interface Visitor {
  readonly actor: Actor;
  readonly reader: Reader;
  readonly name?: string;
  readonly hubName?: string;
  /** She still has the password somebody handed her: nothing is shown before she chose her own. */
  readonly mustChoosePassword?: boolean;
  /** The cookie her forms' token is bound to. */
  readonly cookie: string;
}

/** Reads the cookies of one request. A language asked for in the address is remembered for the next pages. */
export async function whoVisits(c: Context, house: House, home: HomeNetwork, publicUrl: string | null = null): Promise<Visitor> {
  const sent = getCookie(c, SESSION);
  const session = sent ? await actorOfSession(house, sent) : null;
  const token = session?.mustRenew && c.req.method === 'GET' ? await renewed(c, house, session.actor, sent!) : sent;
  if (session) c.set('account', session.actor.account);
  const door = doorOf(c, publicUrl);
  const asked = c.req.query('lang');
  // A file in another language is for somebody else; her own pages stay in hers.
  if (isLang(asked) && !/\.(?:pdf|docx|csv|xlsx)$/.test(c.req.path)) setCookie(c, LANGUAGE, asked, { ...cookieRules, maxAge: 31_536_000 });
  const chosen = isLang(asked) ? asked : getCookie(c, LANGUAGE);
  if (session) {
    const { locale, terms } = session.reader;
    const lang = isLang(asked) ? asked : isLang(chosen) ? chosen : locale.lang;
    const reader = lang === locale.lang ? { locale, terms } : session.readerIn(lang);
    const hubName = session.hub ? inLanguage(session.hub.names, lang).text : undefined;
    return { actor: { ...session.actor, from: whence(c), door }, reader, name: session.name, hubName, mustChoosePassword: session.mustChoosePassword, cookie: token! };
  }
  return { ...strangerAt(c, home, chosen), actor: { ...visitor(home.network), from: whence(c), door }, cookie: visitCookie(c) };
}

/** Whoever stands there, looked up nowhere: a visitor in the language of her cookie. What is said to her needs no database. */
export const strangerAt = (c: Context, home: HomeNetwork, chosen = getCookie(c, LANGUAGE)): Visitor =>
  ({ actor: visitor(home.network), reader: readerOfNetwork(home, localeOf(isLang(chosen) ? chosen : 'ar', home.country)), cookie: '' });

const doorOf = (c: Context, publicUrl: string | null): Door =>
  ({ origin: new URL(publicUrl ?? c.req.url).origin, device: deviceOf(c.req.header('user-agent')), known: getCookie(c, DEVICE) ?? null });

/** Her roles changed: her session goes on under a new token. When another page of hers was quicker, this one keeps what it has. */
async function renewed(c: Context, house: House, actor: Actor, token: string): Promise<string> {
  const fresh = await act(house, actor, renewSession, {}).catch(() => null);
  forgetSession(token);
  if (fresh) setCookie(c, SESSION, fresh.token, { ...cookieRules, maxAge: TWELVE_HOURS });
  return fresh?.token ?? token;
}

function visitCookie(c: Context): string {
  const known = getCookie(c, VISIT);
  if (known && /^[\w-]{22}$/.test(known)) return known;
  const fresh = randomBytes(16).toString('base64url');
  setCookie(c, VISIT, fresh, cookieRules);
  return fresh;
}
