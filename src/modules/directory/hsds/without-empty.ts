/** An object without the members that say nothing: HSDS has no null, an absent member is absent. */
export const withoutEmpty = <T extends object>(value: T): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined && member !== null && member !== '' && !(Array.isArray(member) && member.length === 0)));
