import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#core/project-root.ts';

const callsOut = /(?<![\w.])fetch\(|\b(?:https?|http2|net|tls|dgram)\.(?:request|get|connect|createConnection)\(|from 'node:(?:https?|http2|net|tls|dgram|dns)'(?!.*type)/;

/** The one guarded client, and what looks for a free port on this machine's own loopback, on systems without sockets in folders. */
const known = ['core/outbound/outbound.ts', 'core/outbound/public-address.ts', 'core/db/embedded/address.ts'];

/**
 * Places in the product that could call another machine past the one guarded client, which refuses every address that is not
 * on the open internet.
 */
export function outboundPlaces(): string[] {
  const src = join(projectRoot(), 'src');
  return (readdirSync(src, { recursive: true }) as string[])
    .filter((file) => /\.tsx?$/.test(file) && !known.includes(file) && !/\.test\.tsx?$|apps\/trust\/|apps\/web\/islands\//.test(file))
    .filter((file) => readFileSync(join(src, file), 'utf8').split('\n').some((line) => callsOut.test(line) && !/import type|\btype Server\b/.test(line)));
}
