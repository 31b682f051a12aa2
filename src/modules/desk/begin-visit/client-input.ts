import { id, maybe } from '#core/input.ts';

/** Who the client is: a person, or an organization through the member who acts for it. */
export const clientInput = { person: maybe(id()), organization: maybe(id()), acting_person: maybe(id()) };

type Given = { person?: string; organization?: string; acting_person?: string };

/** A client is a person alone, or an organization with the member who acts for it. */
export const isOneClient = ({ person, organization, acting_person }: Given): boolean =>
  person ? !organization && !acting_person : Boolean(organization && acting_person);

/** What the form says when it named neither. */
export const oneClient = { message: 'required', path: ['person'] };
