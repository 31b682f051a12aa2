/** Where the file of a proof lies: it has a key of its own, for no one person owns a sheet of many (decision 0042). */
export const placeOf = (proof: string, hub: string) => ({ person: proof, hub, table: 'registers.proof', column: 'sealed', row: proof });
