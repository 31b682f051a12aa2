import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { openLog } from '#apps/log.ts';
import { openHadina } from '#apps/open-hadina.ts';
import { serve } from '#apps/serve.ts';

/** What the served house says of the time between `begin` and `end`: milliseconds from the head of each request to the end of its answer, by path, and its own seconds of processor. */
export interface Served { readonly times: Readonly<Record<string, readonly number[]>>; readonly processor: number }

const began = new WeakMap<IncomingMessage, number>();
let times: Record<string, number[]> = {};
let used = process.cpuUsage();

// Node itself says when a request came and when its answer was handed over: nothing of the house is changed to be measured.
subscribe('http.server.request.start', (message) => { began.set((message as { request: IncomingMessage }).request, performance.now()); });
subscribe('http.server.response.finish', (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  const at = began.get(request);
  if (at !== undefined) (times[`${response.statusCode} ${request.url!.split('?')[0]!}`] ??= []).push(performance.now() - at);
});

process.on('message', (asked) => {
  if (asked === 'begin') [times, used] = [{}, process.cpuUsage()];
  else {
    const { user, system } = process.cpuUsage(used);
    process.send!({ times, processor: (user + system) / 1e6 } satisfies Served);
  }
});

// The product as it is served, in a process of its own.
const hadina = await openHadina({ as: 'client' });
const log = openLog();
log.level = 'silent';
await serve(hadina, Number(process.env.PORT), null, log);
process.send!('ready');
