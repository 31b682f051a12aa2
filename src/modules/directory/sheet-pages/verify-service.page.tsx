import { definePage } from '#core/page.ts';
import type { View } from '#ui/view.ts';
import { verifyService } from '../verify-service/verify-service.ts';
import { serviceInPath, toSheet } from './part-page.tsx';
import { serviceSheetPage } from './service-sheet.page.tsx';

/** The button that says: I checked, the entry is right. */
export const verifyServicePage = definePage<View>({
  path: '/services/:service/verify',
  audience: 'staff',
  needs: 'directory.verify-service',
  post: { action: verifyService, input: serviceInPath, leadsTo: toSheet, again: serviceSheetPage },
});
