import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import './words.ts';
import './queue/desk-caseload.ts';
import './form/publish-form.ts';
import { appointmentButtons, appointmentsPage } from './book-appointment/appointments.page.tsx';
import { bookAppointmentPage } from './book-appointment/book-appointment.page.tsx';
import { callTicketPages } from './call-ticket/call-ticket.pages.ts';
import { clientPage } from './client/client.page.tsx';
import { organizationPage } from './client/organization.page.tsx';
import { closeVisitPage } from './close-visit/close-visit.page.ts';
import { formPreviewPage, formsPage } from './form/forms.page.tsx';
import { writeFormPage } from './form/write-form.page.tsx';
import { questionAudioPage } from './form/question-audio.page.tsx';
import { listeningPage } from './listening/listening.page.tsx';
import { needsPage } from './needs/needs.page.tsx';
import { orientationPage, unmetNeedPost } from './orientation/orientation.page.tsx';
import './orientation/orientation-made.query.ts';
import { openTicketPage } from './open-ticket/open-ticket.page.tsx';
import { boardPage } from './queue/board.page.tsx';
import { deskPage } from './queue/desk.page.tsx';
import { slipDoorBlankPage, slipDoorPage, slipFacesPost } from './slip/slip-door.page.tsx';
import { slipPage } from './slip/slip.page.tsx';
import { planPrintPage } from './orientation/plan-print.page.tsx';
import { slipPrintPage } from './slip/slip-print.page.tsx';
import { typePaperIntakePage } from './type-paper-intake/type-paper-intake.page.tsx';
import { visitPage } from './visit/visit.page.tsx';
import { answerReceiptPage } from './answer-referral/answer-receipt.page.tsx';
import { linkedReferralPage, servedByLinkPage } from './answer-referral/linked-referral.page.tsx';
import { assessmentPage, complaintButton } from './assessment/assessment.page.tsx';
import { answerComplaintButton, complaintsPage } from './complaint/complaints.page.tsx';
import { inboxReferralPage, inboxServedPage } from './inbox/inbox-referral.page.tsx';
import { inboxPage } from './inbox/inbox.page.tsx';
import { referClientPage } from './refer-client/refer-client.page.tsx';
import { referralListPage } from './referral-list/referral-list.page.tsx';
import { referralButtons, referralPage } from './referral-sheet/referral-sheet.page.tsx';
import { unmetNeedsPage } from './unmet-need/unmet-needs.page.tsx';
import './referral-words.ts';
import './remind-referrals/remind-referrals.ts';
import './return-unshared/return-unshared-referrals.ts';

/** Queue, intake and listening. */
const visitRoutes: readonly Page[] = [
  deskPage, boardPage, openTicketPage, typePaperIntakePage, appointmentsPage, bookAppointmentPage, ...appointmentButtons,
  ...callTicketPages, visitPage, clientPage, organizationPage, listeningPage, closeVisitPage,
];

/** Questionnaires, needs, orientation and slips. */
const needsRoutes: readonly Page[] = [
  formsPage, writeFormPage, formPreviewPage, questionAudioPage, needsPage, orientationPage, planPrintPage, unmetNeedPost, slipPage, slipPrintPage, slipDoorBlankPage, slipDoorPage, slipFacesPost,
];

/** Referrals, faces, complaints and unmet needs. */
const referralRoutes: readonly Page[] = [
  referClientPage, referralListPage, referralPage, ...referralButtons, linkedReferralPage, answerReceiptPage, servedByLinkPage, inboxPage, inboxReferralPage,
  inboxServedPage, assessmentPage, complaintButton, complaintsPage, answerComplaintButton, unmetNeedsPage,
];

/** Every page of the desk; fixed paths stand before those with a part to fill. */
export const deskRoutes: readonly Page[] = [...visitRoutes, ...needsRoutes, ...referralRoutes];
