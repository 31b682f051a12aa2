import { personReaders } from '#core/policy/reach.ts';
import { atHub, byJob, defineAccess, type Rule } from '#core/policy/rule.ts';
import { readerRoles } from './codes.ts';

/** Whoever was handed a report opens it wherever she holds her role; the rows say which, and until when. */
const handed: Omit<Rule, 'name'> = { roles: readerRoles, reach: 'region', compartment: 'C0' };

/** A hub reports on itself: its manager composes, freezes and delivers; who reads its figures exactly reads its reports. */
export const reportsAccess = defineAccess('reports', {
  'report-list': atHub(personReaders),
  'report-sheet': atHub(personReaders),
  'report-number': atHub(personReaders),
  'composing-choices': atHub(['hub_manager']),
  'open-report': atHub(['hub_manager']),
  'change-report': atHub(['hub_manager']),
  'freeze-report': atHub(['hub_manager']),
  'deliver-report': atHub(['hub_manager']),
  'withdraw-delivery': atHub(['hub_manager']),
  'set-schedule': atHub(['hub_manager']),
  'end-schedule': atHub(['hub_manager']),
  'delivered-list': handed,
  'deliveries-waiting': handed,
  'delivered-report': handed,
  'delivered-number': handed,
  'make-due-reports': byJob(),
});
