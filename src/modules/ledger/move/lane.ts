import { visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { applyBatch } from './apply-batch.ts';
import type { Answer, CalledCommand, Command } from './command.ts';

const MOST_AT_ONCE = 2_000;

interface Waiting extends CalledCommand {
  readonly done: (answer: Answer) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The one lane of a book in this process: what callers ask while a batch is under way becomes the next batch, without any timer, so that
 * many share one commit. Each is answered after that commit; when it fails, nobody knows the outcome, and asking again with the same key tells.
 */
export class Lane {
  private waiting: Waiting[] = [];
  private underWay = false;
  private readonly begin: string;

  constructor(private readonly house: Pick<House, 'app'>, private readonly network: string, private readonly book: string) {
    this.begin = beginFor(visitor(network));
  }

  /** Asks one command; the answer is a number or a refusal's code, never an exception for an expected no. */
  ask(caller: string, command: Command): Promise<Answer> {
    return new Promise((done, failed) => {
      this.waiting.push({ caller, command, done, failed });
      if (!this.underWay) void this.go();
    });
  }

  private async go(): Promise<void> {
    this.underWay = true;
    while (this.waiting.length) {
      const batch = this.waiting.splice(0, MOST_AT_ONCE);
      try {
        const answers = await inTransaction(this.house.app, this.begin, (tx) => applyBatch(tx, { network: this.network, book: this.book }, batch));
        batch.forEach(({ done }, n) => { done(answers[n]!); });
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.underWay = false;
  }
}
