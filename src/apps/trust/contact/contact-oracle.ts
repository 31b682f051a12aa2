/**
 * What somebody would answer who knows the rule of safe contact (domain.md rule 2) and has never read its code: one objection
 * after the other, with the hour read from another clock. No type and no function of the product takes part.
 */
export interface Story {
  readonly thing: 'phone' | 'mailbox';
  readonly whose: 'hers' | 'somebody else’s';
  readonly othersUseIt: boolean;
  readonly wasAsked: boolean;
  readonly saidNever: boolean;
  readonly ticked: readonly string[];
  readonly voicemailAllowed: boolean;
  /** Her hours in minutes of the day; none: the hours of the door. */
  readonly hours: readonly { readonly day: number; readonly from: number; readonly to: number }[];
  readonly way: 'call' | 'sms' | 'whatsapp' | 'email';
  readonly leavesWord: boolean;
  readonly askedToBeReached: boolean;
  readonly agreed: boolean;
  readonly protectedMatter: boolean;
  /** What the clock and the calendar at the hub's wall show: day 1 Monday to 7 Sunday, minutes since midnight. */
  readonly day: number;
  readonly minute: number;
  readonly doorOpen: readonly { readonly from: number; readonly to: number }[];
}

type Objection = readonly [what: string, holds: (story: Story) => boolean];

const othersMayHear = ({ whose, othersUseIt }: Story): boolean => whose !== 'hers' || othersUseIt;
const within = (minute: number, spans: readonly { readonly from: number; readonly to: number }[]): boolean => spans.some(({ from, to }) => minute >= from && minute < to);

const objections: readonly Objection[] = [
  ['she said never', ({ saidNever }) => saidNever],
  ['she did not agree, and did not ask for it herself', ({ agreed, askedToBeReached }) => !agreed && !askedToBeReached],
  ['a letter goes to a mailbox', ({ thing, way }) => way === 'email' && thing === 'phone'],
  ['a mailbox has no number', ({ thing, way }) => way !== 'email' && thing === 'mailbox'],
  ['nobody asked, and others may hear', (story) => !story.wasAsked && othersMayHear(story)],
  ['nobody asked about WhatsApp', ({ wasAsked, way }) => !wasAsked && way === 'whatsapp'],
  ['she ticked other ways', ({ wasAsked, ticked, way }) => wasAsked && !ticked.includes(way)],
  ['a protected matter is not written', ({ protectedMatter, way }) => protectedMatter && way !== 'call'],
  ['a protected matter is not told to others', (story) => story.protectedMatter && othersMayHear(story)],
  ['a protected matter, and nobody asked', ({ protectedMatter, wasAsked }) => protectedMatter && !wasAsked],
  ['a word is left only by a call', ({ leavesWord, way }) => leavesWord && way !== 'call'],
  ['no word on this voicemail', ({ leavesWord, voicemailAllowed }) => leavesWord && !voicemailAllowed],
  ['others hear the voicemail', (story) => story.leavesWord && othersMayHear(story)],
  ['a protected matter is not left as a word', ({ leavesWord, protectedMatter }) => leavesWord && protectedMatter],
  ['not one of her hours', ({ hours, day, minute }) => hours.length > 0 && !within(minute, hours.filter((each) => each.day === day))],
  ['the door is shut, and she named no hours', ({ hours, minute, doorOpen }) => hours.length === 0 && !within(minute, doorOpen)],
];

/** Everything that speaks against it; nobody is reached while there is anything. */
export const objectionsTo = (story: Story): readonly string[] => objections.filter(([, holds]) => holds(story)).map(([what]) => what);
