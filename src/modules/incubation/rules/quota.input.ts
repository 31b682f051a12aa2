import { z } from 'zod';
import { choice, id, multilingual, text, wholeNumber } from '#core/input.ts';
import { applicantKinds, type QuotaDimension, quotaDimensions, quotaRules, sexes, stages } from '../codes.ts';

export const quotaInput = z.strictObject({
  call: id(), names: multilingual(200), dimension: choice(quotaDimensions), value: text(40), rule: choice(quotaRules), places: wholeNumber(0, 1_000_000),
});

/** The ages of a quota, "18-35", lowest and highest. */
export function ageSpan(value: string): readonly [number, number] | undefined {
  const read = /^(\d{1,3})-(\d{1,3})$/.exec(value);
  return read && Number(read[1]) <= Number(read[2]) ? [Number(read[1]), Number(read[2])] : undefined;
}

/** Whether a quota can be told by this value at all; places are looked up elsewhere. */
export function isQuotaValue(dimension: QuotaDimension, value: string): boolean {
  switch (dimension) {
    case 'territory': return true;
    case 'sex': return (sexes as readonly string[]).includes(value);
    case 'age': return ageSpan(value) !== undefined;
    case 'disability': return value === 'yes' || value === 'no';
    case 'stage': return (stages as readonly string[]).includes(value);
    case 'applicants': return (applicantKinds as readonly string[]).includes(value);
  }
}
