import type { TrustPromise } from './promise.ts';
import { authzPromise } from './promise-01-authz.ts';
import { rightsPromise } from './promise-02-rights.ts';
import { rlsCostPromise } from './promise-03-rls-cost.ts';
import { rlsCatalogPromise } from './promise-04-rls-catalog.ts';
import { swapPromise } from './promise-05-swap.ts';
import { fuzzPromise } from './promise-06-fuzz.ts';
import { corpusPromise } from './promise-07-corpus.ts';
import { excludePromise } from './promise-08-exclude.ts';
import { breakglassPromise } from './promise-09-breakglass.ts';
import { insiderPromise } from './promise-10-insider.ts';
import { transferPromise } from './promise-11-transfer.ts';
import { ledgerModelPromise } from './promise-12-ledger-model.ts';
import { crashDbPromise } from './promise-13-crash-db.ts';
import { crashAppPromise } from './promise-14-crash-app.ts';
import { retryPromise } from './promise-15-retry.ts';
import { doublespendPromise } from './promise-16-doublespend.ts';
import { voucherPromise } from './promise-17-voucher.ts';
import { fourEyesPromise } from './promise-21-four-eyes.ts';
import { datadirPromise } from './promise-25-datadir.ts';
import { drillPromise } from './promise-26-drill.ts';
import { atRestPromise } from './promise-28-atrest.ts';
import { keysPromise } from './promise-29-keys.ts';
import { erasePromise } from './promise-30-erase.ts';
import { logsPromise } from './promise-31-logs.ts';
import { sessionPromise } from './promise-32-session.ts';
import { devicePromise } from './promise-33-device.ts';
import { loginPromise } from './promise-34-login.ts';
import { hashPromise } from './promise-35-hash.ts';
import { mfaPromise } from './promise-36-mfa.ts';
import { auditPromise } from './promise-37-audit.ts';
import { tamperPromise } from './promise-38-tamper.ts';
import { figuresPromise } from './promise-39-figures.ts';
import { cellsPromise } from './promise-40-cells.ts';
import { donorPromise } from './promise-41-donor.ts';
import { exitPromise } from './promise-42-exit.ts';
import { tracesPromise } from './promise-43-traces.ts';
import { contactPromise } from './promise-44-contact.ts';
import { decoyPromise } from './promise-45-decoy.ts';
import { exportPromise } from './promise-46-export.ts';
import { zonesPromise } from './promise-48-zones.ts';
import { sheetPromise } from './promise-47-sheet.ts';
import { intakePromise } from './promise-50-intake.ts';
import { xssPromise } from './promise-51-xss.ts';
import { csrfPromise } from './promise-52-csrf.ts';
import { injectPromise } from './promise-53-inject.ts';
import { uploadsPromise } from './promise-54-uploads.ts';
import { headersPromise } from './promise-55-headers.ts';
import { migratePromise } from './promise-56-migrate.ts';
import { supplyPromise } from './promise-57-supply.ts';
import { advisoriesPromise } from './promise-58-advisories.ts';
import { herRightsPromise } from './promise-62-her-rights.ts';

/** Every promise that can be proved today, in the order of its number. */
export const promises: readonly TrustPromise[] = [
  authzPromise, rightsPromise, rlsCostPromise, rlsCatalogPromise, swapPromise, fuzzPromise, corpusPromise, excludePromise, breakglassPromise, insiderPromise, transferPromise, ledgerModelPromise, crashDbPromise, crashAppPromise, retryPromise, doublespendPromise, voucherPromise, fourEyesPromise, datadirPromise, drillPromise, atRestPromise, keysPromise, erasePromise, logsPromise, sessionPromise, devicePromise, loginPromise, hashPromise, mfaPromise, auditPromise, tamperPromise, figuresPromise,
  cellsPromise, donorPromise, exitPromise, tracesPromise, contactPromise, decoyPromise, exportPromise, sheetPromise, zonesPromise, intakePromise, xssPromise, csrfPromise, injectPromise, uploadsPromise, headersPromise, migratePromise, supplyPromise, advisoriesPromise, herRightsPromise,
];
