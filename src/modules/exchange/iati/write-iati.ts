import type { PublishedNetwork, PublishedWork } from '../published/published-work.ts';
import { activityXml, type Publisher } from './write-activity.ts';
import { element } from './xml-text.ts';

/**
 * The published programmes of a network as a file of IATI 2.03, piece by piece. `now` is when it was made. A network without published
 * programmes has no file: the standard knows none without an activity, and nothing is given.
 */
export function* iatiFile(published: PublishedNetwork, { publisher, now }: { publisher: Publisher; now: Date }): Generator<string> {
  if (!published.works.length) return;
  const near = new Map<string, PublishedWork[]>();
  for (const work of published.works) {
    near.set(`above ${work.id}`, [work]);
    if (work.parent) near.set(work.parent, [...(near.get(work.parent) ?? []), work]);
  }
  const opening = element('iati-activities', { version: '2.03', 'generated-datetime': now.toISOString() }, '\n').replace(/<\/iati-activities>$/u, '');
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${opening}`;
  for (const work of published.works) yield `${activityXml(work, { publisher, from: published, near })}\n`;
  yield '</iati-activities>\n';
}

/** Who publishes while the network has no identifier of the registry: one that says so, and that the ruleset warns of. */
export const publisherOf = ({ network, names }: Pick<PublishedNetwork, 'network' | 'names'>, { ref, type }: { ref?: string | undefined; type?: string | undefined } = {}): Publisher =>
  ({ ref: ref?.trim() || `XI-HADINA-${network}`, type: type ?? '24', names });
