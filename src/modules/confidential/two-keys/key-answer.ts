/** A request for a second key, as the decision reads it. */
export interface RequestFact {
  readonly askedBy: string;
  readonly lapsesAt: Date;
  readonly approvedAt: Date | null;
  readonly declinedAt: Date | null;
}

/** Whether this officer may turn the second key, or why not. Nobody is her own second key; an answered or lapsed request waits for none. */
export function keyAnswer(request: RequestFact, me: string, now: Date): 'may' | 'own-request' | 'lapsed' | 'already-answered' {
  if (request.askedBy === me) return 'own-request';
  if (request.approvedAt || request.declinedAt) return 'already-answered';
  return request.lapsesAt <= now ? 'lapsed' : 'may';
}
