/** What the house does by itself, for each network: an action and when (cron, UTC). */
export const schedules: readonly { readonly action: string; readonly cron: string }[] = [
  { action: 'network.warn-of-ending-agreements', cron: '10 5 * * *' },
  { action: 'desk.remind-referrals', cron: '20 5 * * *' },
  { action: 'reports.make-due-reports', cron: '45 4 * * *' },
  { action: 'people.end-consents', cron: '5 0 * * *' },
  { action: 'currency.look-through-sales', cron: '25 4 * * *' },
  { action: 'currency.end-aid', cron: '30 4 * * *' },
  { action: 'currency.end-vouchers', cron: '35 4 * * *' },
  { action: 'currency.end-shop-applications', cron: '40 4 * * *' },
  { action: 'ledger.publish-heads', cron: '10 0 * * *' },
  { action: 'transfer.destroy-late-parcels', cron: '15 0 * * *' },
  { action: 'research.delete-expired', cron: '20 0 * * *' },
  { action: 'people.mark-merges', cron: '25 0 * * *' },
  { action: 'portal.forget-letters', cron: '40 3 * * *' },
];
