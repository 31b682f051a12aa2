import { openHadina } from '#apps/open-hadina.ts';
import { openLog } from '#apps/log.ts';
import { serve } from '#apps/serve.ts';

// The product as it is served, in a process of its own.
const hadina = await openHadina({ as: 'client' });
const log = openLog();
log.level = 'silent';
await serve(hadina, Number(process.env.PORT), null, log);
process.stdout.write('ready\n');
