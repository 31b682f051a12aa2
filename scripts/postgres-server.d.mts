/** A PostgreSQL started for a while; its socket lies in `folder`. */
export function startServer(bin: string, other?: readonly string[]): Promise<{ readonly folder: string; readonly url: string; stop(): Promise<void> }>;
