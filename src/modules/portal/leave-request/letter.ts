import { z } from 'zod';
import { type Reason, reasons } from '#modules/desk/public.ts';
import { partsOfDay, requestLanguages, ways, wishes } from './leave-request.input.ts';

/** What a letter holds once opened: exactly what she wrote, and nothing of where she wrote from. */
const letterShape = z.strictObject({
  wish: z.enum(wishes),
  way: z.enum(ways),
  phone: z.string().max(40).optional(),
  ask_for: z.string().max(60).optional(),
  hours: z.array(z.enum(partsOfDay)),
  language: z.enum(requestLanguages),
  subject: z.enum(reasons as readonly Reason[] as readonly [Reason, ...Reason[]]),
  words: z.string().max(500).optional(),
});
export type Letter = z.output<typeof letterShape>;

/** Where a letter lives; bound into its seal, so that it opens nowhere else. */
export const letterPlace = (request: string) => ({ table: 'portal.intake', column: 'letter', row: request }) as const;

/** What was in a letter, once opened; null when it is no letter of our form (somebody wrote past it). */
export const readLetter = (opened: unknown): Letter | null => letterShape.safeParse(opened).data ?? null;
