import { createHash } from 'node:crypto';
import type { Doing } from '#core/action.ts';
import { titleOfFile } from '#core/files/file-name.ts';
import { fileFaults, mediaTypes, type Verdict } from '#core/files/media-type.ts';
import { newId } from '#core/id.ts';
import { takeRoom } from '#modules/documents/public.ts';
import type { RegisterTables } from '../registers.ts';
import type { ProofTyped } from './proof-input.ts';
import { placeOf } from './place-of.ts';

/** Why a paper is not kept. */
export const proofRefusals = [...fileFaults, 'shelf-full'] as const;

/**
 * Keeps the paper that `around` looked into, with the fingerprint that its event says too; gives its id, or null when none was brought.
 * It takes room on the shelf of the hub's documents. Without a title it takes what its file was called.
 */
export async function keepProof(doing: Doing<RegisterTables>, { file_name, title }: ProofTyped): Promise<string | null> {
  const { tx, network, hub, now, actor, vault, refuse, record } = doing;
  const verdict = doing.brought as Verdict | undefined;
  if (verdict === undefined) return null;
  if (!verdict.ok) return refuse(verdict.fault, {}, 'file');
  const { mediaType, content } = verdict;
  if (!(await takeRoom(doing, hub, content.length))) refuse('shelf-full', {}, 'file');
  const proof = newId(now.getTime());
  const sha256 = createHash('sha256').update(content).digest();
  await tx.insertInto('registers.proof').values({
    network_id: network, id: proof, hub_id: hub, title: (title ?? (file_name ? titleOfFile(file_name) : null)) || mediaTypes[mediaType].ending.toUpperCase(),
    media_type: mediaType, bytes: content.length, sha256, sealed: await vault.sealBytes(placeOf(proof, hub), content), added_by: actor.account, added_at: now,
  }).execute();
  await record({ name: 'proof-added', subject: proof, body: { media_type: mediaType, bytes: content.length, sha256: sha256.toString('hex') } });
  return proof;
}
