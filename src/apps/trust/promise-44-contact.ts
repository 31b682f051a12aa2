import { messagesWords } from '#modules/messages/words.ts';
import { type ContactQuestion, mayContact } from '#modules/people/safe-contact/may-contact.ts';
import { disagreements, type Gate, inventCases, passing } from './contact/gate-cases.ts';
import { fencedSteps, productSources, tellingTexts, waysPastTheGate } from './contact/send-paths.ts';
import { sendingFaults } from './contact/sending-cases.ts';
import { noneOf, type TrustPromise } from './promise.ts';

const langs = ['ar', 'fr', 'en'] as const;

export const contactPromise: TrustPromise = {
  number: 44,
  name: 'contact',
  title: 'nobody is called or written to past the gate of safe contact, at queueing and at leaving; texts are neutral and closed',
  run: async (kit) => {
    const { house } = await kit.hadina();
    const cases = await inventCases(kit.random, house.app, kit.rounds(20_000, 60_000, 400_000));
    const sources = productSources();
    const texts = langs.flatMap((lang) => tellingTexts(messagesWords.files[lang]).map((fault) => `${lang} ${fault}`));
    const sent = await sendingFaults(kit, kit.rounds(8, 60, 400));
    const faults = [...disagreements(mayContact, cases), ...waysPastTheGate(sources), ...texts, ...sent.faults];
    const may = passing(cases);
    return noneOf('messages past the gate', cases.length + sent.cases + sources.size * fencedSteps, faults, 20_000, [
      `${cases.length} questions to the gate, ${may} of them to be let through`, `${sources.size} files read for ${fencedSteps} fenced steps`,
      `${sent.cases} messages through the outbox, ${sent.left} left`, ...(may < cases.length / 50 ? ['too few cases may pass to prove anything'] : []),
    ]);
  },
  plantedFault: async (kit) => {
    const { house } = await kit.hadina();
    const cases = await inventCases(kit.random, house.app, 4_000);
    const caughtGates = faultyGates.every((gate) => disagreements(gate, cases).length > 0);
    const past = waysPastTheGate(new Map([...productSources(), ['src/modules/desk/planted.ts', "import { createTransport } from 'nodemailer';"], ['src/modules/messages/release/release-message.ts', "set({ state: 'released' })"]]));
    const caughtPaths = past.some((fault) => fault.includes('planted.ts: the mail library')) && past.some((fault) => fault.includes('no longer asks'));
    return caughtGates && caughtPaths && tellingTexts({ 'text.x': 'Your session on violence with {name}' }).length === 2;
  },
};

const open = { allow: true, reason: 'safe' } as const;
const but = (change: (question: ContactQuestion) => Partial<ContactQuestion>): Gate => (question) => mayContact({ ...question, ...change(question) });

/** Faults that such gates have had: each must be seen. */
const faultyGates: readonly Gate[] = [
  (question) => (question.purpose === 'asked-for' && question.contact.never ? open : mayContact(question)),
  but(({ contact }) => ({ contact: contact.asked ? contact : { ...contact, asked: true, channels: ['call', 'sms', 'whatsapp', 'email'] } })),
  but(({ place }) => ({ place: { ...place, timeZone: 'UTC' } })),
  but(({ place }) => ({ place: { ...place, timeZone: place.timeZone === 'Africa/Casablanca' ? 'Etc/GMT-1' : place.timeZone } })),
  but(({ contact }) => ({ contact: { ...contact, shared: false } })),
  but(() => ({ voicemail: false })),
  but(() => ({ consent: true })),
  but(() => ({ protected: false })),
  but(({ contact }) => ({ contact: { ...contact, hours: [] } })),
];
