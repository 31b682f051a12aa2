import { z } from 'zod';
import { choice, id, maybe, text } from '#core/input.ts';
import { fileKinds } from '../codes.ts';

/** A protected file begins with a hand-over, with somebody's file code at the ordinary desk, or with a name she chooses. */
export const openFileInput = z.strictObject({
  handover: maybe(id()),
  code: maybe(text(20)),
  called: text(100),
  kind: choice(fileKinds).default('protection'),
});
