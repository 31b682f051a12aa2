import { openHadina } from '../src/apps/open-hadina.ts';
import { loadDemo } from './load-demo.ts';
const hadina = await openHadina({ as: 'client' });
const t = Date.now(); const c = process.cpuUsage();
await loadDemo(hadina.house, { small: process.argv.includes('--small'), say: (l) => { const u = process.cpuUsage(c); console.log(((Date.now()-t)/1000).toFixed(1), 'cpu', ((u.user+u.system)/1e6).toFixed(1), l); } });
const u = process.cpuUsage(c);
console.log('done', (Date.now()-t)/1000, 'cpu', (u.user+u.system)/1e6);
const q = async (s: string) => (await hadina.house.worker.query(s)).rows;
try { console.log(await q("select count(*)::int n, name from core.event group by 2 order by 1 desc")); } catch (e) { console.log(String(e)); }
await hadina.close();
