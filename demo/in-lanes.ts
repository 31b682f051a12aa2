/** Does the same work for each of a list, at most so many at once, so that a slow machine is not asked for all at the same moment. */
export async function inLanes<T, R>(list: readonly T[], lanes: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  const waiting = list.entries();
  const lane = async (): Promise<void> => {
    for (const [position, item] of waiting) done[position] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, list.length) }, lane));
  return done;
}
