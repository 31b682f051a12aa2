import { act, ask } from '#core/pipeline.ts';
import { saidAs, type SpokenWord } from '#core/text/spoken-words.ts';
import { giveWords } from '#modules/confidential/her-door/give-words.ts';
import { openFile } from '#modules/confidential/open-file/open-file.ts';
import { writeEntry } from '#modules/confidential/write-entry/write-entry.ts';
import { orientClient } from '#modules/desk/orientation/orient-client.ts';
import { makeSlip } from '#modules/desk/slip/make-slip.ts';
import { slipSheet } from '#modules/desk/slip/slip-sheet.query.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { everyOrdinaryRow } from '#tests/fixtures/every-row.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { type Door, openDoor } from '../web/door.ts';

/** Two women with the same everyday slip; one of them has a protected file and words of her own. */
export interface Twins {
  readonly door: Door;
  /** Slip code of her who has one, and of her who has none. */
  readonly hidden: string;
  readonly plain: string;
  /** The words of the first, as she says them. */
  readonly words: string;
  /** The everyday word of both. */
  readonly everyday: string;
  /** Whether opening the file and giving the words changed a single byte of an ordinary row. */
  readonly leftATrace: boolean;
}

/** What the protected plan says, to be found where it may be and nowhere else. */
export const PLAN = 'Qzaunt';

/** Brings two women through the same visit, then gives one of them a protected file. */
export async function openTwins(): Promise<Twins> {
  const world = await openHub();
  const { house } = world;
  const desk = await openDesk(world);
  const service = await (await openDirectory(world)).service();
  const women: { code: string; person: string }[] = [];
  for (const name of ['زينب الورتاني', 'سلمى العياري']) {
    const person = await desk.person(name);
    const ticket = await desk.visit(person);
    await act(house, desk.officer, orientClient, { ticket, choose: { [service]: '1' }, revision: '0' });
    await act(house, desk.officer, makeSlip, { ticket, lang: 'ar', word: 'olive' });
    women.push({ person, code: (await ask(house, desk.officer, slipSheet, { ticket })).slip!.code });
  }
  const [first, second] = women as [typeof women[0], typeof women[0]];
  const officer = await world.as('protection_officer');
  const [{ code }] = (await ownerQuery<{ code: string }>(house, 'select code from people.person where id = $1', [first.person])) as [{ code: string }];
  const before = await everyOrdinaryRow(world);
  const { file } = await act(house, officer, openFile, { code, called: 'Fleur' });
  await act(house, officer, writeEntry, { file, kind: 'safety_plan', go_to: PLAN });
  const { words } = await act(house, officer, giveWords, { file, code: first.code });
  return {
    door: await openDoor(world), hidden: first.code, plain: second.code, words: said(words), everyday: 'olive',
    leftATrace: (await everyOrdinaryRow(world)) !== before,
  };
}

const said = (words: readonly SpokenWord[]): string => words.map((word) => saidAs(word).fr).join(' ');
