/** Where a sealed answer lives and whose key seals it. */
export const sealedPlace = (answer: string, owner: string) =>
  ({ table: 'desk.needs_sealed_answer', column: 'sealed', row: answer, person: owner }) as const;
