import { anyone, atHub, defineAccess } from '#core/policy/rule.ts';
import { personReaders } from '#core/policy/reach.ts';
import { callFigureReaders } from './calls/call-funnel.query.ts';
import { figureReaders } from './reading/reading.ts';

/** Who reads figures: the hub's own staff exactly, others with small numbers kept back; anyone what is public. */
export const evidenceAccess = defineAccess('evidence', {
  'desk-figures': { roles: figureReaders, reach: 'region', compartment: 'C0' },
  figure: { roles: figureReaders, reach: 'region', compartment: 'C0' },
  'call-funnel': { roles: callFigureReaders, reach: 'region', compartment: 'C0' },
  'region-calls': { roles: ['network_admin', 'ministry_viewer', 'donor_viewer', 'regional_coordinator'], reach: 'region', compartment: 'C0' },
  'figure-records': atHub(personReaders),
  'public-figures': anyone(),
  'public-figure': anyone(),
  'figure-places': anyone(),
  'chain-heads': anyone(),
});
