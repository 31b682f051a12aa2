import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../confidential.ts';
import { openedFile } from '../held-file.ts';
import { sameMarks } from '../marks.ts';

/** A colleague who was let into the file, as its history tells. */
export interface Holder {
  readonly account: string;
  readonly name: string;
  readonly until: Date;
  readonly writes: boolean;
  readonly me: boolean;
}

/** Somebody who opened the file: who, when last, how often. */
export interface Reader {
  readonly name: string;
  readonly last: Date;
  readonly times: number;
}

/** Who may open this file and until when, to whom a grant could be given, and who did open it. */
export const whoHolds = query({
  name: 'who-holds',
  says: 'Shows who may open a protected file and who did.',
  input: z.strictObject({ file: id() }),
  run: async (asking, { file }) => {
    const { tx, network, now, actor } = asking;
    const { row, access } = await openedFile(asking, file);
    const happened = await tx.selectFrom('confidential.event as e').select(['e.name', 'e.account_id', 'e.at', 'e.body'])
      .where('e.network_id', '=', network).where('e.subject_id', '=', file).where('e.name', 'in', ['confidential.grant-given', 'confidential.grant-ended']).orderBy('e.at').orderBy('e.id').execute();
    const given = new Map<string, { until: Date; writes: boolean }>();
    for (const { name, body } of happened) {
      const told = body as { account: string; until: string; actions: string };
      if (name === 'confidential.grant-ended') given.delete(told.account);
      else given.set(told.account, { until: new Date(told.until), writes: told.actions === 'write' });
    }
    const mine = await tx.selectFrom('confidential.file_grant').select(['until_at', 'actions']).where('network_id', '=', network).where('file_id', '=', file).where('account_id', '=', actor.account!)
      .where('revoked_at', 'is', null).where('until_at', '>', now).orderBy('until_at', 'desc').executeTakeFirst();
    if (mine) given.set(actor.account!, { until: mine.until_at, writes: mine.actions.includes('write') });
    const looks = await tx.selectFrom('confidential.look').select(['account_id', (on) => on.fn.max('at').as('last'), (on) => on.fn.countAll<bigint>().as('times')])
      .where('network_id', '=', network).where('person_id', '=', file).where('outcome', '=', 'opened').groupBy('account_id').orderBy('last', 'desc').limit(50).execute();
    const kept = await tx.selectFrom('confidential.exclusion').select('account_id').where('network_id', '=', network).where('mark', 'in', await sameMarks(asking, row.mark)).where('ended_at', 'is', null).execute();
    const out = new Set(kept.map(({ account_id }) => account_id));
    const officers = await tx.selectFrom('confidential.officer').select('account_id').where('network_id', '=', network).where('hub_id', '=', row.hub_id).execute();
    const ids = [...given.keys(), ...looks.flatMap(({ account_id }) => account_id ?? []), ...officers.map(({ account_id }) => account_id)];
    const names = new Map((await tx.selectFrom('confidential.colleague').select(['id', 'name']).where('network_id', '=', network).where('id', 'in', [...new Set(ids), actor.account!]).execute())
      .map((colleague) => [colleague.id, colleague.name]));
    return {
      code: row.code, may: access.may,
      holders: [...given].filter(([, { until }]) => until > now).map(([account, grant]): Holder => ({ account, name: names.get(account) ?? '', ...grant, me: account === actor.account })),
      readers: looks.map(({ account_id, last, times }): Reader => ({ name: names.get(account_id ?? '') ?? '', last: last as Date, times: Number(times) })),
      colleagues: [...new Set(officers.map(({ account_id }) => account_id))].filter((account) => account !== actor.account && !out.has(account)).map((account) => ({ account, name: names.get(account) ?? '' })),
    };
  },
});
