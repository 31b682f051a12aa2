import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import './answer-parcel/accept-parcel.ts';
import './answer-parcel/destroy-late-parcels.ts';
import './answer-parcel/refuse-parcel.ts';
import './open-parcel/open-parcel.ts';
import './open-parcel/opened-parcel.query.ts';
import './prepare-transfer/prepare-transfer.ts';
import './prepare-transfer/transfer-form.query.ts';
import './prepare-transfer/withdraw-transfer.ts';
import './transfers/transfer-list.query.ts';
import './transfers/transfer-sheet.query.ts';

/** The pages of moves between hubs. */
export const transferRoutes: readonly Page[] = [];
