import { territoryLine } from '#modules/network/public.ts';

/** The region or governorate right under the country in which a place lies; sums of money are told by it. */
export function regionOf(code: string | null): string | null {
  const line = code ? territoryLine(code) : [];
  return (line.at(-2) ?? line.at(-1))?.code ?? null;
}
