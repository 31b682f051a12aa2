import { z } from 'zod';
import { clockTime, isoDate, maybe, yes } from '#core/input.ts';
import type { ContactPurpose } from '#modules/people/public.ts';

/**
 * The closed list of what may be written to anybody, and what for. Their words stand in locales under `text.<name>`: neutral,
 * without the name of a hub, a service or a person. Whoever adds one adds it here, in the table's check and in three languages.
 */
export const templates = {
  'appointment': { purpose: 'appointment', dated: true },
  'come-by': { purpose: 'invitation', dated: false },
  'call-us': { purpose: 'invitation', dated: false },
  'follow-up': { purpose: 'follow-up', dated: false },
  'answer-came': { purpose: 'answer', dated: false },
} as const satisfies Readonly<Record<string, { purpose: ContactPurpose; dated: boolean }>>;

export type Template = keyof typeof templates;
export const templateNames = Object.keys(templates) as [Template, ...Template[]];

/** All that a text may be filled with: a day and an hour by the clock of the hub, and whether the number of the hub is given. */
export const messageParams = {
  date: maybe(isoDate()),
  time: maybe(clockTime()),
  call_back: yes(),
};

const shape = z.strictObject(messageParams);
export type MessageParams = z.output<typeof shape>;

/** Does this text have all that it is filled with, and nothing that it does not take? */
export const isFilled = (template: Template, { date, time }: MessageParams): boolean =>
  (templates[template].dated ? Boolean(date && time) : !date && !time);
