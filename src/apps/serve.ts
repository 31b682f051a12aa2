import { getRequestListener } from '@hono/node-server';
import { createServer, type Server } from 'node:http';
import { loadAssets } from './web/assets.ts';
import { answerShortly } from './web/answer-kept.tsx';
import { webApp } from './web/app.ts';
import { boundSockets } from './web/bound-sockets.ts';
import { openDirectoryLimit } from './web/directory-limit.ts';
import { findHomeNetwork } from './web/home-network.ts';
import { KeptPages } from './web/kept-pages.ts';
import { sitemap } from './web/sitemap.ts';
import type { WebHouse } from './web/web-house.ts';
import { checkRules } from './check-rules.ts';
import type { Log } from './log.ts';
import type { OpenHadina } from './open-hadina.ts';
import { visitor } from '#core/actor.ts';
import { ask } from '#core/pipeline.ts';
import { StartRefusal } from '#core/start/start-refusal.ts';
import { serviceSearch } from '#modules/directory/public.ts';

/** Serves the web app on this machine's own address; a proxy in front carries it further. */
export async function serve({ house }: OpenHadina, port: number, publicUrl: string | null, log: Log): Promise<{ stop(): Promise<void> }> {
  checkRules(sitemap);
  const home = await findHomeNetwork(house);
  if (!home) throw new StartRefusal('no-network', {});
  const address = publicUrl ? new URL(publicUrl) : null;
  const local = address && ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname);
  if (address && !local && address.protocol !== 'https:') throw new StartRefusal('plain-http', { address: publicUrl! });
  if (address && !local && home.demo) throw new StartRefusal('demo-in-public', { address: publicUrl! });
  const web: WebHouse = {
    house, home, pages: sitemap, assets: await loadAssets(), log, publicUrl,
    csrfKey: house.keyFor('csrf'), secure: address?.protocol === 'https:', kept: new KeptPages(house, home), directoryLimit: openDirectoryLimit(),
  };
  const server = openServer(web);
  await new Promise<void>((resolve, reject) => {
    server.listen(port, '127.0.0.1', () => resolve());
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new StartRefusal('port-taken', { port: String(port) }) : error));
  });
  void readDirectory(web);
  return {
    stop: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 8_000).unref();
    }),
  };
}

/** The server of the web app, bound to no port yet. */
export function openServer(web: WebHouse): Server {
  const ordinarily = getRequestListener(webApp(web).fetch);
  const server = createServer((request, response) => {
    const go = (): void => void ordinarily(request, response);
    if (!answerShortly(web, request, response, go)) go();
  });
  server.headersTimeout = 15_000;
  // A table of many megabytes over a hub's line takes minutes.
  server.requestTimeout = 600_000;
  boundSockets(server);
  return server;
}

/** Whoever searches first would wait while the words of a large directory are read: the house asks itself, before she comes. */
async function readDirectory({ house, home, log }: WebHouse): Promise<void> {
  for (const lang of ['ar', 'fr', 'en']) {
    await ask(house, visitor(home.network), serviceSearch, { q: 'hadina', sort: 'name', lang }).catch((error: Error) => log.warn({ fault: error.name }, 'not read ahead'));
  }
}
