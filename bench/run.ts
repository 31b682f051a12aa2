import { listPage } from './list-page/list-page.ts';

// Each figure is a ratio of one run; nothing here is a test.
const results = [await listPage()];
for (const { name, ratio, bound, detail } of results) {
  process.stdout.write(`${name}: ${ratio.toFixed(2)} (bound ${bound}) · ${detail}\n`);
}
process.exit(results.every(({ ratio, bound }) => ratio >= bound) ? 0 : 1);
