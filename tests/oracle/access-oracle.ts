import type { RoleCode } from '#core/actor.ts';
import { type Duty, dutyOf } from './duties.ts';

/** What each role is for, in the words of trust.md 2.1. A role that is not named here has no duty in this part of the product. */
const rolesDo: Readonly<Partial<Record<RoleCode, readonly Duty[]>>> = {
  desk_officer: ['move somebody to another hub', 'know who is on the way', 'show that somebody was erased', 'say that something went wrong with data', 'write down what a person asks and hand it to her', 'open all that is kept of a person who asks', 'open files', 'know that somebody is accompanied', 'receive people', 'answer letters of strangers', 'see that letters wait', 'answer for a body', 'count unmet needs', 'listen and keep notes', 'assess and orient', 'refer and close the loop', 'look at the desk',
    'read questionnaires', 'know persons', 'register persons', 'propose that two files are one person', 'open contact', 'write to persons', 'see documents', 'keep documents', 'notes on a life', 'hand over safely', 'keep entries',
    'vouch for entries', 'read the directory’s workings', 'register bodies', 'read agreements', 'figures of the desk', 'records behind a figure'],
  case_worker: ['move somebody to another hub', 'know who is on the way', 'show that somebody was erased', 'say that something went wrong with data', 'write down what a person asks and hand it to her', 'open all that is kept of a person who asks', 'open files', 'know that somebody is accompanied', 'say who accompanies', 'accompany', 'read files', 'end who accompanies', 'write notes of sessions', 'read notes by leave', 'receive people', 'answer letters of strangers', 'see that letters wait', 'answer for a body', 'count unmet needs', 'listen and keep notes', 'assess and orient', 'refer and close the loop', 'look at the desk',
    'read questionnaires', 'know persons', 'register persons', 'propose that two files are one person', 'open contact', 'write to persons', 'see documents', 'keep documents', 'notes on a life', 'hand over safely',
    'vouch for entries', 'read the directory’s workings', 'read agreements', 'figures of the desk', 'records behind a figure'],
  supervisor: ['confirm as a second colleague that a person asks to see', 'know which requests wait for a second colleague or their deadline', 'move somebody to another hub', 'know who is on the way', 'show that somebody was erased', 'say that something went wrong with data', 'write down what a person asks and hand it to her', 'open all that is kept of a person who asks', 'open files', 'know that somebody is accompanied', 'say who accompanies', 'decide on a colleague’s work', 'accompany', 'read files', 'end who accompanies', 'write notes of sessions', 'read notes by leave', 'see that letters wait', 'publish for the public', 'see who looked', 'look at the desk', 'count unmet needs', 'read questionnaires', 'know persons', 'register persons', 'propose that two files are one person', 'decide that two files are one person', 'go through possible doubles', 'open contact', 'write to persons', 'see documents', 'keep documents', 'notes on a life',
    'hand over safely', 'keep entries', 'vouch for entries', 'decide on entries', 'bring whole files', 'take lists out', 'ask to take persons out', 'read the directory’s workings', 'register bodies',
    'read agreements', 'figures of the desk', 'records behind a figure', 'see who looked', 'look after emergencies', 'know that emergencies wait', 'count the team’s protected files', 'protected figures from ten on'],
  hub_manager: ['know who is on the way', 'decide with a second person that somebody is erased', 'show that somebody was erased', 'say that something went wrong with data', 'know that somebody is accompanied', 'say who accompanies', 'decide on a colleague’s work', 'read files', 'end who accompanies', 'read notes by leave', 'answer for personal data', 'say what is told before asking', 'see that letters wait', 'publish for the public', 'look at the desk', 'count unmet needs', 'answer complaints', 'read questionnaires', 'know persons', 'see documents', 'hand over safely', 'keep entries',
    'vouch for entries', 'decide on entries', 'bring whole files', 'take lists out', 'ask to take persons out', 'read the directory’s workings', 'manage a hub', 'let programs hear', 'register bodies',
    'look over hubs and centres', 'read agreements', 'figures of the desk', 'records behind a figure'],
  coach: ['say that something went wrong with data', 'accompany', 'read files', 'end who accompanies', 'write notes of sessions', 'read notes by leave', 'see documents', 'keep documents', 'hand over safely', 'vouch for entries', 'read the directory’s workings', 'read agreements'],
  trainer: ['say that something went wrong with data', 'accompany', 'read files', 'end who accompanies', 'hand over safely', 'read the directory’s workings', 'read agreements'],
  protection_officer: ['say that something went wrong with data', 'hand over safely', 'protect', 'read the directory’s workings'],
  municipal_officer: ['read agreements', 'what is addressed to a body', 'answer for a body'],
  // trust.md gives a merchant nothing of persons; a private body has no other account, and reads only what was disclosed to it.
  merchant: ['what is addressed to a body', 'answer for a body'],
  regional_coordinator: ['read the directory’s workings', 'look over hubs and centres', 'read agreements', 'figures of the desk', 'count unmet needs'],
  ministry_viewer: ['figures of the desk', 'count unmet needs'],
  donor_viewer: ['figures of the desk', 'count unmet needs'],
  researcher: ['count unmet needs'],
  dpo: ['confirm as a second colleague that a person asks to see', 'decide with a second person that somebody is erased', 'keep from being erased, and see whose time is over', 'show that somebody was erased', 'answer for personal data', 'see who looked', 'look into alarms', 'look after emergencies', 'know that emergencies wait', 'protected figures from ten on'],
  network_admin: ['answer for personal data', 'rule the network', 'manage a hub', 'let programs hear', 'register bodies', 'look over hubs and centres', 'read agreements',
    'publish questionnaires', 'read questionnaires', 'figures of the desk', 'count unmet needs'],
};

