import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Logger, makeWorkerUtils, type Runner, run } from 'graphile-worker';
import { allActions } from '#core/action.ts';
import type { Actor } from '#core/actor.ts';
import { chainPlaces } from '#core/chain/chain-place.ts';
import { type Sealer, sealEvents } from '#core/chain/seal-events.ts';
import type { House } from '#core/house.ts';
import { act } from '#core/pipeline.ts';
import { countWaiting } from '#modules/evidence/public.ts';
import { actorOfAccount } from '#modules/network/public.ts';
import type { Log } from '../log.ts';
import { departures } from './departures.ts';
import { watchForLost } from './lost-workers.ts';
import { schedules } from './schedules.ts';

interface JobPayload {
  readonly network: string;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Whose rights the job uses, as they are when it runs; the house's own when absent. */
  readonly as?: { readonly account: string; readonly hub: string | null };
}

const SEAL_EVERY_MS = 400;
const COUNT_EVERY_MS = 1_000;

/** Prepares the job table; run after the migrations, as the worker's own login. */
export async function prepareJobs(house: House): Promise<void> {
  const worker = await makeWorkerUtils({ pgPool: house.worker, logger: quiet });
  await worker.migrate();
  await worker.release();
}

/** Does the jobs, keeps the schedules, seals the events and counts them, until stopped. */
export async function startWork(house: House, sealer: Sealer, log: Log): Promise<{ stop(): Promise<void> }> {
  const births = new EventEmitter();
  const lost = await watchForLost(house.connectAs('hadina_worker'), births, log);
  const runner: Runner = await run({
    events: births,
    pgPool: house.worker,
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: quiet,
    crontab: schedules.map(({ cron, action }) => `${cron} each-network ?id=${action.replace(/\W/g, '-')} {action:"${action}"}`).join('\n'),
    taskList: {
      act: async (payload, { job }) => doJob(house, payload as JobPayload, job.id),
      'each-network': async (payload, { job }) => {
        const { rows } = await house.worker.query<{ id: string }>('select id from network.network');
        for (const { id } of rows) await doJob(house, { network: id, action: (payload as { action: string }).action, input: {} }, job.id);
      },
    },
  });
  const sealing = keepSealing(sealer, log);
  const counting = keepCounting(house, log);
  return {
    stop: async () => {
      await runner.stop();
      await Promise.all([sealing.stop(), counting.stop(), lost.stop()]);
    },
  };
}

async function doJob(house: House, { network, action: name, input, as }: JobPayload, job: string): Promise<void> {
  const itself: Actor = { network, account: null, person: null, hub: null, roles: [], app: 'job' };
  const leave = departures.get(name);
  if (leave) return leave(house, itself, input);
  const action = allActions().get(name);
  if (!action) throw new Error(`No action ${name}`);
  const actor = as ? await actorOfAccount(house, network, as) : itself;
  await act(house, actor, action, input, { key: keyOfJob(network, job) });
}

/** The same key each time a job is tried: one that was cut off after its commit is not done twice. A UUID of version 8. */
function keyOfJob(network: string, job: string): string {
  const hex = createHash('sha256').update(`job ${job} of ${network}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function keepSealing(sealer: Sealer, log: Log): { stop(): Promise<void> } {
  let stopped = false;
  const loop = (async () => {
    while (!stopped) {
      for (const place of chainPlaces) {
        await sealEvents(sealer, place).catch((error: Error) => log.error({ fault: error.message }, 'sealing failed, will try again'));
      }
      await new Promise((resolve) => setTimeout(resolve, SEAL_EVERY_MS));
    }
    for (const place of chainPlaces) await sealEvents(sealer, place, true).catch(() => {});
  })();
  return { stop: async () => { stopped = true; await loop; } };
}

/** Counts figures ahead of their readers. What waits is read beside what was counted, so that a late count costs time and never a number. */
function keepCounting(house: House, log: Log): { stop(): Promise<void> } {
  let stopped = false;
  const loop = (async () => {
    while (!stopped) {
      await countWaiting(house.worker, () => stopped).catch((error: Error) => log.error({ fault: error.message }, 'counting failed, will try again'));
      await new Promise((resolve) => setTimeout(resolve, COUNT_EVERY_MS));
    }
  })();
  return { stop: async () => { stopped = true; await loop; } };
}

const quiet = new Logger(() => () => {});
