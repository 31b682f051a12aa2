import type pg from 'pg';
import { callsPerRow } from './calls-per-row.ts';
import { type CatalogRule, ours } from './ask.ts';

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly command: 'r' | 'a' | 'w' | 'd' | '*';
  readonly using: string | null;
  readonly check: string | null;
  readonly roles: string;
  readonly columns: string[];
  readonly indexed: string[];
}

/** Columns that only tell apart within rows already found by another column of the same policy. */
const narrowing = new Set(['compartment', 'state', 'level', 'revoked_at', 'from_at', 'until_at', 'listed', 'app', 'kind', 'ended_at', 'closed_at', 'until', 'left_on', 'shut_at', 'outcome', 'import_id', 'withdrawn_at', 'taken_away_at', 'sealed']);

const policiesOf = async (client: pg.ClientBase): Promise<Policy[]> => (await client.query(`
  select n.nspname || '.' || c.relname as table, p.polname as name, p.polcmd as command,
    pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check,
    (select string_agg(coalesce(r.rolname, 'public'), ',') from unnest(p.polroles) o left join pg_roles r on r.oid = o) as roles,
    (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select array_agg(distinct a.attname::text) from pg_index i cross join unnest(i.indkey) k join pg_attribute a on a.attrelid = c.oid and a.attnum = k
      where i.indrelid = c.oid), '{}') as indexed
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${ours}`)).rows;

const eachPolicy = (rule: number, says: string, breaks: (policy: Policy) => string | false): CatalogRule => ({
  rule, says,
  look: async (client) => {
    const policies = await policiesOf(client);
    const faults = policies.flatMap((policy) => {
      const why = breaks(policy);
      return why ? [`rule ${rule}: ${policy.table} ${policy.name}: ${says}${why === 'yes' ? '' : ` (${why})`}`] : [];
    });
    return { looked: policies.length, faults };
  },
});

const text = ({ using, check }: Policy): string => `${using ?? ''} ${check ?? ''}`;

/** Rules 7 to 9 of trust.md 2.4: the form of every policy. */
export const rulesOfPolicies: readonly CatalogRule[] = [
  eachPolicy(7, 'a function that runs for every row, not once in a select of its own', (policy) => callsPerRow(text(policy)).join(', ') || false),
  eachPolicy(8, 'a column that no index holds', (policy) => {
    if (policy.command === 'a' || policy.roles === 'hadina_worker') return false;
    const using = (policy.using ?? '').replace(/'[^']*'/g, '').replace(/FROM \S+ \w+\s+WHERE[\s\S]*?\)\)/g, '');
    const named = policy.columns.filter((column) => new RegExp(`(?<![.\\w])\\(?${column}\\b(?! *\\(|\\.)`).test(using));
    const bare = named.filter((column) => !policy.indexed.includes(column) && !narrowing.has(column));
    return bare.length > 0 && bare.join(', ');
  }),
  eachPolicy(9, 'writing is not checked', ({ command, check }) => (command === 'a' || command === 'w' || command === '*') && check === null && 'yes'),
  eachPolicy(9, 'the network is not asked for', ({ roles, table, ...policy }) =>
    roles !== 'hadina_worker' && roles !== 'hadina_owner' && table !== 'network.territory' && !/network_id = \( ?SELECT/i.test(text({ roles, table, ...policy })) && 'yes'),
];
