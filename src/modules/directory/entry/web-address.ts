import { maybe, text } from '#core/input.ts';

/** A web address of http or https only: anything else (javascript:, data:) could do harm when followed. */
export const webAddress = () => maybe(text(500).refine(isWeb, { message: 'not-understood' }));

function isWeb(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  return ['http:', 'https:'].includes(new URL(value).protocol);
}
