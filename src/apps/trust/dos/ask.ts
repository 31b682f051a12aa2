import { Agent, request } from 'node:http';

/** A house that serves on this machine, and the line that everybody here comes by: a hub shares one. */
export interface Target {
  readonly port: number;
  readonly line: string;
}

export interface Wish {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** One answer: its status (0 when the line broke), the milliseconds until it was whole, its length in bytes and its headers. */
export interface Heard {
  readonly status: number;
  readonly milliseconds: number;
  readonly bytes: number;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** Sockets that are kept for the next question. */
export const ownSockets = (): Agent => new Agent({ keepAlive: true, maxSockets: 256 });

/** Asks a house as somebody who comes through the proxy on its machine; a line that breaks is an answer of status 0. */
export function askHouse({ port, line }: Target, { path, method = 'GET', headers = {}, body }: Wish, agent: Agent): Promise<Heard> {
  const began = performance.now();
  return new Promise((heard) => {
    const end = (status: number, bytes = 0, told: Heard['headers'] = {}): void => heard({ status, milliseconds: performance.now() - began, bytes, headers: told });
    const asked = request({ host: '127.0.0.1', port, path, method, agent, timeout: 30_000, headers: { 'x-forwarded-for': line, ...(body ? { 'content-length': Buffer.byteLength(body) } : {}), ...headers } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => { bytes += part.length; });
      answer.once('end', () => end(answer.statusCode!, bytes, answer.headers));
      answer.once('error', () => end(0));
    });
    asked.once('error', () => end(0));
    asked.once('timeout', () => asked.destroy());
    asked.end(body);
  });
}

/** The value that a share of a list does not pass; 0 for an empty one. */
export const atMost = (list: readonly number[], share: number): number => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
