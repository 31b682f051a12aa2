import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#core/project-root.ts';

/** One thing that only certain files may contain, because it leads to a person's phone or mailbox. */
interface Fence {
  readonly what: string;
  readonly found: RegExp;
  readonly only: readonly string[];
}

const messages = 'src/modules/messages';

/** Every step on the way out, and the files that may take it. */
const fences: readonly Fence[] = [
  { what: 'the mail library', found: /from 'nodemailer'|require\('nodemailer|import\('nodemailer/, only: [`${messages}/carriers/mail-carrier.ts`] },
  { what: 'a carrier', found: /\b(?:mailCarrier|gatewayCarrier)\b/, only: [`${messages}/carriers/mail-carrier.ts`, `${messages}/carriers/gateway-carrier.ts`, `${messages}/carriers/carriers.ts`] },
  { what: 'handing a letter to a carrier', found: /\bcarrierFor\b|\.carry\(letter/, only: [`${messages}/carriers/carriers.ts`, `${messages}/release/send-released.ts`, `${messages}/answer/carry-answer.ts`] },
  // A telephone that has just written is answered, with nothing but the answer to its words; only the door through which it wrote hands one over.
  { what: 'answering a telephone', found: /\bcarryAnswer\(/, only: [`${messages}/answer/carry-answer.ts`, 'src/apps/api/inbound-message.ts'] },
  { what: 'calling another machine', found: /\boutbound\.send\(/, only: [`${messages}/carriers/gateway-carrier.ts`, 'src/modules/webhooks/deliver/send-delivery.ts', 'src/modules/network/outside/guarded-fetch.ts'] },
  { what: 'writing a message down', found: /insertInto\('messages\.message'\)|insert into messages\.message/, only: [`${messages}/queue/keep-message.ts`] },
  // A part of a grant is released by somebody; a message is let go by the house.
  { what: 'letting a message go', found: /state(?::| =) 'released'(?!, released_by)/, only: [`${messages}/release/release-message.ts`] },
  { what: 'opening an address to send to', found: /\bcontactValue\(/, only: [`${messages}/release/release-message.ts`, 'src/modules/people/safe-contact/contact-value.ts'] },
  { what: 'a link that sends or calls', found: /['"`](?:tel|sms|smsto|whatsapp):|wa\.me\//, only: ['src/ui/phone.tsx', 'src/modules/portal/hub-door/reach-hub.tsx', 'src/modules/portal/help/help.page.tsx'] },
];

/** What must stand in a file on the way: the gate itself, or the function that asks it. */
const musts: readonly { readonly file: string; readonly says: RegExp }[] = [
  { file: 'src/modules/people/safe-contact/ways-to-reach.ts', says: /\bmayContact\(/ },
  { file: `${messages}/queue/keep-message.ts`, says: /\bwaysToReach\(/ },
  { file: `${messages}/release/release-message.ts`, says: /\bwaysToReach\([\s\S]*!way\?\.from[\s\S]*!way\.allow[\s\S]*state: 'released'/ },
  { file: 'src/modules/people/person-contact/person-contact.page.tsx', says: /call=\{mayCall\(/ },
];

/** Every source file of the product with its text. */
export function productSources(): ReadonlyMap<string, string> {
  const root = projectRoot();
  const files = (readdirSync(join(root, 'src'), { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^apps\/trust\//.test(file));
  return new Map(files.map((file) => [`src/${file.replaceAll('\\', '/')}`, readFileSync(join(root, 'src', file), 'utf8')]));
}

/** Ways to a person's phone or mailbox that go past the gate of safe contact. */
export function waysPastTheGate(sources: ReadonlyMap<string, string>): string[] {
  const past = [...sources].flatMap(([file, text]) => fences.filter(({ found, only }) => found.test(text) && !only.includes(file)).map(({ what }) => `${file}: ${what}`));
  const missing = musts.filter(({ file, says }) => !says.test(sources.get(file) ?? '')).map(({ file }) => `${file} no longer asks the gate`);
  return [...past, ...missing];
}

/** How many steps are fenced, for counting cases. */
export const fencedSteps = fences.length + musts.length;

const placeholders = new Set(['date', 'time', 'phone']);
/** Words that would tell whoever reads over her shoulder what this is about, or where it comes from. */
const telling = /citess|incubat|حاضن|مركز|centre|center|\bhub\b|social|اجتماع|violence|عنف|sever|protect|حماي|police|شرط|service|خدم|consent|aide|مساعد|project|projet|مشروع|guichet|شباك|femme|women|نساء/i;

/** Texts of the closed list that say too much, or that are filled with anything but a day, an hour or our number. */
export function tellingTexts(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).filter(([key]) => key.startsWith('text.')).flatMap(([key, text]) => [
    ...(telling.test(text) ? [`${key} tells: ${text}`] : []),
    ...[...text.matchAll(/\{(\w+)/g)].filter(([, name]) => !placeholders.has(name!)).map(([, name]) => `${key} is filled with ${name}`),
  ]);
}
