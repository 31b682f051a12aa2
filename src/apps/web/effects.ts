import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Post } from '#core/page.ts';
import { forgetSession } from '#modules/network/public.ts';
import { cookieRules, DEVICE, LANGUAGE, SESSION, TWELVE_HOURS, VISIT } from './who-visits.ts';

const HALF_A_YEAR = 182 * 24 * 60 * 60;

/** Sets the cookies that an action's answer asks for; only the web app may. */
export async function apply(c: Context, effect: Post<never>['effect'], result: unknown): Promise<void> {
  const before = getCookie(c, SESSION);
  if (before) forgetSession(before);
  switch (effect) {
    case 'open-session': {
      const { token, device } = result as { token: string; device?: string };
      setCookie(c, SESSION, token, { ...cookieRules, maxAge: TWELVE_HOURS });
      if (device) setCookie(c, DEVICE, device, { ...cookieRules, maxAge: HALF_A_YEAR });
      deleteCookie(c, VISIT, cookieRules);
      return;
    }
    case 'close-session': {
      deleteCookie(c, SESSION, cookieRules);
      // Not "storage": of Hadina it holds a till's unsent sales and nothing else, and a grocer who signs out loses none (0070).
      c.header('Clear-Site-Data', '"cache"');
      return;
    }
    case 'set-language': {
      setCookie(c, LANGUAGE, (result as { language: string }).language, { ...cookieRules, maxAge: 31_536_000 });
      return;
    }
    case 'set-hub':
    case undefined:
  }
}
