import { allQueries } from '#core/action.ts';
import type { Actor, RoleCode } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { InvalidInput, NotFound, Refusal } from '#core/refusal.ts';
import { handOverSafely } from '#modules/confidential/hand-over-safely/hand-over-safely.ts';
import { keepOut } from '#modules/confidential/keep-out/keep-out.ts';
import { fileSheet } from '#modules/confidential/file-sheet/file-sheet.query.ts';
import { openFile } from '#modules/confidential/open-file/open-file.ts';
import { answerKey } from '#modules/confidential/two-keys/answer-key.ts';
import { askEmergency } from '#modules/confidential/two-keys/ask-emergency.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { addressesOf } from './said-of-her.ts';

const excluded: readonly RoleCode[] = ['protection_officer', 'supervisor', 'hub_manager', 'case_worker', 'dpo'];

/** A woman with a file, a hand-over and an emergency keeps a colleague of each role out; every query of the module is then asked by them. */
export async function wholeHouse(): Promise<{ cells: number; faults: string[] }> {
  const world = await openHub();
  const { house } = world;
  const desk = await openDesk(world);
  const person = await desk.person('زينب الورتاني');
  const [{ code: deskCode }] = await ownerQuery<{ code: string }>(house, 'select code from people.person where id = $1', [person]) as [{ code: string }];
  const [holder, asker, second] = [await world.as('protection_officer'), await world.as('protection_officer'), await world.as('protection_officer')];
  const { file } = await act(house, holder, openFile, { code: deskCode, called: 'Qzcalled' });
  await act(house, desk.officer, handOverSafely, { person });
  const { code } = await ask(house, holder, fileSheet, { file });
  const kept: Actor[] = [];
  for (const role of excluded) {
    const colleague = await world.as(role);
    await act(house, holder, keepOut, { file, account: colleague.account!, named: 'Qznamed', tie: 'Qztie' });
    kept.push(colleague);
  }
  const { request } = await act(house, asker, askEmergency, { code: deskCode, reason: 'danger', words: 'Qzwords' });
  const secrets = [file, code, request, 'Qz', ...(await addressesOf(world, file))];
  const faults: string[] = [];
  let cells = 0;
  const look = async () => {
    for (const colleague of kept) {
      for (const query of [...allQueries().values()].filter(({ module }) => module === 'confidential')) {
        for (const given of [{}, { file }, { file, page: 1 }]) {
          cells++;
          const said = await ask(house, colleague, query, given).then(JSON.stringify, (error: Error) => {
            if (error instanceof NotFound || error instanceof Refusal || error instanceof InvalidInput) return '';
            throw error;
          });
          const told = secrets.find((secret) => said.includes(secret));
          if (told) faults.push(`${query.fullName} tells ${colleague.roles[0]!.role} whom she keeps out of ${told}`);
        }
      }
    }
  };
  await look();
  await act(house, second, answerKey, { request, answer: 'agree' });
  await look();
  return { cells, faults };
}
