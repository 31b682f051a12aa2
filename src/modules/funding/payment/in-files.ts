/** Shares payments out over files in their order, each with at most so many to persons; payments to bodies stay with those before them. */
export function inFiles<P extends { readonly ofPerson: boolean }>(payments: readonly P[], most: number): P[][] {
  const files: P[][] = [];
  let persons = 0;
  for (const payment of payments) {
    if (files.length === 0 || (payment.ofPerson && persons === most)) {
      files.push([]);
      persons = 0;
    }
    if (payment.ofPerson) persons++;
    files.at(-1)!.push(payment);
  }
  return files;
}
