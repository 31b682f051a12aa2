import { type Logger, pino } from 'pino';

/** The house's log: only the fields named here may be written, so no person, phone, text or token ever reaches it. */
export type Log = Logger;

const allowed = new Set([
  'level', 'time', 'msg', 'route', 'status', 'milliseconds', 'reference', 'fault', 'stack', 'port', 'version', 'action', 'network', 'hub',
]);

/** Opens the log on standard output or elsewhere; whatever is not on the list is dropped. `HADINA_LOG=silent` keeps it quiet, for tests. */
export const openLog = (to?: NodeJS.WritableStream): Log =>
  pino(
    { base: null, level: process.env.HADINA_LOG === 'silent' ? 'silent' : 'info', formatters: { log: onlyAllowed } },
    to as Parameters<typeof pino>[1],
  );

function onlyAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name)));
}
