import type { RoleCode } from '#core/actor.ts';
import type { Reader } from './row-oracle.ts';
import { callRows, ledAllTheSame } from './call-rows.ts';
import { moneyRows } from './money-rows.ts';
import { registerRows } from './register-rows.ts';
import { ventureRows } from './venture-rows.ts';

/** A row as it truly stands, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Everything that is written in one network, by `schema.table`, and the database's clock. */
export interface HouseFacts {
  readonly rows: (table: string) => readonly Row[];
  readonly now: Date;
}

/** Who reads a row, when trust.md is read aloud for its table. `eyes` is what counts for this reader, worked out once. */
type Judge = (eyes: Eyes, row: Row) => boolean;

const ordinary: readonly RoleCode[] = ['desk_officer', 'case_worker', 'supervisor', 'hub_manager'];
const contact: readonly RoleCode[] = ['desk_officer', 'case_worker', 'supervisor'];
const leads: readonly RoleCode[] = ['case_worker', 'supervisor', 'hub_manager'];
const accompanies: readonly RoleCode[] = ['coach', 'trainer', 'case_worker', 'supervisor'];
const mayReadLives: readonly RoleCode[] = ['coach', 'case_worker', 'supervisor', 'hub_manager'];
const staff: readonly RoleCode[] = ['desk_officer', 'coach', 'trainer', 'case_worker', 'protection_officer', 'supervisor', 'hub_manager'];
/** Columns in which a row may name a person. */
const namesHer = ['person_id', 'spoken_to_id', 'acting_person_id', 'key_owner_id', 'survivor_id', 'absorbed_id', 'first_id', 'second_id'];

const atDesk: Judge = (eyes, row) => eyes.here(ordinary, row.hub_id);
const withContact: Judge = (eyes, row) => eyes.here(contact, row.hub_id);
const everyone: Judge = () => true;
const nobody: Judge = () => false;
const anyDesk: Judge = (eyes) => eyes.standsAs(ordinary);
const ofPath: Judge = (eyes, row) => eyes.here(leads, row.hub_id) || eyes.accompanied.has(String(row.case_id));
const lifeOfPath: Judge = (eyes, row) => eyes.here(mayReadLives, row.hub_id) && (eyes.accompanied.has(String(row.case_id)) || eyes.notesOpen.has(String(row.case_id)));
const ofOpenFile: Judge = (eyes, row) => eyes.openFiles.has(String(row.file_id));
const managed: Judge = (eyes, row) => eyes.here(['hub_manager'], row.hub_id);
const audited: Judge = (eyes, row) => eyes.audits(row.hub_id);
const either = (...judges: readonly Judge[]): Judge => (eyes, row) => judges.some((judge) => judge(eyes, row));
const onItsWay: Judge = (eyes, row) => eyes.here(ordinary, row.hub_id) || eyes.here(ordinary, row.to_hub_id);
const mine: Judge = (eyes, row) => row.account_id === eyes.me;
const contactOpen: Judge = (eyes, row) => withContact(eyes, row) && eyes.contactOpen.has(String(row.person_id));

