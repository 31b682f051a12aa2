/** The key of a person or of a protected file no longer exists: what was sealed under it can never be read again. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';
}
