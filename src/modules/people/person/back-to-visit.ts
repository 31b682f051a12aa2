type Search = Readonly<Record<string, string | undefined>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The visit at the desk that led to this page (`?visit=`), or undefined; anything but an id is ignored. */
export const visitThatLedHere = ({ visit }: Search): string | undefined => (visit && UUID.test(visit) ? visit : undefined);

/** Back to that visit's question "who is it?" with this person proposed, and the organization she acts for kept. */
export function proposeToVisit(search: Search, person: string): string | undefined {
  const visit = visitThatLedHere(search);
  const organization = search.organization && UUID.test(search.organization) ? `&organization=${search.organization}` : '';
  return visit && `/desk/tickets/${visit}/client?person=${person}${organization}`;
}
