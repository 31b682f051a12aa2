import { atHub, defineAccess } from '#core/policy/rule.ts';

/** Who works with documents; rows decide which: papers of identity by a live grant, those of a file by assignment or grant (trust.md 2.1). */
const writers = ['desk_officer', 'coach', 'case_worker', 'supervisor'] as const;
const readers = [...writers, 'hub_manager'] as const;

export const documentsAccess = defineAccess('documents', {
  'document-list': atHub(readers, 'C1a'),
  'document-sheet': atHub(readers, 'C1a'),
  'document-file': atHub(readers, 'C1a'),
  'add-document': atHub(writers, 'C1a'),
  'rename-document': atHub(writers, 'C1a'),
  'withdraw-document': atHub(writers, 'C1a'),
});
