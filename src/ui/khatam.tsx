import type { ReactNode } from 'react';

/** Two crossed squares, one turned by an eighth of a turn, on a 100 × 100 grid. */
export const khatamStar =
  'M50 2 64.1 16.1 83.9 16.1 83.9 35.9 98 50 83.9 64.1 83.9 83.9 64.1 83.9 50 98 35.9 83.9 16.1 83.9 16.1 64.1 2 50 16.1 35.9 16.1 16.1 35.9 16.1z';

/** The smaller star inside it, turned between its points. */
export const khatamHeart =
  'M58.4 29.7 61.9 38.1 70.3 41.6 66.8 50 70.3 58.4 61.9 61.9 58.4 70.3 50 66.8 41.6 70.3 38.1 61.9 29.7 58.4 33.2 50 29.7 41.6 38.1 38.1 41.6 29.7 50 33.2z';

/** The eight-point star, Hadina's one ornament: logo, empty places, print headers; never behind text. */
export const Khatam = ({ size = 'small' }: { size?: 'small' | 'large' }): ReactNode => (
  <svg className={`khatam ${size}`} viewBox="0 0 100 100" aria-hidden="true">
    <path className="khatam-star" d={khatamStar} />
    <path className="khatam-heart" d={khatamHeart} />
  </svg>
);
