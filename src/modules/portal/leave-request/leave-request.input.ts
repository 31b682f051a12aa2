import { z } from 'zod';
import { choice, choices, id, maybe, text } from '#core/input.ts';
import { reasons } from '#modules/desk/public.ts';

/** What she wishes: a time at the hub, or to be called back. */
export const wishes = ['appointment', 'call-back'] as const;
/** How she hears of the answer: a call, or she comes by and says her number and word. */
export const ways = ['phone', 'come-by'] as const;
/** When a call is safe, in parts of the day. None ticked means any time. */
export const partsOfDay = ['morning', 'midday', 'afternoon', 'evening'] as const;
/** The language she would rather speak. */
export const requestLanguages = ['ar', 'fr', 'tamazight', 'en'] as const;

/** The least that lets somebody answer: a phone only when she wishes to be called, a name and words only if she likes. */
export const leaveRequestInput = z.strictObject({
  hub: id(),
  wish: choice(wishes),
  subject: choice(reasons),
  way: choice(ways),
  phone: maybe(text(40)),
  ask_for: maybe(text(60)),
  hours: choices(partsOfDay),
  language: choice(requestLanguages),
  words: maybe(text(500)),
  /** The form's own mark: pressing twice sends one letter. */
  press: maybe(text(40)),
});
