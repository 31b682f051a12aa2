import { type Actor, visitor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { ask } from '#core/pipeline.ts';
import { hsdsService, hsdsServices } from '#modules/directory/public.ts';

/** Every service of the public directory as its full HSDS record, one after the other, as its own API gives them to anybody. */
export async function* fullServices(house: House, { network, app }: Pick<Actor, 'network' | 'app'>): AsyncGenerator<Record<string, unknown>> {
  const reader = visitor(network, app);
  for (let page = 1, pages = 1; page <= pages; page++) {
    const listed = await ask(house, reader, hsdsServices, { page, per_page: 100 });
    pages = listed.total_pages;
    for (const { id } of listed.contents as { id: string }[]) yield (await ask(house, reader, hsdsService, { id })) as Record<string, unknown>;
  }
}
