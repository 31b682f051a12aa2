import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { act, ask } from '#core/pipeline.ts';
import { NotFound, Refusal } from '#core/refusal.ts';
import { fileSheet } from '#modules/confidential/file-sheet/file-sheet.query.ts';
import { keepOut } from '#modules/confidential/keep-out/keep-out.ts';
import { keptOut } from '#modules/confidential/keep-out/kept-out.query.ts';
import { letIn } from '#modules/confidential/keep-out/let-in.ts';
import { openFile } from '#modules/confidential/open-file/open-file.ts';
import { emergencies } from '#modules/confidential/review/emergencies.query.ts';
import { reviewEmergency } from '#modules/confidential/review/review-emergency.ts';
import { answerKey } from '#modules/confidential/two-keys/answer-key.ts';
import { askEmergency } from '#modules/confidential/two-keys/ask-emergency.ts';
import { endEmergency } from '#modules/confidential/two-keys/end-emergency.ts';
import { writeEntry } from '#modules/confidential/write-entry/write-entry.ts';
import type pg from 'pg';
import type { World } from '#tests/fixtures/open-hub.ts';
import type { Random } from '../random.ts';
import { Model, type Step } from './model.ts';

/** Times that never add up to exactly four, twenty-four or seventy-two hours; the short ones are the common ones. */
const waits = [1.03, 1.03, 1.03, 3.91, 4.17, 23.71, 24.43, 71.29, 73.57];

/** A random sequence. Mostly a request is answered and an opened file is read, as people do; the rest is chance. */
export function anySteps(random: Random, many: number): Step[] {
  const steps: Step[] = [{ do: 'ask', by: 'a' }];
  while (steps.length < many) {
    const last = steps.at(-1)!;
    if (last.do === 'ask' && !random.once(3)) steps.push({ do: 'agree', by: last.by === 'a' ? 'b' : 'a' });
    else if (last.do === 'agree' && !random.once(3)) steps.push({ do: 'read', by: 'a' });
    else steps.push(anyStep(random));
  }
  return steps;
}

function anyStep(random: Random): Step {
  if (random.once(4)) return { do: 'wait', hours: random.pick(waits) };
  const by = random.pick(['a', 'a', 'b'] as const);
  return random.pick<Step>([
    { do: 'ask', by }, { do: 'agree', by: 'b' }, { do: 'agree', by: 'a' }, { do: 'decline', by }, { do: 'read', by: 'a' }, { do: 'read', by: random.pick(['a', 'b', 'h'] as const) },
    { do: 'write', by: random.pick(['a', 'b', 'h'] as const) }, { do: 'end' }, { do: 'review', by: random.pick(['a', 's', 's'] as const) },
    { do: random.pick(['keep-out', 'let-in'] as const) }, { do: 'notices' },
  ]);
}

/** Plays one sequence in the house, with officers of its own, and tells where the house and the model part. */
export async function play(world: World, lead: Actor, owner: pg.Client, steps: readonly Step[]): Promise<string[]> {
  const { house } = world;
  const [h, a, b] = [await world.as('protection_officer'), await world.as('protection_officer'), await world.as('protection_officer')];
  const who = { h, a, b };
  const { file } = await act(house, h, openFile, { called: 'Yasmine' });
  const { code } = await ask(house, h, fileSheet, { file });
  const [model, requests, faults]: [Model, string[], string[]] = [new Model(), [], []];
  let out: string | null = null;
  const last = () => requests.at(-1) ?? file;
  const does = async (step: Step): Promise<string> => {
    switch (step.do) {
      case 'ask': requests.push((await act(house, who[step.by], askEmergency, { code, reason: 'danger', words: 'x' })).request); return 'done';
      case 'agree': case 'decline': await act(house, who[step.by], answerKey, { request: last(), answer: step.do }); return 'done';
      case 'read': await ask(house, who[step.by], fileSheet, { file }); return 'done';
      case 'write': await act(house, who[step.by], writeEntry, { file, kind: 'note', words: 'x' }); return 'done';
      case 'end': await act(house, a, endEmergency, { request: last() }); return 'done';
      case 'review': await act(house, step.by === 's' ? lead : { ...a, roles: [...a.roles, ...lead.roles] }, reviewEmergency, { request: last(), review: 'justified' }); return 'done';
      case 'notices': { const seen = await ask(house, lead, emergencies, {}); return `${seen.filter(({ id }) => requests.includes(id)).length} seen`; }
      case 'keep-out': if (!out) { await act(house, h, keepOut, { file, account: a.account!, named: 'A' }); out = (await ask(house, h, keptOut, { file })).kept[0]!.id; } return 'done';
      case 'let-in': if (out) await act(house, h, letIn, { file, exclusion: out }); out = null; return 'done';
      case 'wait': await pass(owner, requests, step.hours); return 'done';
    }
  };
  for (const [at, step] of steps.entries()) {
    const should = model.expect(step);
    const answered = await does(step).catch((error: Error) => {
      if (error instanceof NotFound) return 'absent';
      if (error instanceof Refusal) return error.code.replace('confidential.', '');
      throw error;
    });
    const told = (what: string) => faults.push(`step ${at + 1} ${JSON.stringify(step)}: ${what}`);
    if (answered !== should) told(`the house says ${answered}, the model ${should}`);
    if (step.do === 'read' && (await rowsFor(world, who[step.by], file)) !== (should === 'done')) told(`PostgreSQL and the model part, ${should} is right`);
    if (faults.length) return faults;
  }
  return faults;
}

/** Lets so many hours pass for these requests: the database's clock cannot be moved, so what it compares with is. */
const pass = (owner: pg.Client, requests: readonly string[], hours: number) => owner.query(
  `update confidential.key_request set asked_at = asked_at - $2::interval, lapses_at = lapses_at - $2::interval, approved_at = approved_at - $2::interval, until_at = until_at - $2::interval,
     declined_at = declined_at - $2::interval, ended_at = ended_at - $2::interval, reviewed_at = reviewed_at - $2::interval where id = any ($1)`, [requests, `${hours} hours`]);

/** Whether row-level security alone shows her the file. */
async function rowsFor({ house }: World, actor: Actor, file: string): Promise<boolean> {
  const client = await house.protected.connect();
  try {
    await client.query(beginFor(actor, { readOnly: true }));
    return (await client.query('select id from confidential.file where id = $1', [file])).rowCount === 1;
  } finally {
    await client.query('rollback');
    client.release();
  }
}