/** What the ordinary login reads of persons. Every table of these schemas stands here; what is not named is judged by nobody, and that is a fault. */
export const ordinaryRows: Readonly<Record<string, Judge>> = {
  'people.person': (eyes, row) => eyes.enrolledHere.has(String(row.id)) || eyes.askedPersons.has(String(row.id)) || eyes.learners.has(String(row.id)),
  'people.enrolment': (eyes, row) => atDesk(eyes, row) || (eyes.here(accompanies, eyes.at) && eyes.here(accompanies, row.hub_id) && eyes.askedPersons.has(String(row.person_id))),
  'people.name_word': atDesk, 'people.access_grant': atDesk, 'people.consent': atDesk, 'people.consent_ask': atDesk, 'people.household': atDesk,
  'people.household_member': atDesk, 'people.merge': atDesk, 'people.possible_double': atDesk,
  'people.known_name': anyDesk, 'people.told_code': anyDesk,
  'people.person_contact': contactOpen, 'people.person_life': (eyes, row) => contactOpen(eyes, row) && row.written_by === eyes.me,
  'people.contact_mark': withContact, 'people.contact_rule': withContact, 'people.double_search': withContact,
  'people.notice': everyone, 'people.consent_length': everyone, 'people.alert_duty': everyone, 'people.conflict': mine,
  'desk.appointment': atDesk, 'desk.assessment': atDesk, 'desk.disclosure': atDesk, 'desk.needs_answer': atDesk, 'desk.needs_assessment': atDesk,
  'desk.orientation': atDesk, 'desk.orientation_choice': atDesk, 'desk.queue_day': atDesk, 'desk.referral': atDesk, 'desk.referral_link': atDesk,
  'desk.slip': atDesk, 'desk.ticket': atDesk, 'desk.unmet_need': atDesk, 'desk.complaint': managed, 'desk.form': everyone, 'desk.form_question': everyone,
  'desk.slip_opening': nobody,
  'desk.slip_step': (eyes, row) => eyes.sees('desk.ticket', row.ticket_id) || eyes.sees('desk.slip', row.ticket_id, 'ticket_id'),
  'desk.listening_note': (eyes, row) => atDesk(eyes, row) && mine(eyes, row)
    && eyes.facts.rows('desk.ticket').some(({ id, called_by, state }) => id === row.ticket_id && called_by === eyes.me && inTalk(state)),
  'desk.needs_sealed_answer': (eyes, row) => atDesk(eyes, row) && mine(eyes, row)
    && eyes.facts.rows('desk.ticket').some(({ id, state }) => id === row.ticket_id && inTalk(state)),
  'accompaniment.case_file': (eyes, row) => atDesk(eyes, row) || eyes.asked.has(String(row.id)),
  'accompaniment.assignment': (eyes, row) => atDesk(eyes, row) || ((mine(eyes, row) || row.successor_id === eyes.me) && eyes.here(accompanies, row.hub_id)),
  'accompaniment.life_grant': either(ofPath, mine),
  'accompaniment.goal': ofPath, 'accompaniment.step': ofPath, 'accompaniment.session': ofPath, 'accompaniment.act': ofPath, 'accompaniment.follow_up': ofPath,
  'accompaniment.approval': ofPath, 'accompaniment.outcome': ofPath, 'accompaniment.diagnosis': ofPath,
  'accompaniment.session_note': lifeOfPath, 'accompaniment.special_need': lifeOfPath,
  'documents.document': (eyes, row) => row.compartment === 'C0' ? atDesk(eyes, row) : row.compartment === 'C1a' ? contactOpen(eyes, row)
    // Papers of an application open as its sealed answers do: while it is typed to who types, later to who leads the team; taken back, to who destroys them.
    : row.parent_kind === 'application' ? eyes.here(['supervisor'], row.hub_id) || (withContact(eyes, row) && eyes.facts.rows('incubation.application').some(({ id, state }) => id === row.parent_id && ['draft', 'withdrawn'].includes(String(state))))
    : lifeOfPath(eyes, { ...row, case_id: row.parent_id }),
  'documents.piece': (eyes, row) => eyes.sees('documents.document', row.document_id),
  'documents.shelf': (eyes, row) => eyes.here(staff, row.hub_id),
  ...callRows,
  ...moneyRows,
  ...ventureRows,
  ...registerRows,
  'messages.message': withContact,
  'training.trainer': (eyes) => eyes.standsAs(staff),
  'training.session': (eyes, row) => eyes.here(staff, row.hub_id) || (row.state !== 'planned' && (row.audience === 'beneficiaries' || eyes.standsAs(staff))),
  'training.half_day': (eyes, row) => eyes.sees('training.session', row.session_id),
  'training.taught': (eyes, row) => eyes.here(staff, row.hub_id) || mine(eyes, row),
  // The desk, whoever teaches the course until two weeks after it closed, and the colleague herself.
  'training.seat': (eyes, row) => atDesk(eyes, row) || mine(eyes, row) || eyes.teaches.has(String(row.session_id)),
  'training.attendance': (eyes, row) => (atDesk(eyes, row) || eyes.teaches.has(String(row.session_id))) && eyes.sees('training.seat', row.seat_id),
  'training.sheet': (eyes, row) => atDesk(eyes, row) || eyes.teaches.has(String(row.session_id)),
  'training.room': (eyes, row) => atDesk(eyes, row) || eyes.teaches.has(String(row.session_id)),
  'training.check_in': (eyes, row) => atDesk(eyes, row) || eyes.teaches.has(String(row.session_id)),
  // Many stand on a sheet: one of them from whom she is kept apart closes it.
  'training.sheet_piece': (eyes, row) => eyes.sees('training.sheet', row.sheet_id) && eyes.facts.rows('training.sheet').some(({ id, session_id: course }) => id === row.sheet_id
    && !eyes.facts.rows('training.seat').some((seat) => seat.session_id === course && seat.state === 'given' && eyes.apart.has(String(seat.person_id)))),
  'training.certificate': everyone,
  'transfer.parcel': onItsWay, 'transfer.waiting': onItsWay, 'transfer.departure': atDesk,
  'transfer.piece': (eyes, row) => eyes.here(contact, row.to_hub_id) && !eyes.later(row.from_at) && eyes.later(row.until_at),
  'transfer.opening': (eyes, row) => withContact(eyes, row) && mine(eyes, row),
  'rights.request': either(atDesk, audited), 'rights.subject': either(withContact, audited, managed), 'rights.certificate': either(atDesk, audited),
  'rights.incident': either(audited, managed),
  // Whoever may see that she asked to be forgotten sees what holds her file back.
  'rights.hold': (eyes, row) => audited(eyes, row) || managed(eyes, row)
    || eyes.facts.rows('rights.request').some((asked) => eyes.wholeIdentity(new Set([String(asked.person_id)])).has(String(row.person_id)) && asked.kind === 'erase' && asked.state === 'open' && either(atDesk, audited)(eyes, asked)),
};

