/** A chain: ordinary events in schema core, protected ones in schema confidential, each with its own links and heads. */
export type ChainPlace = 'core' | 'confidential';
export const chainPlaces: readonly ChainPlace[] = ['core', 'confidential'];
