import { isUuid } from '#core/id.ts';
import { derivedId } from '../hsds/derived-id.ts';

/**
 * The key of a record here: its own id when that is a UUID, else one made from the hub and the id it came with, the same each time.
 * `kind` keeps a service "12" apart from a place "12".
 */
export function foreignId(hub: string, kind: string, sourceId: string): string {
  const lower = sourceId.toLowerCase();
  return isUuid(lower) ? lower : derivedId(hub, `${kind} ${sourceId}`);
}
