import '#apps/web/sitemap.ts';
import { decideCells } from './authz/decide-cells.ts';
import { randomOf } from './random.ts';
const t = performance.now();
const r = decideCells(randomOf(1), 100_000);
console.log(r.cells, r.faults.length, performance.now()-t); console.log(r.faults.map(f=>f.replace(/, at .*/,'')).filter((f,i,a)=>a.indexOf(f)===i).slice(0,60).join('\n'));
