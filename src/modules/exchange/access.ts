import { atHub, defineAccess, overNetwork } from '#core/policy/rule.ts';

/** Who brings whole files and takes them back: whoever leads the team or the hub. Persons need the counter's rights besides. */
const bringers = ['supervisor', 'hub_manager'] as const;

export const exchangeAccess = defineAccess('exchange', {
  'begin-import': atHub(bringers),
  'add-rows': atHub(bringers),
  'choose-columns': atHub(bringers),
  'bring-file': atHub(bringers),
  'calls-for-files': atHub(bringers),
  'import-list': atHub(bringers),
  'load-import': atHub(bringers),
  'check-import': atHub(bringers),
  'publish-import': atHub(bringers),
  'undo-import': atHub(bringers),
  'clear-import': atHub(bringers),
  'take-list': atHub(bringers),
  'take-shown': atHub(bringers),
  // Names go out: she shows again that it is she.
  'ask-leave': { ...atHub(bringers, 'C1a'), fresh: true },
  'use-leave': atHub(bringers, 'C1a'),
  'import-sheet': atHub(bringers),
  // What everybody may read goes out under the name of the network.
  'take-published': overNetwork(['network_admin']),
});
