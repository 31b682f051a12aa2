import type { RoleCode } from '#core/actor.ts';
import { type Duty, dutyOf } from './duties.ts';

/** What each role is for, in the words of trust.md 2.1. A role that is not named here has no duty in this part of the product. */
const rolesDo: Readonly<Partial<Record<RoleCode, readonly Duty[]>>> = {
  desk_officer: ['look at cohorts and projects', 'say that photos were taken', 'see how far a call came', 'carry files to lenders', 'stand in the room of a course', 'type who asks for a seat', 'type appeals', 'see that appeals wait', 'read calls and applications', 'type applications', 'move somebody to another hub', 'know who is on the way', 'show that somebody was erased', 'say that something went wrong with data', 'write down what a person asks and hand it to her', 'open all that is kept of a person who asks', 'open files', 'know that somebody is accompanied', 'receive people', 'answer letters of strangers', 'see that letters wait', 'answer for a body', 'count unmet needs', 'listen and keep notes', 'assess and orient', 'refer and close the loop', 'look at the desk',
    'read questionnaires', 'know persons', 'register persons', 'propose that two files are one person', 'open contact', 'write to persons', 'see documents', 'keep documents', 'notes on a life', 'hand over safely', 'keep entries',
    'vouch for entries', 'read the directory’s workings', 'register bodies', 'read agreements', 'figures of the desk', 'records behind a figure'],
  case_worker: ['look at cohorts and projects', 'work on projects', 'read what was told of a project', 'coach projects', 'say that photos were taken', 'see how far a call came', 'carry files to lenders', 'stand in the room of a course', 'type who asks for a seat', 'plan courses and answer who asks', 'type appeals', 'see that appeals wait', 'read calls and applications', 'type applications', 'move somebody to another hub', 'know who is on the way', 'show that somebody was erased', 'say that something went wrong with data', 'write down what a person asks and hand it to her', 'open all that is kept of a person who asks', 'open files', 'know that somebody is accompanied', 'say who accompanies', 'accompany', 'read files', 'end who accompanies', 'write notes of sessions', 'read notes by leave', 'receive people', 'answer letters of strangers', 'see that letters wait', 'answer for a body', 'count unmet needs', 'listen and keep notes', 'assess and orient', 'refer and close the loop', 'look at the desk',
    'read questionnaires', 'know persons', 'register persons', 'propose that two files are one person', 'open contact', 'write to persons', 'see documents', 'keep documents', 'notes on a life', 'hand over safely',
    'vouch for entries', 'read the directory’s workings', 'read agreements', 'figures of the desk', 'records behind a figure'],
  supervisor: ['look at cohorts and projects', 'work on projects', 'read what was told of a project', 'coach projects', 'lead cohorts', 'say that photos were taken', 'see how far a call came', 'look at the money of the hub', 'look at sums of money', 'know who approves how much', 'propose money and decide on what others propose', 'release money', 'drop payment files', 'carry files to lenders', 'stand in the room of a course', 'type who asks for a seat', 'plan courses and answer who asks', 'lead the selection of a call', 'see the jury of a call, leave it, say whom one knows', 'type appeals', 'see that appeals wait', 'read programmes', 'run committees', 'read committees', 'read calls and applications', 'type applications', 'open calls and write their rules', 'confirm as a second colleague that a person asks to see', 'know which requests wait for a second colleague or their deadline', 'move somebody to another hub', 'know who is on the way', 'show that somebody was erased', 'say that something went wrong with data', 'write down what a person asks and hand it to her', 'open all that is kept of a person who asks', 'open files', 'know that somebody is accompanied', 'say who accompanies', 'decide on a colleague’s work', 'accompany', 'read files', 'end who accompanies', 'write notes of sessions', 'read notes by leave', 'see that letters wait', 'publish for the public', 'see who looked', 'look at the desk', 'count unmet needs', 'read questionnaires', 'know persons', 'register persons', 'propose that two files are one person', 'decide that two files are one person', 'go through possible doubles', 'open contact', 'write to persons', 'see documents', 'keep documents', 'notes on a life',
    'hand over safely', 'keep entries', 'vouch for entries', 'decide on entries', 'bring whole files', 'take lists out', 'ask to take persons out', 'read the directory’s workings', 'register bodies',
    'read agreements', 'figures of the desk', 'records behind a figure', 'see who looked', 'look after emergencies', 'know that emergencies wait', 'count the team’s protected files', 'protected figures from ten on'],
  hub_manager: ['look at cohorts and projects', 'work on projects', 'read what was told of a project', 'lead cohorts', 'say that photos were taken', 'let an enterprise into the register', 'see how far a call came', 'look at the money of the hub', 'look at sums of money', 'know who approves how much', 'open funds', 'propose money and decide on what others propose', 'release money', 'drop payment files', 'carry files to lenders', 'stand in the room of a course', 'type who asks for a seat', 'plan courses and answer who asks', 'lead the selection of a call', 'see the jury of a call, leave it, say whom one knows', 'see that appeals wait', 'read programmes', 'run committees', 'read committees', 'read calls and applications', 'open calls and write their rules', 'know who is on the way', 'decide with a second person that somebody is erased', 'show that somebody was erased', 'say that something went wrong with data', 'know that somebody is accompanied', 'say who accompanies', 'decide on a colleague’s work', 'read files', 'end who accompanies', 'read notes by leave', 'answer for personal data', 'say what is told before asking', 'see that letters wait', 'publish for the public', 'look at the desk', 'count unmet needs', 'answer complaints', 'read questionnaires', 'know persons', 'see documents', 'hand over safely', 'keep entries',
    'vouch for entries', 'decide on entries', 'bring whole files', 'take lists out', 'ask to take persons out', 'read the directory’s workings', 'manage a hub', 'let programs hear', 'register bodies',
    'look over hubs and centres', 'read agreements', 'figures of the desk', 'records behind a figure'],
  coach: ['look at cohorts and projects', 'work on projects', 'read what was told of a project', 'coach projects', 'see how far a call came', 'carry files to lenders', 'stand in the room of a course', 'see that appeals wait', 'read calls and applications', 'say that something went wrong with data', 'accompany', 'read files', 'end who accompanies', 'write notes of sessions', 'read notes by leave', 'see documents', 'keep documents', 'hand over safely', 'vouch for entries', 'read the directory’s workings', 'read agreements'],
  trainer: ['look at cohorts and projects', 'see how far a call came', 'stand in the room of a course', 'see that appeals wait', 'read calls and applications', 'say that something went wrong with data', 'accompany', 'read files', 'end who accompanies', 'hand over safely', 'read the directory’s workings', 'read agreements'],
  funding_officer: ['look at cohorts and projects', 'see how far a call came', 'look at the money of the hub', 'look at sums of money', 'know who approves how much', 'propose money and decide on what others propose', 'make payment files', 'drop payment files', 'lead the selection of a call', 'see the jury of a call, leave it, say whom one knows', 'see that appeals wait', 'read programmes', 'run committees', 'read committees', 'read calls and applications', 'open calls and write their rules'],
  protection_officer: ['say that something went wrong with data', 'hand over safely', 'protect', 'read the directory’s workings'],
  municipal_officer: ['read committees', 'read agreements', 'what is addressed to a body', 'answer for a body'],
  // trust.md gives a merchant nothing of persons; a private body has no other account, and reads only what was disclosed to it.
  merchant: ['what is addressed to a body', 'answer for a body'],
  regional_coordinator: ['see how far a call came', 'compare calls over a region', 'read the ranking of a region’s calls by number', 'look at sums of money', 'read programmes', 'run committees', 'read committees', 'read the directory’s workings', 'look over hubs and centres', 'read agreements', 'figures of the desk', 'count unmet needs'],
  ministry_viewer: ['see how far a call came', 'compare calls over a region', 'read programmes', 'read committees', 'figures of the desk', 'count unmet needs'],
  donor_viewer: ['see how far a call came', 'compare calls over a region', 'read programmes', 'figures of the desk', 'count unmet needs'],
  researcher: ['count unmet needs'],
  dpo: ['confirm as a second colleague that a person asks to see', 'decide with a second person that somebody is erased', 'keep from being erased, and see whose time is over', 'show that somebody was erased', 'answer for personal data', 'see who looked', 'look into alarms', 'look after emergencies', 'know that emergencies wait', 'protected figures from ten on'],
  treasurer: ['look at the money of the hub', 'look at sums of money', 'know who approves how much', 'make payment files', 'drop payment files', 'take money out', 'receive repayments', 'read programmes', 'read committees'],
  juror: ['sit on a jury', 'see the jury of a call, leave it, say whom one knows', 'read committees'],
  network_admin: ['see how far a call came', 'compare calls over a region', 'look at sums of money', 'know who approves how much', 'say who approves how much', 'rule programmes', 'read programmes', 'run committees', 'read committees', 'answer for personal data', 'rule the network', 'manage a hub', 'let programs hear', 'register bodies', 'look over hubs and centres', 'read agreements',
    'publish questionnaires', 'read questionnaires', 'figures of the desk', 'count unmet needs'],
};

