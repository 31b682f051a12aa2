import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { StartRefusal } from '../../start/start-refusal.ts';
import type { Address } from './address.ts';
import type { Engine } from './engine.ts';
import { startPostmaster } from './start-postmaster.ts';
import { stopPostmaster } from './stop-postmaster.ts';
import { stopWithProcess } from './stop-with-process.ts';

/** A PostgreSQL that is started again whenever it ends without having been asked to. */
export interface KeptRunning {
  /** Comes true when it could not be started again for ten minutes. */
  readonly lost: Promise<StartRefusal>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 600_000;
/** One that ends right after its start is left alone for so long before the next try. */
const REST_MS = 1_000;

/** Starts PostgreSQL and keeps it running until it is stopped here: a crash or a full disk then needs no hand, only room. Refuses with its last words when it does not start at first. */
export async function keepRunning(engine: Engine, home: string, address: Address): Promise<KeptRunning> {
  let tell: (loss: StartRefusal) => void = () => {};
  const lost = new Promise<StartRefusal>((go) => { tell = go; });
  let asked = false;
  let child: ChildProcess;
  let letGo = (): void => {};
  let coming = Promise.resolve();

  const start = async (): Promise<void> => {
    const begun = performance.now();
    child = await startPostmaster(engine, home, address);
    letGo = stopWithProcess(child.pid as number);
    const ended = (): void => {
      letGo();
      if (!asked) coming = again(performance.now() - begun < REST_MS ? REST_MS : 0);
    };
    if (child.exitCode === null && child.signalCode === null) child.once('exit', ended);
    else ended();
  };
  const again = async (rest: number): Promise<void> => {
    const since = performance.now();
    for (await wait(rest); !asked; await wait(REST_MS)) {
      const refused = await start().then(() => null, (error: unknown) => (error instanceof StartRefusal ? error : new StartRefusal('engine-failed', { reason: String(error), log: '' })));
      if (!refused) return;
      if (performance.now() - since > PATIENCE_MS) return tell(refused);
    }
  };

  await start();
  return {
    lost,
    stop: async () => {
      asked = true;
      await coming;
      letGo();
      await stopPostmaster(engine, home, child.pid as number);
    },
  };
}
