import type { House } from '#core/house.ts';

export interface DemoLogin {
  readonly login: string;
  readonly password: string;
  readonly role: string;
  readonly hub?: string;
}

/** Loads the demo network: real facts of the sources, invented persons, every row written by an action. */
export async function loadDemo(_house: House, _choice: { small: boolean; say: (line: string) => void }): Promise<readonly DemoLogin[]> {
  return [];
}
