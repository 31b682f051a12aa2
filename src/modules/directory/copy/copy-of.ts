import type { Asking } from '#core/action.ts';
import { lineOf, namesOfPlaces } from '../around.ts';
import type { DirectoryTables } from '../directory.ts';
import { type CopiedService, DirectoryCopy } from './directory-copy.ts';
import { everyService, type Standing, standingOf, touchedSince } from './read-copy.ts';

/** Networks whose copies are kept at once; the one longest unused goes first. A process serves one, tests many. */
const mostKept = 4;

interface Kept {
  readonly copy: DirectoryCopy;
  readonly standing: Standing;
}

const kept = new Map<string, Promise<Kept>>();

/**
 * The copy of the network's directory as of this moment: what was committed before the call is in it. One reader after the
 * other brings it up to date; a reading that failed leaves nothing behind.
 */
export async function copyOf(asking: Asking<DirectoryTables>): Promise<DirectoryCopy> {
  const { network } = asking;
  const before = kept.get(network);
  const next = (async () => {
    const known = await before?.catch(() => undefined);
    return known ? upToDate(asking, known) : firstReading(asking);
  })();
  kept.delete(network);
  kept.set(network, next);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return (await next).copy;
}

async function firstReading(asking: Asking<DirectoryTables>, before?: Kept): Promise<Kept> {
  const standing = await standingOf(asking);
  const copy = new DirectoryCopy(before?.copy);
  for await (const services of everyService(asking)) await write(asking, copy, services, before?.standing);
  return { copy, standing };
}

async function upToDate(asking: Asking<DirectoryTables>, known: Kept): Promise<Kept> {
  const { copy, standing } = known;
  const { services, ...now } = await touchedSince(asking, standing);
  if (now.whole !== standing.whole) return firstReading(asking, known);
  await write(asking, copy, services, standing);
  return { copy, standing: now };
}

async function write(asking: Asking<DirectoryTables>, copy: DirectoryCopy, services: readonly CopiedService[], since?: Standing): Promise<void> {
  const unknown = new Set(services.flatMap(({ places }) => places).filter((code) => !copy.places.has(code)));
  for (const code of unknown) {
    for (const above of await lineOf(asking, code)) await know(asking, copy, above);
  }
  for (const service of services) copy.put(service, Number(since?.settled ?? 0));
}

/** Notes a territory with its names and the way up; one that no table knows is left out of the choices. */
async function know(asking: Asking<DirectoryTables>, copy: DirectoryCopy, code: string): Promise<void> {
  if (copy.places.has(code)) return;
  const names = (await namesOfPlaces(asking, [code])).get(code);
  if (names) copy.places.set(code, { code, names, line: await lineOf(asking, code) });
}