/** What the protected login reads: only protected matters, only by whoever may, and what it needs to know of the desk to find whom a hand-over means. */
export const protectedRows: Readonly<Record<string, Judge>> = {
  'confidential.file': (eyes, row) => eyes.openFiles.has(String(row.id)),
  'confidential.entry': ofOpenFile, 'confidential.door': ofOpenFile, 'confidential.door_opening': nobody,
  'confidential.handover': (eyes, row) => eyes.protects(row.hub_id) && !eyes.keptOut.has(String(row.mark)),
  'confidential.counted_file': (eyes, row) => !eyes.keptOut.has(String(row.mark)) && (eyes.here(['supervisor'], row.hub_id) || audited(eyes, row) || ofOpenFile(eyes, row)),
  'confidential.file_grant': (eyes, row) => mine(eyes, row) || row.granted_by === eyes.me,
  'confidential.exclusion': (eyes, row) => mine(eyes, row) || eyes.grantedFiles.has(String(row.file_id)),
  'confidential.on_call': (eyes, row) => mine(eyes, row) || eyes.standsAs(['protection_officer']),
  'confidential.key_request': (eyes, row) => eyes.readsRequest(row),
  'confidential.event': (eyes, row) => mine(eyes, row) || eyes.openFiles.has(String(row.subject_id)),
  'confidential.look': (eyes, row) => mine(eyes, row) || eyes.openFiles.has(String(row.person_id)),
  'confidential.command': mine, 'confidential.chain': nobody, 'confidential.seal': nobody, 'confidential.head': nobody,
  'desk.ticket': (eyes, row) => eyes.here(staff, row.hub_id),
  'people.enrolment': (eyes, row) => eyes.here(staff, row.hub_id),
  'people.person': (eyes, row) => eyes.facts.rows('people.enrolment').some(({ person_id, hub_id }) => person_id === row.id && eyes.here(['protection_officer'], hub_id)),
  'people.conflict': (eyes, row) => mine(eyes, row) || eyes.standsAs(['protection_officer']),
  // So that a number she must never be called on is found at the desk, without a word of why.
  'people.contact_mark': (eyes, row) => eyes.here(['protection_officer'], row.hub_id), 'people.contact_rule': (eyes, row) => eyes.here(['protection_officer'], row.hub_id),
};

const inTalk = (state: unknown): boolean => state === 'called' || state === 'in-progress';
const set = (rows: readonly Row[], column: string): ReadonlySet<string> => new Set(rows.map((row) => String(row[column])));

