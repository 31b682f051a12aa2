import './as-it-runs.ts';
import { applicationsAtSize } from './applications/applications.ts';
import { casesAtSize } from './cases/cases.ts';
import { exportFigures } from './exports.ts';
import { importSpeed } from './import.ts';
import { demoLoad } from './demo.ts';
import { directorySearch } from './directory-search/directory-search.ts';
import { figuresAtSize } from './figures/figures.ts';
import { freshClone } from './fresh-clone.ts';
import { householdGrants } from './ledger/household-grants.ts';
import { ledgerFigures } from './ledger/ledger.ts';
import { allPairs } from './match/all-pairs.ts';
import { dedupeFigures } from './match/dedupe.ts';
import { duplicateCheck } from './match/duplicate-check.ts';
import { matchFigures } from './match/match.ts';
import { listPage } from './list-page/list-page.ts';
import { pdfSheets } from './print-pdf.ts';
import { registrationFigures } from './registrations.ts';
import { personSearch } from './person-search/person-search.ts';
import { rankSpeed } from './rank.ts';
import { publicPage } from './public-page/public-page.ts';
import { tillPayment } from './till/till-payment.ts';

// Nothing here is a test: speeds are ratios of one run, and what a newcomer waits for is measured on a clone of her own.
const wanted = process.argv[2];
let met = true;
if (!wanted || wanted === 'list-page') {
  const { name, ratio, bound, detail } = await listPage();
  met &&= ratio >= bound;
  process.stdout.write(`${name}: ${ratio.toFixed(2)} × bare (bound ${bound}) · ${detail}\n`);
}
if (!wanted || wanted === 'public-page') {
  const { name, ratio, bound, detail } = await publicPage();
  met &&= ratio >= bound;
  process.stdout.write(`${name}: ${ratio.toFixed(2)} × bare (bound ${bound}) · ${detail}\n`);
}
for (const [key, measure] of [['directory-search', directorySearch], ['person-search', personSearch], ['cases', casesAtSize], ['figures', figuresAtSize], ['applications', applicationsAtSize], ['match', matchFigures], ['dedupe', dedupeFigures], ['all-pairs', allPairs], ['rank', rankSpeed], ['registrations', registrationFigures], ['duplicate-check', duplicateCheck], ['exports', exportFigures], ['ledger', ledgerFigures], ['till-payment', tillPayment], ['household-grants', householdGrants]] as const) {
  if (wanted && wanted !== key) continue;
  for (const { name, value, bound, unit, atLeast, detail } of await measure((line) => wanted && process.stdout.write(`${line}\n`))) {
    met &&= atLeast ? value >= bound : value <= bound;
    process.stdout.write(`${name}: ${value.toFixed(1)} ${unit} (bound ${bound} ${unit})${detail ? ` · ${detail}` : ''}\n`);
  }
}
if (!wanted || wanted === 'fresh-clone') {
  for (const { name, value, bound, unit } of await freshClone()) {
    met &&= value <= bound;
    process.stdout.write(`${name}: ${value.toFixed(1)} ${unit} (bound ${bound} ${unit})\n`);
  }
}
if (!wanted || wanted === 'demo') {
  const { name, value, bound, unit, detail } = await demoLoad((line) => wanted && process.stdout.write(`${line}\n`));
  met &&= value <= bound;
  process.stdout.write(`${name}: ${value.toFixed(1)} ${unit} (bound ${bound} ${unit}) · ${detail}\n`);
}
if (!wanted || wanted === 'pdf') {
  const { name, value, bound, unit } = await pdfSheets();
  met &&= value <= bound;
  process.stdout.write(`${name}: ${value.toFixed(1)} ${unit} (bound ${bound} ${unit})\n`);
}
if (!wanted || wanted === 'import') {
  for (const { name, value, bound, unit, detail } of await importSpeed(undefined, (line) => wanted && process.stdout.write(`${line}\n`))) {
    met &&= value >= bound;
    process.stdout.write(`${name}: ${Math.round(value)} ${unit} (bound ${bound} ${unit}) · ${detail}\n`);
  }
}
process.exit(met ? 0 : 1);
