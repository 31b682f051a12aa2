type Search = Readonly<Record<string, string | undefined>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The visit at the desk that led to this page (`?visit=`), or undefined; anything but an id is ignored. */
export const visitThatLedHere = ({ visit }: Search): string | undefined => (visit && UUID.test(visit) ? visit : undefined);

/** The call that somebody wanted to apply to when she turned out to be unknown here (`?call=`), or undefined. */
export const callThatLedHere = ({ call }: Search): string | undefined => (call && UUID.test(call) ? call : undefined);

/** Back to where she was asked for, with this person proposed: the visit's question "who is it?" (the organization she acts for is kept), or the application to a call. */
export function proposeWhereAsked(search: Search, person: string): string | undefined {
  const visit = visitThatLedHere(search);
  const call = callThatLedHere(search);
  const organization = search.organization && UUID.test(search.organization) ? `&organization=${search.organization}` : '';
  return visit ? `/desk/tickets/${visit}/client?person=${person}${organization}` : call && `/calls/${call}/apply?person=${person}`;
}