/** What counts for one reader in one house, from her story and from what is written there. */
export class Eyes {
  readonly me: string;
  readonly at: string | null;
  /** Files whose path she walks with somebody, and those she was asked to. */
  readonly accompanied: ReadonlySet<string>;
  readonly asked: ReadonlySet<string>;
  readonly askedPersons: ReadonlySet<string>;
  /** Courses she teaches, and those who have a seat in them or wait for one. */
  readonly teaches: ReadonlySet<string>;
  readonly learners: ReadonlySet<string>;
  /** Files whose notes were opened to her for a time. */
  readonly notesOpen: ReadonlySet<string>;
  readonly enrolledHere: ReadonlySet<string>;
  /** Persons for whom a live reason opens contact where she stands, with every file of theirs. */
  readonly contactOpen: ReadonlySet<string>;
  /** Persons from whom she is kept apart, with every file of theirs. */
  readonly apart: ReadonlySet<string>;
  /** Fingerprints of those who keep her out. */
  readonly keptOut: ReadonlySet<string>;
  readonly grantedFiles: ReadonlySet<string>;
  readonly openFiles: ReadonlySet<string>;
  private readonly trained: boolean;
  private readonly locked: boolean;

  constructor(readonly reader: Reader, readonly facts: HouseFacts) {
    this.me = reader.account;
    this.at = reader.standsAt;
    const { rows } = facts;
    const hers = rows('accompaniment.assignment').filter((row) => row.account_id === this.me && this.here(accompanies, row.hub_id) && (row.until_at === null || this.later(row.until_at)));
    this.accompanied = set(hers.filter(({ state }) => state === 'accepted'), 'case_id');
    const asked = hers.filter(({ state }) => state === 'accepted' || state === 'proposed');
    this.asked = set(asked, 'case_id');
    this.askedPersons = set(asked, 'person_id');
    this.teaches = set(rows('training.taught').filter((row) => row.account_id === this.me && this.here(accompanies, row.hub_id) && (row.until_at === null || this.later(row.until_at))), 'session_id');
    this.learners = set(rows('training.seat').filter(({ session_id, state }) => this.teaches.has(String(session_id)) && ['given', 'waitlisted'].includes(String(state))), 'person_id');
    this.notesOpen = set(rows('accompaniment.life_grant').filter((row) => row.account_id === this.me && this.live(row)), 'case_id');
    this.enrolledHere = set(rows('people.enrolment').filter((row) => this.here(ordinary, row.hub_id)), 'person_id');
    this.contactOpen = this.wholeIdentity(set(rows('people.access_grant').filter((row) => this.here(contact, row.hub_id) && this.live(row)), 'person_id'));
    this.apart = this.wholeIdentity(set(rows('people.conflict').filter((row) => row.account_id === this.me && row.ended_at === null), 'person_id'));
    const named = rows('confidential.exclusion').filter((row) => row.account_id === this.me && row.ended_at === null);
    this.keptOut = this.wholeMark(named.flatMap(({ mark, handover_mark }) => [mark, handover_mark]).filter((mark) => mark !== null).map(String));
    this.grantedFiles = set(rows('confidential.file_grant').filter((row) => row.account_id === this.me && this.live(row)), 'file_id');
    this.trained = this.holdsTraining();
    const keys = rows('confidential.key_request').filter(({ kind }) => kind === 'emergency');
    this.locked = keys.some((key) => (key.asked_by === this.me || key.approved_by === this.me) && key.approved_at !== null
      && facts.now.getTime() - time(key.approved_at) >= 72 * HOUR && (key.reviewed_at === null || this.later(key.reviewed_at)));
    const turned = keys.filter((key) => key.asked_by === this.me && key.approved_at !== null && !this.later(key.approved_at) && this.later(key.until_at) && key.ended_at === null);
    const opened = this.wholeMark(turned.map(({ mark }) => String(mark)));
    this.openFiles = set(rows('confidential.file').filter((file) => this.protects(file.hub_id) && !this.keptOut.has(String(file.mark))
      && (this.grantedFiles.has(String(file.id)) || opened.has(String(file.mark)))), 'id');
  }

  /** She stands there, and holds one of these roles there: a role over the whole network opens no row. */
  here(roles: readonly RoleCode[], hub: unknown): boolean {
    return hub !== null && hub === this.at && this.reader.holds.some(({ role, over, hub: held }) => over === 'hub' && held === hub && roles.includes(role));
  }

  standsAs(roles: readonly RoleCode[]): boolean {
    return this.here(roles, this.at);
  }

  audits(hub: unknown): boolean {
    return hub !== null && this.reader.holds.some(({ role, over, hub: held }) => role === 'dpo' && (over === 'network' || held === hub));
  }

