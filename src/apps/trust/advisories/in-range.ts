type Version = readonly [number, number, number];

/** The three numbers of a version; a pre-release counts as the release before it. */
const numbers = (text: string): Version => {
  const [major = 0, minor = 0, patch = 0] = text.split('-')[0]!.split('.').map(Number);
  return [major, minor, patch];
};

/** Below zero when one comes before the other. */
const compared = (one: Version, other: Version): number => one[0] - other[0] || one[1] - other[1] || one[2] - other[2];

const holds: Readonly<Record<string, (difference: number) => boolean>> = {
  '<': (difference) => difference < 0, '<=': (difference) => difference <= 0, '>=': (difference) => difference >= 0, '>': (difference) => difference > 0, '=': (difference) => difference === 0,
};

/** Is this version within a range like ">=1.3.0 <1.10.1"? All of its parts must hold; a part that cannot be read is a mistake of the file. */
export const inRange = (version: string, range: string): boolean =>
  range.split(' ').every((part) => {
    const [, sign, bound] = /^(<=|>=|<|>|=)(\d+\.\d+\.\d+)$/.exec(part) ?? [];
    if (!sign || !bound) throw new Error(`The range ${range} cannot be read`);
    return holds[sign]!(compared(numbers(version), numbers(bound)));
  });
