import { z } from 'zod';
import { sql } from 'kysely';
import { id } from '#core/input.ts';
import { dayHere } from '../hub/day-here.ts';
import { hubCard } from '../hub/hub-card.ts';
import { query } from '../network.ts';
import { accountNames } from '../staff/accounts-at.ts';
import { type CompetenceCode, competencesIn, competenceCodes } from './competence-kinds.ts';
import { keptColleague } from './record-competence.ts';

/** One colleague's papers, also those that count no longer, who saw them, and the kinds that may be recorded for her. */
export const competenceSheet = query({
  name: 'competence-sheet',
  says: 'What one colleague is trained and accredited for, and what ended.',
  input: z.strictObject({ account: id() }),
  run: async (asking, { account }) => {
    const { tx, network, actor } = asking;
    const her = await keptColleague(asking, account);
    const today = await dayHere(asking);
    const rows = await tx.selectFrom('network.competence')
      .where('network_id', '=', network).where('account_id', '=', account)
      .select(['id', 'kind', 'standing', 'why', 'number', 'issuer', 'since_on as since', 'until_on as until', 'recorded_by', 'recorded_at', 'ended_at', 'ended_why'])
      .select(sql<number | null>`until_on - ${today}::date`.as('days'))
      .orderBy(sql`ended_at desc nulls first`).orderBy('recorded_at', 'desc').execute();
    const names = await accountNames(tx, rows.flatMap(({ recorded_by }) => recorded_by ?? []));
    const country = her.hub && (await hubCard(tx, her.hub))?.country;
    return {
      account: her.id, name: her.name, me: her.id === actor.account, country: country ?? null,
      kinds: country ? competencesIn(country) : competenceCodes,
      competences: rows.map(({ recorded_by, ...row }) => ({
        ...row, kind: row.kind as CompetenceCode, recordedBy: recorded_by ? (names.get(recorded_by) ?? null) : null,
      })),
    };
  },
});
