import QRCode from 'qrcode';
import type { ReactNode } from 'react';

/**
 * A QR code drawn by the server as one path, black on white with its quiet border, readable on paper and screen.
 * `label` tells a screen reader what it opens. Error correction M survives a folded slip.
 */
export const Qr = ({ text, label }: { text: string; label: string }): ReactNode => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quiet;
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={pathOf(modules.size, (row, column) => modules.get(row, column) === 1)} />
    </svg>
  );
};

/** The standard asks for four empty modules all round. */
const quiet = 4;

function pathOf(size: number, isDark: (row: number, column: number) => boolean): string {
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!isDark(row, column)) continue;
      const start = column;
      while (column + 1 < size && isDark(row, column + 1)) column++;
      const length = column - start + 1;
      path += `M${start + quiet} ${row + quiet}h${length}v1h-${length}z`;
    }
  }
  return path;
}
