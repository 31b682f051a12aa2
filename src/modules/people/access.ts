import { anyone, atHub, byJob, byLink, defineAccess, overNetwork } from '#core/policy/rule.ts';

/** Who reads ordinary rows of persons, and who works at the counter with them (trust.md 2.1). */
const readers = ['desk_officer', 'case_worker', 'supervisor', 'hub_manager'] as const;
const counter = ['desk_officer', 'case_worker', 'supervisor'] as const;

export const peopleAccess = defineAccess('people', {
  'people-search': atHub(readers),
  'duplicate-hints': atHub(counter),
  'person-form-choices': atHub(counter),
  'person-sheet': atHub(readers),
  'register-person': atHub(counter),
  'enrol-known-person': atHub(counter),
  'register-unnamed': atHub(counter),
  'claim-person': atHub(counter),
  'correct-person': atHub(counter),
  'person-consents': atHub(counter),
  'record-consent': atHub(counter),
  'consent-receipt': atHub(counter),
  'ask-consent': atHub(counter),
  'asked-consent': byLink(),
  'answer-asked-consent': byLink(),
  'ending-consents': atHub(counter),
  'publish-notice': atHub(['hub_manager']),
  'consent-notices': anyone(),
  'consent-rules': overNetwork(['network_admin']),
  'set-consent-lengths': overNetwork(['network_admin']),
  'decide-duty-to-alert': overNetwork(['network_admin']),
  'end-consents': byJob(),
  'withdraw-consent': atHub(counter),
  'form-household': atHub(counter),
  'add-household-member': atHub(counter),
  'end-household-member': atHub(counter),
  'name-household-head': atHub(counter),
  'household-history': atHub(counter),
  'person-contact': atHub(counter, 'C1a'),
  'set-contact': atHub(counter, 'C1a'),
  'end-contact': atHub(counter, 'C1a'),
  'see-paper': atHub(counter, 'C1a'),
  'safe-contact': atHub(counter, 'C1a'),
  'set-safe-contact': atHub(counter, 'C1a'),
  'life-notes': atHub(counter, 'C1b'),
  'write-life-note': atHub(counter, 'C1b'),
  // Rows decide where: all of her hubs for an auditor, also one of the whole network; the hub where she stands for a supervisor.
  'recent-looks': { roles: ['dpo', 'supervisor'], reach: 'region', compartment: 'C0' },
  'who-looked': { roles: ['dpo', 'supervisor'], reach: 'region', compartment: 'C0' },
  // Whoever works with her proposes that two files are one; whoever leads the team decides and undoes (four eyes).
  'compare-persons': atHub(counter),
  'merge-list': atHub(counter),
  'propose-merge': atHub(counter),
  'decline-merge': atHub(counter),
  'merge-persons': atHub(['supervisor']),
  'unmerge-persons': atHub(['supervisor']),
  // Whoever leads the team goes through what may be double; the walk itself goes on as a job in her name.
  'look-for-doubles': atHub(['supervisor']),
  'possible-doubles': atHub(['supervisor']),
  'keep-apart': atHub(['supervisor']),
  'index-person-names': byJob(),
});
