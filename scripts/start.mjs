import { runHadina } from './run.mjs';

// npm hands a SIGTERM to the shell between us, which dies without passing it on: notice that our parent is gone.
if (process.env.npm_lifecycle_event === 'start') {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  watch.unref();
}

await runHadina(['start', ...process.argv.slice(2)]);
