import { atHub, byJob, defineAccess } from '#core/policy/rule.ts';

/** Whoever works with her at the counter writes down what she asks and hands her what is kept (trust.md 2.1, 5.4). */
const counter = ['desk_officer', 'case_worker', 'supervisor'] as const;
const staff = [...counter, 'coach', 'trainer', 'protection_officer', 'hub_manager'] as const;
/** Whoever answers for the data decides; rows say where: all hubs of an auditor, the hub of a manager. */
const leads = { roles: ['dpo', 'hub_manager'], reach: 'region', compartment: 'C0' } as const;
const auditor = { roles: ['dpo'], reach: 'region', compartment: 'C0' } as const;

export const rightsAccess = defineAccess('rights', {
  'person-requests': atHub(counter),
  'open-request': { ...atHub(counter, 'C1a'), fresh: true },
  'confirm-request': { roles: ['supervisor', 'dpo'], reach: 'region', compartment: 'C1a', fresh: true },
  'waiting-requests': atHub(['supervisor']),
  'requests-waiting': atHub(['supervisor']),
  'answer-request': atHub(counter, 'C1a'),
  'person-pack': { ...atHub(counter, 'C1b'), fresh: true },
  erasures: leads,
  'erasures-waiting': leads,
  'decide-erasure': leads,
  'erasure-certificate': { roles: ['dpo', 'hub_manager', ...counter], reach: 'region', compartment: 'C0' },
  'set-hold': auditor,
  'end-hold': auditor,
  'ended-retention': auditor,
  'propose-ended': auditor,
  'carry-out-erasure': byJob(),
  'settle-erasure': byJob(),
  'record-incident': atHub(staff),
  incidents: leads,
  'incident-notice': leads,
  'follow-incident': leads,
});
