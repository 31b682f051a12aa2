import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '#core/project-root.ts';
import type { Order, Report } from './attacker-process.ts';
import type { Target } from './ask.ts';
import type { Arms } from './attacks.ts';

export type Outcome = Extract<Report, { got: unknown }>;

/** Somebody who attacks from a process of her own, with the lowest claim on this machine's processors. */
export interface Attacker {
  /** Begins one attack and comes back when it is under way. */
  begin(attack: number, target: Target, arms: Arms): Promise<void>;
  /** Ends it; gives what came of it. */
  end(): Promise<Outcome>;
  stop(): Promise<void>;
}

/** Starts a process that attacks as it is told. Throws with what it said when it ends by itself. */
export function openAttacker(): Attacker {
  const child = spawn(process.execPath, [join(projectRoot(), 'bin', 'hadina'), 'trust-attacker'], { cwd: projectRoot(), stdio: ['pipe', 'pipe', 'pipe'] });
  let complained = '';
  child.stderr.on('data', (text: Buffer) => { complained += String(text); });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const told = async (order: Order): Promise<Report> => {
    child.stdin.write(`${JSON.stringify(order)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`the process that attacks ended: ${complained.slice(0, 500)}`);
    return JSON.parse(value) as Report;
  };
  return {
    begin: async (attack, target, arms) => void (await told({ attack, target, arms })),
    end: async () => (await told({ end: true })) as Outcome,
    stop: async () => {
      child.stdin.end();
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(late);
    },
  };
}
