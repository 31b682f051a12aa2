import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Actor, RoleCode } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import type { KeyStory, ProtectedReader, Woman } from '#tests/oracle/protected-oracle.ts';
import type { Random } from '../random.ts';
import { insertRows, type Row } from './insert-rows.ts';

/** One woman's random world: her story and the ids of what was written of her. */
export interface WomanWorld extends Woman {
  readonly person: string;
  readonly file: string;
  readonly mark: string;
  readonly entries: readonly string[];
  readonly handover: string;
}

/** Many worlds in one network, and all who will look. */
export interface Worlds {
  readonly women: readonly WomanWorld[];
  readonly readers: readonly { readonly actor: Actor; readonly story: ProtectedReader }[];
}

const HOUR = 3_600_000;
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();
const cast: readonly (readonly [RoleCode, 0 | 1])[] = [
  ['protection_officer', 0], ['protection_officer', 0], ['protection_officer', 0], ['protection_officer', 0], ['protection_officer', 1], ['protection_officer', 1],
  ['supervisor', 0], ['supervisor', 1], ['hub_manager', 0], ['dpo', 0], ['desk_officer', 0], ['case_worker', 1], ['network_admin', 0],
];

/** Makes a network with two hubs, a cast of colleagues and so many women, each with random grants, keys and exclusions. */
export async function openWorlds(owner: pg.Client, random: Random, many: number): Promise<Worlds> {
  const first = await openHub();
  const places = [first, await first.secondHub()];
  const { network } = first;
  const readers: Worlds['readers'][number][] = [];
  for (const [n, [role, at]] of cast.entries()) {
    const actor = await places[at]!.as(role);
    readers.push({ actor, story: { account: actor.account!, role, at: actor.hub, trained: role === 'protection_officer' && n !== 2, locked: n === 3, onCall: n === 5 } });
  }
  const accounts = readers.map(({ story }) => story.account);
  const officers = readers.filter(({ story }) => story.role === 'protection_officer');
  const rows: Record<string, Row[]> = {};
  const write = (table: string, row: Row) => (rows[table] ??= []).push({ network_id: network, ...row });
  write('confidential.on_call', { id: newId(), hub_id: places[1]!.hub, account_id: accounts[5], from_at: ago(1), until_at: ago(-20) });
  write('confidential.key_request', { ...requestRow('over', places[0]!.hub, bytes(32), accounts[3]!, accounts[0]!), approved_at: ago(80), until_at: ago(76.1), approved_by: accounts[6] });
  const women: WomanWorld[] = [];
  const marks: { mark: string; handover: string }[] = [];
  for (let i = 0; i < many; i++) {
    const hub = random.pick(places).hub;
    const [person, file, handover, mark, handoverMark, code] = [newId(), newId(), newId(), bytes(32), bytes(32), newCode(random)];
    const at = { hub_id: hub, mark };
    const since = ago(500);
    write('people.person', { id: person, code, name: 'خديجة العيادي', norm_version: 1, since });
    write('people.enrolment', { id: newId(), hub_id: hub, person_id: person, via: 'registered', since });
    write('confidential.file', { ...at, id: file, kind: 'protection', code, sealed: '\\x00', opened_by: accounts[0], opened_at: ago(400) });
    write('confidential.counted_file', { ...at, file_id: file, opened_at: ago(400) });
    const entries = Array.from({ length: random.below(3) }, () => newId());
    for (const id of entries) write('confidential.entry', { id, file_id: file, hub_id: hub, kind: 'note', written_by: accounts[0], written_at: ago(3), sealed: '\\x00' });
    const handoverState = random.once(2) ? { state: 'waiting' } : { state: 'taken', taken_by: accounts[0], taken_at: ago(1) };
    write('confidential.handover', { id: handover, hub_id: hub, given_by: accounts[10], given_at: ago(5), key_owner_id: person, pointer: '\\x00', mark: handoverMark, ...handoverState });
    const [keepsOut, hiddenFrom, openTo] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const account of accounts) {
      if (random.once(4)) {
        const live = !random.once(4);
        if (live) keepsOut.add(account);
        write('confidential.exclusion', { ...at, id: newId(), file_id: file, handover_mark: handoverMark, account_id: account, label: '\\x00', added_by: other(random, accounts, account), since: ago(9),
          ...(live ? {} : { ended_at: ago(1), ended_by: accounts[0] }) });
      }
      if (random.once(6)) {
        const live = !random.once(4);
        if (live) hiddenFrom.add(account);
        write('people.conflict', { account_id: account, person_id: person, since: ago(9), ended_at: live ? null : ago(1) });
      }
      if (!random.once(3)) {
        const state = random.pick(['live', 'live', 'expired', 'revoked', 'future'] as const);
        if (state === 'live') openTo.add(account);
        write('confidential.file_grant', { ...at, id: newId(), file_id: file, code, account_id: account, actions: random.once(2) ? ['read'] : ['read', 'write'], purpose: 'stand_in', basis: 'colleague',
          granted_by: other(random, accounts, account), from_at: ago(state === 'future' ? -2 : 50), until_at: ago(state === 'expired' ? 1 : -50),
          revoked_at: state === 'revoked' ? ago(1) : null, revoked_by: state === 'revoked' ? account : null });
      }
    }
    const requests: KeyStory[] = [];
    for (let n = random.below(3); n > 0; n--) {
      const here = officers.filter(({ story }) => story.at === hub);
      const by = random.pick(here).story.account;
      const second = other(random, officers.map(({ story }) => story.account), by);
      const state = random.pick(['waiting', 'lapsed', 'declined', 'open', 'open', 'over', 'reviewed'] as const);
      const row = requestRow(state, hub, mark, by, second);
      const renewal = state === 'waiting' && random.once(3);
      const voided = keepsOut.has(by) && state === 'waiting';
      write('confidential.key_request', { ...row, voided, reviewed_by: state === 'reviewed' ? accounts[9] : null,
        ...(renewal ? { kind: 'renewal', file_id: file, code, words: null, reason: 'goes_on' } : {}) });
      requests.push({ id: row.id, by, state, kind: renewal ? 'renewal' : 'emergency', void: voided, second: row.approved_by, saidNo: row.declined_by });
    }
    women.push({ hub, keepsOut, hiddenFrom, openTo, requests, requestsElsewhere: [], person, file, mark, entries, handover });
    marks.push({ mark, handover: handoverMark });
  }
  for (let i = 1; i < many; i += 2) {
    if (women[i]!.hub === women[i - 1]!.hub && random.once(2)) mergeTwo(write, women, marks, i, accounts[6]!, accounts[8]!);
  }
  await owner.query('begin');
  await owner.query(`update network.held_role set trained_on = '2019-05-01' where network_id = $1 and account_id = $2`, [network, accounts[2]]);
  await insertRows(owner, rows);
  await owner.query('commit');
  return { women, readers };
}

