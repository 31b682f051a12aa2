/** The number by which two colleagues speak of one request, e.g. `7F3A-91C2`: the end of its identifier, which tells nothing. */
export const requestNumber = (request: string): string => `${request.slice(-8, -4)}-${request.slice(-4)}`.toUpperCase();