  /** She protects there now: trained, and no emergency of hers was left without review. */
  protects(hub: unknown): boolean {
    return this.here(['protection_officer'], hub) && this.trained && !this.locked;
  }

  /** May she read the row of another table that this one belongs to? */
  sees(table: string, id: unknown, column = 'id'): boolean {
    return this.facts.rows(table).some((row) => row[column] === id && mayReadOf(ordinaryRows, this, table, row));
  }

  readsRequest(key: Row): boolean {
    if ([key.asked_by, key.approved_by].includes(this.me)) return true;
    if (this.keptOut.has(String(key.mark))) return false;
    if (key.declined_by === this.me) return true;
    if (key.voided === true) return this.standsAs(['protection_officer']) && key.hub_id === this.at
      && this.facts.rows('confidential.exclusion').some((row) => row.added_by === this.me && row.account_id === key.asked_by && row.ended_at === null
        && (row.account_id === this.me || this.grantedFiles.has(String(row.file_id))));
    const onCall = this.facts.rows('confidential.on_call').some((row) => row.account_id === this.me && row.ended_at === null && !this.later(row.from_at) && this.later(row.until_at));
    const waits = key.approved_at === null && key.declined_at === null && this.later(key.lapses_at);
    if (waits && this.standsAs(['protection_officer']) && this.trained && (key.hub_id === this.at || onCall)) return true;
    return key.kind === 'emergency' && key.approved_at !== null && (this.here(['supervisor'], key.hub_id) || this.audits(key.hub_id));
  }

  later(at: unknown): boolean {
    return time(at) > this.facts.now.getTime();
  }

  private live({ from_at, until_at, revoked_at }: Row): boolean {
    return revoked_at === null && !this.later(from_at) && this.later(until_at);
  }

  /** Files that were found to be of one woman count as one. */
  wholeIdentity(persons: ReadonlySet<string>): ReadonlySet<string> {
    const same = this.facts.rows('core.same_person');
    const survivors = set(same.filter(({ person_id }) => persons.has(String(person_id))), 'survivor_id');
    return new Set([...persons, ...same.filter(({ survivor_id }) => survivors.has(String(survivor_id))).map(({ person_id }) => String(person_id))]);
  }

  private wholeMark(marks: readonly string[]): ReadonlySet<string> {
    const same = this.facts.rows('core.same_mark');
    const identities = set(same.filter(({ mark }) => marks.includes(String(mark))), 'identity');
    return new Set([...marks, ...same.filter(({ identity }) => identities.has(String(identity))).map(({ mark }) => String(mark))]);
  }

  /** Her certificate counts today; where none was ever written down, the day of her training does, for two years. */
  private holdsTraining(): boolean {
    const today = this.facts.now.toISOString().slice(0, 10);
    const papers = this.facts.rows('network.competence').filter((row) => row.account_id === this.me && row.kind === 'protection');
    if (papers.some((row) => row.standing === 'held' && row.ended_at === null && String(row.since_on) <= today && (row.until_on === null || String(row.until_on) >= today))) return true;
    return papers.every(({ ended_why }) => ended_why === 'mistaken') && this.facts.rows('network.held_role').some((row) => row.account_id === this.me && row.role === 'protection_officer'
      && row.revoked_at === null && row.waits !== true && row.trained_on !== null && String(row.trained_on) <= today && twoYearsOn(String(row.trained_on)) > today);
  }
}

/** May she read this row of this table? Whom she is kept apart from she meets in no row, whatever names her. Undefined when nobody judges the table. */
export function mayReadOf(judges: Readonly<Record<string, Judge>>, eyes: Eyes, table: string, row: Row): boolean | undefined {
  const judge = judges[table];
  if (!judge) return undefined;
  if (row.network_id !== eyes.reader.network) return false;
  if (!table.startsWith('confidential.') && table !== 'people.conflict' && !ledAllTheSame(eyes, table, row)) {
    const named = [...namesHer.map((column) => row[column]), table === 'people.person' ? row.id : null];
    if (named.some((person) => typeof person === 'string' && eyes.apart.has(person))) return false;
  }
  return judge(eyes, row);
}

const HOUR = 3_600_000;
const time = (at: unknown): number => new Date(String(at)).getTime();
const twoYearsOn = (day: string): string => `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`;
