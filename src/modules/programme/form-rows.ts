import { z } from 'zod';

const isBlank = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isBlank);
};

/** A list whose rows a form names by number (`decisions.0.decided`); rows with nothing but the parts in `kept` are dropped. At most `most` rows. */
export const rows = <S extends z.ZodType>(shape: S, most: number, kept: readonly string[] = []) =>
  z.preprocess((value) => {
    const given = value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : Object.values(value as object);
    return given.filter((row) => !isBlank(typeof row === 'object' && row !== null ? Object.fromEntries(Object.entries(row).filter(([name]) => !kept.includes(name))) : row));
  }, z.array(shape).max(most));