const forAnyone: readonly Duty[] = ['who makes something here', 'courses anyone may come to', 'programmes everybody is shown', 'calls one may apply to', 'the front door', 'the portal', 'the public directory', 'the public registry', 'public figures', 'her slip by code and word', 'her own words open what was agreed', 'a signed link'];
const forAnyAccount: readonly Duty[] = ['one’s own account', 'change what guards one’s own account', 'the register of bodies'];
/** Duties whose place the rows decide: a manager of one hub, a coordinator of a region, an administrator of all use the same page. */
const whereverHeld: readonly Duty[] = ['see how far a call came', 'compare calls over a region', 'read the ranking of a region’s calls by number', 'look at sums of money', 'know who approves how much', 'read programmes', 'run committees', 'read committees', 'confirm as a second colleague that a person asks to see', 'decide with a second person that somebody is erased', 'keep from being erased, and see whose time is over', 'show that somebody was erased', 'answer for personal data', 'manage a hub', 'let programs hear', 'register bodies', 'look over hubs and centres', 'read agreements', 'figures of the desk',
  'count unmet needs', 'read questionnaires', 'see who looked', 'look into alarms', 'what is addressed to a body', 'answer for a body', 'see who looked', 'look after emergencies', 'know that emergencies wait', 'protected figures from ten on'];
const wholeNetwork: readonly Duty[] = ['say who approves how much', 'rule programmes', 'rule the network', 'publish questionnaires'];
/** Delicate enough that she shows again that it is she, within a quarter of an hour. */
const shownAgain: readonly Duty[] = ['take money out', 'open all that is kept of a person who asks', 'confirm as a second colleague that a person asks to see', 'ask to take persons out', 'protect', 'look after emergencies', 'count the team’s protected files', 'change what guards one’s own account'];
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
