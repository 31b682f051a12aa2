import { territoryLine } from '../territory/territories.ts';

/** Longitude and latitude in degrees. */
export type Point = readonly [number, number];

/** The middle of each governorate of Tunisia (from the outlines), the chief town of each region of Morocco, the capital of other countries. */
const points: Readonly<Record<string, Point>> = {
  'TN-11': [10.15, 36.81],
  'TN-12': [10.12, 36.97],
  'TN-13': [10.21, 36.65],
  'TN-14': [9.84, 36.80],
  'TN-21': [10.72, 36.70],
  'TN-22': [9.99, 36.34],
  'TN-23': [9.60, 37.09],
  'TN-31': [9.32, 36.70],
  'TN-32': [8.71, 36.64],
  'TN-33': [8.68, 36.05],
  'TN-34': [9.33, 36.06],
  'TN-41': [9.86, 35.63],
  'TN-42': [8.75, 35.24],
  'TN-43': [9.53, 34.88],
  'TN-51': [10.40, 35.90],
  'TN-52': [10.75, 35.61],
  'TN-53': [10.63, 35.34],
  'TN-61': [10.36, 34.78],
  'TN-71': [8.78, 34.41],
  'TN-72': [7.99, 33.94],
  'TN-73': [8.88, 33.30],
  'TN-81': [9.79, 33.79],
  'TN-82': [10.90, 33.12],
  'TN-83': [9.95, 32.00],
  'MA-01': [-5.80, 35.77],
  'MA-02': [-1.91, 34.68],
  'MA-03': [-5.00, 34.04],
  'MA-04': [-6.84, 34.02],
  'MA-05': [-6.35, 32.34],
  'MA-06': [-7.59, 33.57],
  'MA-07': [-8.00, 31.63],
  'MA-08': [-4.43, 31.93],
  'MA-09': [-9.60, 30.42],
  'MA-10': [-10.06, 28.99],
  'MA-11': [-13.20, 27.15],
  'MA-12': [-15.93, 23.70],
  TN: [9.50, 34.80],
  MA: [-6.84, 34.02],
  PS: [35.20, 31.90],
  JO: [35.93, 31.95],
  LB: [35.50, 33.89],
  GR: [23.73, 37.98],
  IT: [12.50, 41.90],
  ES: [-3.70, 40.42],
  PT: [-9.14, 38.72],
  DZ: [3.06, 36.75],
  EG: [31.24, 30.04],
  LY: [13.19, 32.89],
};

/** Where a territory lies, or the nearest one above it that is known; undefined for a place of no known country. */
export function whereOnEarth(code: string | null, country: string): Point | undefined {
  const line = code ? [code, ...territoryLine(code).map((place) => place.code)] : [];
  return [...line, country].map((place) => points[place]).find(Boolean);
}
