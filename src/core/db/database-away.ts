/** PostgreSQL's codes for a connection that ended or is not taken (it stops, it starts, it broke off), and the system's for a socket where nobody answers. */
const AWAY = /^(?:57P0[123]|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE)$/;

/** What the driver says without a code. */
const SAYS = /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/;

/** Whether this is the error of somebody who asked while the database was away: it restarts, or cannot be reached. What she asked may or may not have been done. */
export function databaseAway(error: unknown): boolean {
  const { code = '', message = '', syscall = '' } = (error ?? {}) as { code?: string; message?: string; syscall?: string };
  return AWAY.test(code) || (code === 'ENOENT' && syscall === 'connect') || SAYS.test(message);
}
