import { runHadina } from './run.mjs';

await runHadina(['start', ...process.argv.slice(2)]);
