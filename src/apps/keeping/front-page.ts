import type { House } from '#core/house.ts';
import { openLog } from '../log.ts';
import { webApp } from '../web/app.ts';
import { loadAssets } from '../web/assets.ts';
import type { HomeNetwork } from '../web/home-network.ts';
import { sitemap } from '../web/sitemap.ts';

/** Whether the whole web app, put on this house, gives its front page; nothing is opened to the outside. */
export async function frontPageAnswers(house: House, home: HomeNetwork): Promise<boolean> {
  const log = openLog();
  log.level = 'silent';
  const app = webApp({ house, home, pages: sitemap, assets: await loadAssets(), log, publicUrl: null, csrfKey: house.keyFor('csrf'), secure: false });
  const pages = await Promise.all(['/', '/readyz'].map((path) => app.request(path)));
  return pages.every(({ status }) => status === 200);
}
