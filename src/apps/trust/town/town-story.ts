import type { Known } from './known.ts';

type Step = readonly [action: string, said: (known: Known) => Record<string, unknown>];

const consent = { consent_answer: 'given', consent_channel: 'written', consent_guardian: undefined, consent_witness: undefined, consent_companion: false };
const woman = { ...consent, sex: 'female', birth_date: undefined, birth_year: 1988, id_kind: 'tn-cin', id_number: undefined, seen_duplicates: [], phone_owner: 'self', phone_shared: false };
const written = { answer: 'given', channel: 'written', witness: undefined, guardian: undefined, companion_witness: false, recipient: undefined, recipient_hub: undefined, fields: [], until: undefined };
const nothing = () => ({});
const here = (known: Known) => ({ ticket: known.all('ticket').at(-1), person: known.all('person').at(-1) });

/** The first minutes of a town: bodies and services, women who come, one visit with everything it may hold. */
export const townStory: readonly Step[] = [
  ['network.register-organization', () => ({ listed: false, id: undefined, parent: undefined, mandate_until: undefined, hub: undefined })],
  ['network.register-organization', () => ({ listed: false, id: undefined, parent: undefined, mandate_until: undefined, hub: undefined })],
  ['network.begin-membership', () => ({ hub: undefined, mandate_until: undefined })],
  ['network.draft-agreement', () => ({ hub: undefined })],
  ['network.register-centre', () => ({ hub: undefined, operator: undefined })],
  ['directory.list-service', () => ({ listed: true, capacityPlaces: 20, freePlaces: 5, costs: [], email: undefined })],
  ['directory.list-service', () => ({ listed: true, capacityPlaces: 20, freePlaces: 5, costs: [], email: undefined })],
  ['directory.add-location', () => ({ latitude: undefined, longitude: undefined })],
  ['directory.offer-at-location', nothing],
  ['directory.set-eligibility', () => ({ rules: [], priorities: [] })],
  ['people.register-person', () => ({ ...woman, id_number: undefined, id_kind: undefined })],
  ['people.register-person', () => ({ ...woman, id_number: undefined, id_kind: undefined })],
  ['desk.open-ticket', nothing],
  ['desk.call-ticket', (known) => ({ ticket: here(known).ticket })],
  ['desk.begin-visit', (known) => ({ ...here(known), organization: undefined, acting_person: undefined, typed_for: true })],
  ['people.record-consent', (known) => ({ ...written, person: here(known).person, purpose: 'service' })],
  ['people.set-contact', (known) => ({ person: here(known).person, birth_date: undefined, id_kind: 'tn-cin', phone_owner: 'self' })],
  ['people.set-contact', (known) => ({ person: here(known).person, birth_date: undefined, id_kind: undefined, id_number: undefined, phone_owner: 'self' })],
  ['people.write-life-note', (known) => ({ person: here(known).person })],
  ['desk.write-listening-note', (known) => ({ ticket: here(known).ticket })],
  ['people.record-consent', (known) => ({ ...written, person: here(known).person, purpose: 'sharing', recipient: known.all('organization').at(-1), recipient_hub: undefined, fields: ['need', 'name'], until: undefined })],
  ['confidential.hand-over-safely', (known) => ({ ticket: here(known).ticket, person: undefined })],
  ['confidential.open-file', () => ({ handover: undefined, code: undefined })],
  ['confidential.write-entry', (known) => ({ file: known.all('file').at(-1), kind: 'note', on: undefined, to: undefined, hours: undefined })],
  ['people.form-household', (known) => ({ person: here(known).person })],
  ['documents.add-document', (known) => ({ person: here(known).person, case: undefined, consent: undefined, paper: 'identity_card', file: Buffer.from('%PDF-1.4\n%%EOF').toString('base64'), file_name: undefined })],
  ['network.record-competence', () => ({ kind: 'coaching', standing: 'held', why: undefined, since: '2025-01-15', until: undefined })],
  ['directory.open-committee-decision', () => ({ decidedOn: '2025-02-11' })],
  ['portal.begin-content', nothing],
  ['portal.publish-content', nothing],
  ['portal.add-medium', () => ({ file: undefined, url: 'https://example.org/film' })],
];
