import { z } from 'zod';

const isBlank = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '') return true;
  if (typeof value !== 'object') return false;
  return Object.values(value).every(isBlank);
};

/**
 * A list whose rows a form names by number (`costs.0.amount`); rows left empty are dropped. `kept` names the parts of a
 * row that say nothing by themselves, such as a currency already chosen. At most `most` rows.
 */
export const rows = <S extends z.ZodType>(shape: S, most: number, kept: readonly string[] = []) =>
  z.preprocess((value) => {
    const given = value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : Object.values(value as object);
    return given.filter((row) => {
      if (typeof row !== 'object' || row === null) return !isBlank(row);
      return !isBlank(Object.fromEntries(Object.entries(row).filter(([name]) => !kept.includes(name))));
    });
  }, z.array(shape).max(most));
