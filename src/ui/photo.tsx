import type { ReactNode } from 'react';

/**
 * A picture on a printed sheet, carried inside the page so that paper and file show the same. `jpeg` is base64; its own width and height
 * are read from it, `label` says what it shows.
 */
export const Photo = ({ jpeg, label }: { jpeg: string; label: string }): ReactNode => {
  const { width, height } = sizeOfJpeg(Buffer.from(jpeg, 'base64'));
  return (
    <svg className="photo" viewBox={`0 0 ${width} ${height}`} width={240} height={Math.round((240 * height) / width)} role="img" aria-label={label}>
      <image href={`data:image/jpeg;base64,${jpeg}`} width={width} height={height} />
    </svg>
  );
};

/** The size a JPEG says it has in its frame header; a square when it says none. */
function sizeOfJpeg(bytes: Buffer): { readonly width: number; readonly height: number } {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  }
  return { width: 1, height: 1 };
}
