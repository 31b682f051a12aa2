import { REVIEW_MS } from './codes.ts';

/** A grant as the decision reads it. */
export interface GrantFact {
  readonly file: string;
  readonly actions: readonly string[];
  readonly from: Date;
  readonly until: Date;
  readonly revokedAt: Date | null;
}

/** An emergency in which she turned one of the two keys. */
export interface EmergencyFact {
  readonly mark: string;
  /** She asked (and may read), or she turned the second key (and may not). */
  readonly asked: boolean;
  readonly approvedAt: Date;
  readonly until: Date;
  readonly endedAt: Date | null;
  readonly reviewedAt: Date | null;
}

/** All that counts when an officer stands before a protected file; marks are hexadecimal. */
export interface Standing {
  readonly trained: boolean;
  /** The hubs where she is protection officer now: the one where she stands, or none. */
  readonly hubs: readonly string[];
  /** Fingerprints of those who keep her out. */
  readonly keptOutBy: ReadonlySet<string>;
  readonly grants: readonly GrantFact[];
  readonly emergencies: readonly EmergencyFact[];
}

export interface FileFact {
  readonly id: string;
  readonly hub: string;
  readonly mark: string;
}

export interface FileAccess {
  readonly may: 'nothing' | 'read' | 'write';
  readonly why: 'kept-out' | 'elsewhere' | 'not-trained' | 'frozen' | 'grant' | 'emergency' | 'no-grant';
}

/**
 * Says what an officer may do with a protected file, and why. Every no stands before every yes: whom she keeps out, another hub,
 * expired training, an emergency left without review for 72 hours. PostgreSQL decides the rows by the same rules (migration 0032).
 */
export function accessToFile(standing: Standing, file: FileFact, now: Date): FileAccess {
  if (standing.keptOutBy.has(file.mark)) return { may: 'nothing', why: 'kept-out' };
  if (!standing.hubs.includes(file.hub)) return { may: 'nothing', why: 'elsewhere' };
  if (!standing.trained) return { may: 'nothing', why: 'not-trained' };
  if (isFrozen(standing.emergencies, now)) return { may: 'nothing', why: 'frozen' };
  const live = standing.grants.filter((grant) => grant.file === file.id && isLive(grant, now));
  if (live.length > 0) return { may: live.some(({ actions }) => actions.includes('write')) ? 'write' : 'read', why: 'grant' };
  const reads = standing.emergencies.some((key) => key.asked && key.mark === file.mark && key.endedAt === null && key.approvedAt <= now && now < key.until);
  return reads ? { may: 'read', why: 'emergency' } : { may: 'nothing', why: 'no-grant' };
}

/** Whether a grant counts at this moment. */
export const isLive = ({ from, until, revokedAt }: GrantFact, now: Date): boolean => revokedAt === null && from <= now && now < until;

/** Whether an emergency of hers waited 72 hours for its review in vain: then both officers are locked out until it is made. */
export const isFrozen = (emergencies: readonly EmergencyFact[], now: Date): boolean =>
  emergencies.some(({ approvedAt, reviewedAt }) => now.getTime() - approvedAt.getTime() >= REVIEW_MS && (reviewedAt === null || reviewedAt > now));
