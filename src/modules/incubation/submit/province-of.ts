import { findTerritory } from '#modules/network/public.ts';

const levels: readonly string[] = ['province', 'prefecture', 'governorate'];

/** Of the way up from a place, the province or governorate an application is counted in; the nearest place where there is none. */
export const provinceOf = (line: readonly string[]): string | null =>
  line.find((code) => levels.includes(findTerritory(code)?.level ?? '')) ?? line[0] ?? null;
