import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import type { House } from '#core/house.ts';
import { accessToFile, type Standing } from '#modules/confidential/file-access.ts';
import { mayFind, mayReadRequest, type ProtectedReader } from '#tests/oracle/protected-oracle.ts';
import type { WomanWorld, Worlds } from './exclusion-worlds.ts';

interface Seen { readonly files: Set<string>; readonly entries: Set<string>; readonly counted: Set<string>; readonly handovers: Set<string>; readonly requests: Set<string>; readonly sheets: Set<string> }

/** Lets every reader look at everything through her own connection, and compares with what the oracle says she may find. */
export async function lookAround(house: House, { women, readers }: Worlds): Promise<{ cells: number; keptOut: number; faults: string[] }> {
  const faults: string[] = [];
  let [cells, keptOut] = [0, 0];
  for (const { actor, story } of readers) {
    const seen = await seenBy(house, actor);
    for (const woman of women) {
      const tell = (what: string, is: boolean, may: boolean) => {
        cells++;
        if (is !== may) faults.push(`${story.role}${story.trained ? '' : ' (untrained)'}${story.locked ? ' (locked)' : ''} ${woman.keepsOut.has(story.account) ? 'kept out ' : ''}${is ? 'finds' : 'misses'} ${what}`);
      };
      if (woman.keepsOut.has(story.account)) keptOut++;
      tell('the file', seen.files.has(woman.file), mayFind(story, 'file', woman));
      tell('a count', seen.counted.has(woman.file), mayFind(story, 'count', woman));
      tell('the hand-over', seen.handovers.has(woman.handover), mayFind(story, 'handover', woman));
      tell('the ordinary sheet', seen.sheets.has(woman.person), mayFind(story, 'sheet', woman));
      for (const entry of woman.entries) tell('what was told', seen.entries.has(entry), mayFind(story, 'entry', woman));
      for (const key of woman.requests) tell(`a request for a key (${key.state})`, seen.requests.has(key.id), mayReadRequest(story, key, woman));
      tell('the file by the decision', accessToFile(standing(story, women), { id: woman.file, hub: woman.hub, mark: woman.mark }, new Date()).may !== 'nothing', mayFind(story, 'file', woman));
    }
  }
  return { cells, keptOut, faults };
}

async function seenBy(house: House, actor: Actor): Promise<Seen> {
  const read = async (pool: House['app'], column: string, table: string) => {
    const client = await pool.connect();
    try {
      await client.query(beginFor(actor, { readOnly: true }));
      return new Set((await client.query<{ id: string }>(`select ${column} as id from ${table}`)).rows.map(({ id }) => id));
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  return {
    files: await read(house.protected, 'id', 'confidential.file'),
    entries: await read(house.protected, 'id', 'confidential.entry'),
    counted: await read(house.protected, 'file_id', 'confidential.counted_file'),
    handovers: await read(house.protected, 'id', 'confidential.handover'),
    requests: await read(house.protected, 'id', 'confidential.key_request'),
    sheets: await read(house.app, 'id', 'people.person'),
  };
}

const standings = new WeakMap<readonly WomanWorld[], Map<string, Standing>>();

/** The same story as the decision reads it: what counts for one officer, over all women. */
function standing({ account, role, at, trained, locked }: ProtectedReader, women: readonly WomanWorld[]): Standing {
  const known = standings.get(women) ?? new Map<string, Standing>();
  standings.set(women, known);
  const before = known.get(account);
  if (before) return before;
  const [past, future] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)];
  const key = { asked: false, mark: '', approvedAt: past, until: future, endedAt: null, reviewedAt: null };
  const made: Standing = {
    trained, hubs: role === 'protection_officer' && at ? [at] : [],
    keptOutBy: new Set(women.filter(({ keepsOut }) => keepsOut.has(account)).map(({ mark }) => mark)),
    grants: women.filter(({ openTo }) => openTo.has(account)).map(({ file }) => ({ file, actions: ['read'], from: past, until: future, revokedAt: null })),
    emergencies: [
      ...women.flatMap(({ mark, requests, requestsElsewhere }) => [...requests, ...requestsElsewhere].filter(({ by, state, kind }) => by === account && state === 'open' && kind === 'emergency').map(() => ({ ...key, mark, asked: true }))),
      ...(locked ? [{ ...key, approvedAt: new Date(Date.now() - 80 * 3_600_000), until: past }] : []),
    ],
  };
  known.set(account, made);
  return made;
}