/** Makes the file at `i` and the one before it one woman: whom either keeps out is kept from both, and a key asked for one reads both. */
function mergeTwo(write: (table: string, row: Row) => void, women: WomanWorld[], marks: readonly { mark: string; handover: string }[], i: number, by: string, second: string): void {
  const [one, two] = [women[i - 1]!, women[i]!];
  const merge = newId();
  write('people.merge', { id: merge, hub_id: one.hub, survivor_id: one.person, absorbed_id: two.person, reason: 'said-so', words: 'x', state: 'merged', proposed_by: by, proposed_at: ago(3), decided_by: second, decided_at: ago(2) });
  write('core.same_person', { person_id: one.person, survivor_id: one.person, into_id: null, merge_id: null });
  write('core.same_person', { person_id: two.person, survivor_id: one.person, into_id: one.person, merge_id: merge });
  for (const use of ['mark', 'handover'] as const) {
    for (const each of [i - 1, i]) write('core.same_mark', { mark: marks[each]![use], identity: marks[i - 1]![use] });
  }
  const said = { keepsOut: new Set([...one.keepsOut, ...two.keepsOut]), hiddenFrom: new Set([...one.hiddenFrom, ...two.hiddenFrom]) };
  women[i - 1] = { ...one, ...said, requestsElsewhere: two.requests };
  women[i] = { ...two, ...said, requestsElsewhere: one.requests };
}

function requestRow(state: KeyStory['state'], hub: string, mark: string, by: string, second: string) {
  const approved = { open: [1, -2.9], over: [10, 6.1], reviewed: [100, 96.1] }[state as 'open'];
  return {
    id: newId(), hub_id: hub, kind: 'emergency', mark, file_id: null as string | null, code: null as string | null, reason: 'danger', words: '\\x00' as string | null, voided: false, asked_by: by,
    asked_at: ago({ lapsed: 29, reviewed: 101, over: 11 }[state as 'over'] ?? 2), lapses_at: ago({ lapsed: 6, reviewed: 80, over: -10 }[state as 'over'] ?? -20),
    approved_by: approved ? second : null, approved_at: approved ? ago(approved[0]!) : null, until_at: approved ? ago(approved[1]!) : null,
    declined_by: state === 'declined' ? second : null, declined_at: state === 'declined' ? ago(1) : null,
    reviewed_by: null as string | null, reviewed_at: state === 'reviewed' ? ago(90) : null, review: state === 'reviewed' ? 'justified' : null,
  };
}

const bytes = (many: number): string => `\\x${randomBytes(many).toString('hex')}`;
const other = (random: Random, accounts: readonly string[], not: string): string => random.pick(accounts.filter((account) => account !== not));
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const newCode = (random: Random): string => Array.from({ length: 8 }, (_, at) => (at === 4 ? '-' : '') + LETTERS[random.below(32)]).join('');
