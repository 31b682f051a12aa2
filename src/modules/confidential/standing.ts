import type { Asking } from '#core/action.ts';
import { holds } from '#core/actor.ts';
import { trainedAt } from '#modules/network/public.ts';
import type { ConfidentialTables } from './confidential.ts';
import { accessToFile, type EmergencyFact, type FileAccess, isFrozen, type Standing } from './file-access.ts';
import { sameMarks } from './marks.ts';

/** A file as its row names it, before anything is opened. */
interface FileRow {
  readonly id: string;
  readonly hub_id: string;
  readonly mark: Buffer;
}

/** Reads what counts for the officer who asks: her training, who keeps her out (by every file of theirs), her grants, the emergencies she took part in. */
export async function standingOf({ tx, network, actor, now }: Asking<ConfidentialTables>): Promise<Standing> {
  const me = actor.account!;
  const keptOut = await tx.selectFrom('confidential.kept_from_me').select('mark').execute();
  const grants = await tx.selectFrom('confidential.file_grant').select(['file_id', 'actions', 'from_at', 'until_at', 'revoked_at'])
    .where('network_id', '=', network).where('account_id', '=', me).where('until_at', '>', now).execute();
  const keys = await tx.selectFrom('confidential.key_request')
    .select(['mark', 'asked_by', 'approved_at', 'until_at', 'ended_at', 'reviewed_at'])
    .where('network_id', '=', network).where('kind', '=', 'emergency').where('approved_at', 'is not', null)
    .where((on) => on.or([on('asked_by', '=', me), on('approved_by', '=', me)])).execute();
  const emergencies: EmergencyFact[] = [];
  for (const key of keys) {
    for (const mark of await sameMarks({ tx, network }, key.mark)) {
      emergencies.push({ mark: mark.toString('hex'), asked: key.asked_by === me, approvedAt: key.approved_at!, until: key.until_at!, endedAt: key.ended_at, reviewedAt: key.reviewed_at });
    }
  }
  return {
    trained: await trainedAt(tx, me, 'protection', now),
    hubs: actor.hub && holds({ ...actor, roles: actor.roles.filter(({ scope }) => scope !== 'network') }, ['protection_officer']) ? [actor.hub] : [],
    keptOutBy: new Set(keptOut.map(({ mark }) => mark.toString('hex'))),
    grants: grants.map((grant) => ({ file: grant.file_id, actions: grant.actions, from: grant.from_at, until: grant.until_at, revokedAt: grant.revoked_at })),
    emergencies,
  };
}

/** What she may do with this file, by the rules of `accessToFile`. */
export const accessTo = (standing: Standing, { id, hub_id: hub, mark }: FileRow, now: Date): FileAccess =>
  accessToFile(standing, { id, hub, mark: mark.toString('hex') }, now);

/** Why she can open nothing at all for now; null when nothing stands in her way. */
export const lockedOut = (standing: Standing, now: Date): 'not-trained' | 'frozen' | null =>
  !standing.trained ? 'not-trained' : isFrozen(standing.emergencies, now) ? 'frozen' : null;
