import type { PostOnly } from '../buttons.ts';
import { planRepayments, recordRepayment } from '../repayment/repayments.ts';
import { approveGrant } from './approve-grant.ts';
import { cancelGrant, closeGrant } from './end-grant.ts';
import { grantPage } from './grant.page.tsx';
import { setPayee } from './set-payee.ts';
import { certifyGrant, signSpecifications } from './sign-specifications.ts';
import { bringEvidence, releaseTranche } from './tranches.ts';

const input = ({ grant }: Readonly<Record<string, string>>) => ({ grant });
const ofTranche = ({ tranche }: Readonly<Record<string, string>>) => ({ tranche });

/** The forms that stand on the page of a grant. */
export const grantForms: readonly PostOnly[] = [
  { path: '/grants/:grant/approve', action: approveGrant, input, again: grantPage },
  { path: '/grants/:grant/cancel', action: cancelGrant, input, again: grantPage },
  { path: '/grants/:grant/close', action: closeGrant, input, again: grantPage },
  { path: '/grants/:grant/sign', action: signSpecifications, input, again: grantPage },
  { path: '/grants/:grant/certify', action: certifyGrant, input, again: grantPage },
  { path: '/grants/:grant/payee', action: setPayee, input, again: grantPage },
  { path: '/grants/:grant/tranches/:tranche/proof', action: bringEvidence, input: ofTranche, again: grantPage },
  { path: '/grants/:grant/tranches/:tranche/release', action: releaseTranche, input: ofTranche, again: grantPage },
  { path: '/grants/:grant/repayments', action: planRepayments, input, again: grantPage },
  { path: '/grants/:grant/repayments/received', action: recordRepayment, input, again: grantPage },
];
