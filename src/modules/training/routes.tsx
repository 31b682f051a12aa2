import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import { attendancePage } from './attendance/attendance.page.tsx';
import { doorPage } from './attendance/door.page.tsx';
import { signSheetPage } from './attendance/sign-sheet.page.tsx';
import { certificatePage } from './certificate/certificate.page.tsx';
import { checkCertificatePage, checkedCertificatePage } from './certificate/check.page.tsx';
import { openTrainingPage, openTrainingsPage } from './open/open-trainings.page.tsx';
import { askForSeatPage } from './seats/ask-for-seat.page.tsx';
import { seatButtons, seatPage } from './seats/seat.page.tsx';
import { seatSlipPage } from './seats/seat-slip.page.tsx';
import { newTrainingPage } from './session/new-training.page.tsx';
import { trainingButtons, trainingPage } from './session/training.page.tsx';
import { trainingsPage } from './session/trainings.page.tsx';
import { endTrainerPage, trainersPage } from './trainers/trainers.page.tsx';

/** The pages of courses; fixed paths stand before those with a part to fill. */
export const trainingRoutes: readonly Page[] = [
  trainingsPage, newTrainingPage, trainersPage, endTrainerPage, certificatePage, doorPage, trainingPage, ...trainingButtons, askForSeatPage, seatPage, ...seatButtons, seatSlipPage,
  attendancePage, signSheetPage, openTrainingsPage, openTrainingPage, checkCertificatePage, checkedCertificatePage,
];
