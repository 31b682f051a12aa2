import { expect, it } from 'vitest';
import { openKit } from './kit.ts';
import { sheetPromise } from './promise-47-sheet.ts';
import { testOne } from './run-trust.ts';
import { officeIsHere } from './sheet/open-in-office.ts';

it.skipIf(!(await officeIsHere()))('what goes out is opened in LibreOffice (left out without libreoffice-calc): nothing is computed, nothing changed', { timeout: 600_000 }, async () => {
  expect(await testOne(sheetPromise, openKit(7, 'quick').kitFor)).toMatchObject({ kept: true, faultCaught: true, cases: 606, figure: '0 cells computed or changed' });
});
