import type { AddressInfo } from 'node:net';
import type { Country } from '#core/words/locale.ts';
import { openLog } from '../../log.ts';
import { openHadina } from '../../open-hadina.ts';
import { openServer } from '../../serve.ts';
import { loadAssets } from '../../web/assets.ts';
import { KeptPages } from '../../web/kept-pages.ts';
import { openDirectoryLimit } from '../../web/directory-limit.ts';
import { sitemap } from '../../web/sitemap.ts';

/** Serves one network of the folder in HADINA_HOME on a free port of this machine, as `hadina start` would, and says the port in a line; until it is told to end. */
export async function runDoor(network: string, country: Country): Promise<void> {
  const hadina = await openHadina({ as: 'client' });
  const { house } = hadina;
  const home = { network, country, demo: false };
  const server = openServer({
    house, home, pages: sitemap, assets: await loadAssets(), log: openLog(), publicUrl: null, csrfKey: house.keyFor('csrf'), secure: false,
    kept: new KeptPages(house, home), directoryLimit: openDirectoryLimit(),
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
  process.once('SIGTERM', () => {
    server.closeAllConnections();
    server.close(() => void hadina.close());
  });
}
