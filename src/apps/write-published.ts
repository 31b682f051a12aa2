import { cidsFile, iatiFile, type PublishedNetwork, publisherOf, type WorkStandard } from '#modules/exchange/public.ts';

/** Who publishes: the identifier of the registry and the type of organisation, where they were said. */
export interface SaidPublisher { readonly ref?: string | undefined; readonly type?: string | undefined }

/** The published programmes as a file of a standard, piece by piece; nothing when there is none to write. */
export function* publishedFile(standard: WorkStandard, published: PublishedNetwork, said: SaidPublisher, now: Date): Generator<string> {
  if (!published.works.length) return;
  if (standard === 'cids') yield `${JSON.stringify(cidsFile(published), null, 1)}\n`;
  else yield* iatiFile(published, { publisher: publisherOf(published, said), now });
}
