import { atHub, defineAccess } from '#core/policy/rule.ts';

/** Whoever works with her at the counter writes down what she asks and hands her what is kept (trust.md 2.1, 5.4). */
const counter = ['desk_officer', 'case_worker', 'supervisor'] as const;

export const rightsAccess = defineAccess('rights', {
  'person-requests': atHub(counter),
  'open-request': atHub(counter, 'C1a'),
  'answer-request': atHub(counter, 'C1a'),
  'person-pack': atHub(counter, 'C1b'),
});
