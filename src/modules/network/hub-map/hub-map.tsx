import type { ReactNode } from 'react';
import type { Multilingual } from '#core/input.ts';
import type { View } from '#ui/view.ts';
import { nameIn } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { outlinesTn } from './outlines-tn.ts';
import { type Point, whereOnEarth } from './where-on-earth.ts';

interface Placed {
  readonly id: string;
  readonly names: Multilingual;
  readonly country: string;
  readonly territoryCode: string | null;
  readonly regionCode: string | null;
}

/** Pixels of a degree of latitude; the drawing scales to its place. */
const SCALE = 60;
const MARGIN = 0.8;

/**
 * The hubs drawn by the server, each with the number it has in the list beside. No tiles and no script: nothing is asked from
 * elsewhere. Outlines where we have them, else the plain grid of degrees. Hubs of one place stand around it.
 */
export const HubMap = ({ view, hubs }: { view: View; hubs: readonly Placed[] }): ReactNode => {
  const marks = hubs.flatMap((hub, at) => {
    const point = whereOnEarth(hub.territoryCode ?? hub.regionCode, hub.country);
    return point ? [{ hub, number: at + 1, point }] : [];
  });
  const crowded = [...new Set(marks.map(({ hub }) => hub.country))].filter((country) => marks.filter(({ hub }) => hub.country === country).length >= ownMapFrom);
  const others = marks.filter(({ hub }) => !crowded.includes(hub.country));
  return [...crowded.map((country) => marks.filter(({ hub }) => hub.country === country)), others]
    .filter((some) => some.length > 0).map((some) => <OneMap key={some[0]!.hub.country} view={view} marks={some} />);
};

interface Mark { readonly hub: Placed; readonly number: number; readonly point: Point }

/** A country with so many hubs has a map of its own; the others share one. */
const ownMapFrom = 3;

const OneMap = ({ view, marks }: { view: View; marks: readonly Mark[] }): ReactNode => {
  const rings = marks.some(({ hub }) => hub.country === 'TN') ? Object.values(outlinesTn).flatMap((text) => text.split(' | ').map(pointsOf)) : [];
  const all = [...marks.map(({ point }) => point), ...rings.flat()];
  const bounds = (axis: 0 | 1): Point => [Math.min(...all.map((point) => point[axis])), Math.max(...all.map((point) => point[axis]))];
  const [[left, right], [low, high]] = [bounds(0), bounds(1)];
  const margin = Math.max(MARGIN, Math.max(right - left, high - low) / 10);
  const [west, east, south, north] = [left - margin, right + margin, low - margin, high + margin];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const at = ([x, y]: Point): Point => [Math.round((x - west) * narrow * SCALE), Math.round((north - y) * SCALE)];
  const [width, height] = at([east, south]);
  // Marks are as large on a map of one country as on one of six.
  const size = Math.max(width, height) / 34;
  return (
    <svg className="hub-map" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={networkWords(view)('map.drawing')}>
      <g className="hub-map-grid">{gridOf(west, east, south, north).map(([from, to], n) => <path key={n} d={`M${at(from).join(' ')}L${at(to).join(' ')}`} />)}</g>
      <g className="hub-map-land">{rings.map((ring, n) => <path key={n} d={`M${ring.map((point) => at(point).join(' ')).join('L')}Z`} />)}</g>
      {marks.map(({ hub, number, point }) => {
        const [x, y] = aside(at(point), marks.filter((other) => other.point === point).findIndex((other) => other.hub.id === hub.id), size);
        return (
          <a key={hub.id} href={`/hubs/${hub.id}`} aria-label={`${number} ${nameIn(view, hub.names)}`}>
            <circle className="hub-map-mark" cx={x} cy={y} r={size} />
            <text className="hub-map-number" x={x} y={y} fontSize={size * 1.1}>{number}</text>
          </a>
        );
      })}
    </svg>
  );
};

const pointsOf = (ring: string): Point[] => ring.split(' ').map((pair) => pair.split(',').map(Number) as unknown as Point);

/** The first hub of a place stands on it, the others around it. */
const aside = ([x, y]: Point, rank: number, size: number): Point => {
  if (rank === 0) return [x, y];
  const [turn, far] = [((rank - 1) % 6) * (Math.PI / 3), size * 2.1 * Math.ceil(rank / 6)];
  return [Math.round(x + far * Math.cos(turn)), Math.round(y + far * Math.sin(turn))];
};

/** Lines of whole degrees, a handful each way. */
function gridOf(west: number, east: number, south: number, north: number): readonly (readonly [Point, Point])[] {
  const step = Math.max(1, Math.ceil(Math.max(east - west, north - south) / 10));
  const whole = (from: number, to: number): number[] => Array.from({ length: Math.floor(to / step) - Math.ceil(from / step) + 1 }, (_, n) => (Math.ceil(from / step) + n) * step);
  return [...whole(west, east).map((x) => [[x, south], [x, north]] as const), ...whole(south, north).map((y) => [[west, y], [east, y]] as const)];
}
