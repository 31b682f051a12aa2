import { z } from 'zod';
import { choice, choices, id, maybe, text } from '#core/input.ts';
import { identifiers, requestKinds } from '../codes.ts';

/** What she asks, by what one knows that it is she, and her words. */
export const openRequestInput = z.strictObject({
  person: id(),
  kind: choice(requestKinds),
  identified_by: choices(identifiers),
  wish: maybe(text(1_000)),
});
