import { openHadina } from '../../open-hadina.ts';
import { tillAt, type TillPlace } from './open-till.ts';
import { payWithoutEnd } from './pay-without-end.ts';
import { type Asked, emptyNotes } from './what-was-asked.ts';

/** One line that a till's process says: what it is about to ask, or what it was told. */
export type Said = { readonly asked: Asked } | { readonly told: readonly string[]; readonly numbers: readonly number[] };

/**
 * Pays without end at a till of the folder in HADINA_HOME and says each step in a line of JSON, before it asks and after it was told, until it is
 * killed. SIGTERM lets it answer what is under way and end.
 */
export async function runTill(place: TillPlace): Promise<void> {
  const hadina = await openHadina({ as: 'client' });
  let open = true;
  process.on('SIGTERM', () => { open = false; });
  const say = (said: Said) => process.stdout.write(`${JSON.stringify(said)}\n`);
  await payWithoutEnd(tillAt(hadina.house, place), emptyNotes(), {
    until: () => !open,
    asked: (asked) => say({ asked }),
    told: (asked, numbers) => say({ told: asked.map(({ key }) => key), numbers }),
  });
  await hadina.close();
}
