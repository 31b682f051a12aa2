import { anyone, atHub, defineAccess, overNetwork, type Rule } from '#core/policy/rule.ts';
import { personReaders } from '#core/policy/reach.ts';
import { callFigureReaders } from './calls/call-funnel.query.ts';
import { figureReaders, recordReaders } from './reading/reading.ts';

/** What is counted is said for a hub by its manager, for the network by its administrator; the action and the rows say where. */
const composing: Omit<Rule, 'name'> = { roles: ['network_admin', 'hub_manager'], reach: 'region', compartment: 'C0' };

/** Who draws samples of proofs for an auditor: whoever leads the team or the hub, and may open what is drawn. */
const samplers = ['supervisor', 'hub_manager'] as const;

/** Who reads figures: the hub's own staff exactly, others with small numbers kept back; anyone what is public. */
export const evidenceAccess = defineAccess('evidence', {
  'desk-figures': { roles: figureReaders, reach: 'region', compartment: 'C0' },
  figure: { roles: figureReaders, reach: 'region', compartment: 'C0' },
  'call-funnel': { roles: callFigureReaders, reach: 'region', compartment: 'C0' },
  'region-calls': { roles: ['network_admin', 'ministry_viewer', 'donor_viewer', 'regional_coordinator'], reach: 'region', compartment: 'C0' },
  'figure-records': atHub(recordReaders),
  'public-figures': anyone(),
  'public-figure': anyone(),
  'figure-places': anyone(),
  'chain-heads': anyone(),

  'indicator-list': { roles: figureReaders, reach: 'region', compartment: 'C0' },
  'indicator-sheet': { roles: figureReaders, reach: 'region', compartment: 'C0' },
  'kept-figure': { roles: figureReaders, reach: 'region', compartment: 'C0' },
  'kept-records': atHub(personReaders),
  'print-figure': atHub(personReaders),
  'printed-figure': atHub(personReaders),
  'programme-progress': atHub(personReaders),
  'try-definition': atHub(['hub_manager']),
  'board-list': { roles: figureReaders, reach: 'region', compartment: 'C0' },
  'network-board': overNetwork(['network_admin', 'ministry_viewer', 'donor_viewer']),
  'region-board': { roles: ['network_admin', 'ministry_viewer', 'donor_viewer', 'regional_coordinator'], reach: 'region', compartment: 'C0' },
  'hub-board': atHub(personReaders),
  'programme-board': { roles: ['network_admin', 'ministry_viewer', 'donor_viewer', 'regional_coordinator', 'hub_manager', 'supervisor', 'funding_officer', 'treasurer'], reach: 'region', compartment: 'C0' },
  'funder-board': overNetwork(['network_admin', 'ministry_viewer', 'donor_viewer']),

  'open-indicator': composing,
  'change-indicator': composing,
  'state-value': composing,
  'withdraw-value': composing,
  'load-indicator-set': overNetwork(['network_admin']),

  'draw-sample': atHub(samplers),
  'write-finding': atHub(samplers),
  'sample-list': atHub(samplers),
  'sample-sheet': atHub(samplers),
  'release-figure': atHub(['hub_manager']),
  'number-receipt': anyone(),
  'released-figure': anyone(),
  'house-key': anyone(),
  'add-network': overNetwork(['network_admin']),
  'take-receipt': overNetwork(['network_admin']),
  'networks-together': overNetwork(['network_admin', 'ministry_viewer', 'donor_viewer']),

  'freeze-month': composing,
  'frozen-months': { roles: figureReaders, reach: 'region', compartment: 'C0' },
  'frozen-sheet': { roles: figureReaders, reach: 'region', compartment: 'C0' },
  'frozen-figure': { roles: figureReaders, reach: 'region', compartment: 'C0' },

  'target-list': { roles: figureReaders, reach: 'region', compartment: 'C0' },
  'target-sheet': { roles: figureReaders, reach: 'region', compartment: 'C0' },
  'target-choices': composing,
  'set-target': composing,
  'rescope-target': composing,
  'attribution-sheet': { roles: figureReaders, reach: 'region', compartment: 'C0' },
  'set-funder-share': overNetwork(['network_admin']),
  'end-funder-share': overNetwork(['network_admin']),
  'outcome-costs': { roles: figureReaders, reach: 'region', compartment: 'C0' },
  'cost-choices': atHub(['hub_manager']),
  'enter-cost': atHub(['hub_manager']),
  'withdraw-cost': atHub(['hub_manager']),
  'state-rate': overNetwork(['network_admin']),
  'withdraw-rate': overNetwork(['network_admin']),
  'hub-revenue': { roles: ['hub_manager', 'supervisor', 'funding_officer', 'treasurer', 'regional_coordinator', 'network_admin'], reach: 'region', compartment: 'C0' },
  'enter-revenue': atHub(['hub_manager']),
  'withdraw-revenue': atHub(['hub_manager']),
});
