import { isUuid } from '#core/id.ts';

/** The request somebody left at the portal, when a ticket or an appointment was made for it: the officer goes back to close it. */
export function backToRequest({ request }: Readonly<Record<string, string | undefined>>, made: Readonly<Record<string, string>>): string | undefined {
  return isUuid(request) ? `/desk/requests/${request}?${new URLSearchParams(made)}` : undefined;
}
