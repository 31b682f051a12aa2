import type { z } from 'zod';
import { maybe, text } from '#core/input.ts';

/** A note as it is typed; emptied is an answer too. */
export const noteText = () => maybe(text(20_000)).transform((typed) => typed ?? '') as unknown as z.ZodType<string>;
