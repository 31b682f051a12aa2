import { openBytes, sealBytes } from '#core/crypto/envelope.ts';

type Blind = (label: string, word: string) => Buffer;

/** What a sealed value is for, and whose: bound into the seal, and the key is theirs alone. */
export interface SealedFor {
  readonly label: 'code-secret' | 'new-code' | 'provider-secret' | 'outside-state';
  readonly whose: string;
}

const placeOf = ({ label, whose }: SealedFor) => ({ table: 'network', column: label, row: whose });

/** Seals bytes with a key of the house made for this purpose and owner; the database alone opens nothing. */
export const sealFor = (blind: Blind, purpose: SealedFor, plain: Buffer): Buffer => sealBytes(blind(purpose.label, purpose.whose), placeOf(purpose), plain);

/** Opens what `sealFor` sealed; throws for another purpose, another owner or a changed bit. */
export const openFor = (blind: Blind, purpose: SealedFor, sealed: Buffer): Buffer => openBytes(blind(purpose.label, purpose.whose), placeOf(purpose), sealed);

/** The same for a text that went through her browser: null when it is not ours. */
export async function openText(blind: Blind, purpose: SealedFor, text: string): Promise<Buffer | null> {
  return Promise.resolve().then(() => openFor(blind, purpose, Buffer.from(text, 'base64url'))).catch(() => null);
}