const forAnyone: readonly Duty[] = ['the front door', 'the portal', 'the public directory', 'the public registry', 'public figures', 'her slip by code and word', 'her own words open what was agreed', 'a signed link'];
const forAnyAccount: readonly Duty[] = ['one’s own account', 'change what guards one’s own account', 'the register of bodies'];
/** Duties whose place the rows decide: a manager of one hub, a coordinator of a region, an administrator of all use the same page. */
const whereverHeld: readonly Duty[] = ['confirm as a second colleague that a person asks to see', 'decide with a second person that somebody is erased', 'keep from being erased, and see whose time is over', 'show that somebody was erased', 'answer for personal data', 'manage a hub', 'let programs hear', 'register bodies', 'look over hubs and centres', 'read agreements', 'figures of the desk',
  'count unmet needs', 'read questionnaires', 'see who looked', 'look into alarms', 'what is addressed to a body', 'answer for a body', 'see who looked', 'look after emergencies', 'know that emergencies wait', 'protected figures from ten on'];
const wholeNetwork: readonly Duty[] = ['rule the network', 'publish questionnaires'];
/** Delicate enough that she shows again that it is she, within a quarter of an hour. */
const shownAgain: readonly Duty[] = ['open all that is kept of a person who asks', 'confirm as a second colleague that a person asks to see', 'ask to take persons out', 'protect', 'look after emergencies', 'count the team’s protected files', 'change what guards one’s own account'];
const protectedMatters: readonly Duty[] = ['protect', 'her own words open what was agreed', 'hand over safely', 'look after emergencies', 'know that emergencies wait', 'count the team’s protected files', 'protected figures from ten on'];

/** Somebody before the house, as a plain story: no type of the program takes part. */
export interface Somebody {
  /** Through which door: a signed-in person, nobody, the server's own console, the house's own job. */
  readonly comes: 'signed-in' | 'unknown' | 'at-the-console' | 'as-a-job';
  readonly holds: readonly { readonly role: RoleCode; readonly over: 'hub' | 'region' | 'network' | 'body'; readonly reaches: readonly string[] }[];
  /** The hub in question: where she stands, or the one asked about. */
  readonly at: string | null;
  readonly provedMinutesAgo: number | null;
}

/** Does trust.md 2.1 let her? Undefined when nobody has judged this name. */
export function oracleAllows(who: Somebody, name: string): boolean | undefined {
  const duty = dutyOf(name);
  if (!duty) return undefined;
  // A job shows nobody's face: what must be shown again is never its to do.
  if (who.comes === 'as-a-job') return !protectedMatters.includes(duty) && !shownAgain.includes(duty);
  if (forAnyone.includes(duty)) return true;
  if (duty === 'the house’s own jobs') return false;
  if (shownAgain.includes(duty) && (who.provedMinutesAgo === null || who.provedMinutesAgo > 15)) return false;
  if (forAnyAccount.includes(duty)) return who.comes === 'signed-in';
  if (who.comes === 'unknown') return false;
  return who.holds.some(({ role, over, reaches }) => {
    if (!rolesDo[role]?.includes(duty)) return false;
    if (whereverHeld.includes(duty)) return true;
    if (wholeNetwork.includes(duty)) return over === 'network';
    return over !== 'network' && who.at !== null && reaches.includes(who.at);
  });
}
