import { randomBytes } from 'node:crypto';
import { act, ask } from '#core/pipeline.ts';
import { closeVisit } from '#modules/desk/close-visit/close-visit.ts';
import { writeListeningNote } from '#modules/desk/listening/write-listening-note.ts';
import { addDocument } from '#modules/documents/add-document/add-document.ts';
import { peopleSearch } from '#modules/people/people-search/people-search.ts';
import { setContact } from '#modules/people/set-contact/set-contact.ts';
import { writeLifeNote } from '#modules/people/write-life-note/write-life-note.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import type { Random } from '../random.ts';
import { agree } from '../town/agree.ts';
import { fillHouse } from '../town/full-house.ts';
import { inventedName } from '../town/invented-name.ts';
import { letterOfTown } from '../town/letter-of-town.ts';

/** Secrets that were told to the house and must be found nowhere but sealed. */
export interface Canaries {
  readonly world: World;
  /** Stands in every text among them. */
  readonly mark: string;
  readonly texts: readonly string[];
  /** Phones and papers: eight digits. */
  readonly digits: readonly string[];
  /** A mark that stands in plain rows: the search must find it, or it finds nothing at all. */
  readonly plain: string;
}

const words = ['ضرب زوجي', 'mon mari m’a frappée', 'my husband hit me'];

/** Tells the house this many secrets through its own actions: in every field that is sealed, then phones, papers, addresses, notes on a life and of a talk. */
export async function tellCanaries(random: Random, least: number, everyField: boolean): Promise<Canaries> {
  const mark = `Qz${randomBytes(6).toString('hex')}`;
  const plain = `Kh${randomBytes(6).toString('hex')}`;
  const [texts, digits]: [string[], string[]] = [[], []];
  const secret = (kind: string): string => {
    texts.push(`${random.pick(words)} ${mark}${kind}${texts.length}`);
    return texts.at(-1)!;
  };
  const number = (first: string): string => {
    digits.push(first + Array.from({ length: 7 }, () => random.below(10)).join(''));
    return digits.at(-1)!;
  };
  // First every sealed field there is, once or more; then the fields of a talk, until there are enough.
  const full = everyField ? await fillHouse({ words: (about, most = 4_000) => secret(about).slice(-most), digits: number }) : null;
  const world = full?.world ?? (await openHub());
  const { house } = world;
  const desk = await openDesk(world, full?.officer);
  const officer = desk.officer;
  if (everyField) await letterOfTown(world, officer, (field) => secret(field));
  while (texts.length + digits.length < least) {
    const person = await desk.person(`${inventedName(random)} ${plain}`, 1_960 + random.below(40));
    const ticket = await desk.visit(person);
    await agree(world, officer, person);
    await act(house, officer, setContact, { person, phone: `+216${number('2')}`, phone_owner: 'self', address: secret('address') });
    await act(house, officer, setContact, { person, id_kind: 'tn-cin', id_number: number('0') });
    await act(house, officer, addDocument, { person, paper: 'letter', title: secret('title'), file: Buffer.from(`%PDF-1.4\n% ${secret('paper')}\n%%EOF`).toString('base64') });
    await act(house, officer, writeLifeNote, { person, kind: 'situation', note: secret('life') });
    await act(house, officer, writeListeningNote, { ticket, note: secret('talk') });
    await ask(house, officer, peopleSearch, { q: `+216${digits.at(-2)}`, page: 1 });
    await act(house, officer, closeVisit, { ticket });
  }
  return { world, mark, texts, digits, plain };
}
