import { z } from 'zod';
import { id } from '#core/input.ts';
import { unknownPlaces } from '../around.ts';
import { action } from '../directory.ts';
import { ownService } from '../entry/own-service.ts';
import { placed } from '../entry/write-lists.ts';
import { clientTest, priorityGroup } from '../eligibility/client-test.ts';
import { rows } from '../rows.ts';

/** Rules that must all be met, and groups that come first where places are few. */
export const setEligibilityInput = z.strictObject({
  service: id(),
  rules: rows(clientTest(), 12),
  priorities: rows(priorityGroup(), 8, ['weight']),
});

/** Writes anew who may have a service and who comes first. A priority group ranks and never shuts anyone out (rule 7). */
export const setEligibility = action({
  name: 'set-eligibility',
  says: 'Say who may have a service, and who comes first',
  input: setEligibilityInput,
  refuses: ['unknown-territory'],
  run: async (doing, { service, rules, priorities }) => {
    const { tx, hub, network, record, refuse } = doing;
    await ownService(doing, service);
    const tests = [...rules, ...priorities.map(({ test }) => test)];
    const [unknown] = await unknownPlaces(doing, tests.flatMap((test) => (test.field === 'territory' ? test.codes : [])));
    if (unknown !== undefined) refuse('unknown-territory', { code: unknown }, 'rules');
    const hanging = { network, hub, service };
    for (const table of ['directory.eligibility_rule', 'directory.priority_group'] as const) {
      await tx.deleteFrom(table).where('network_id', '=', network).where('service_id', '=', service).execute();
    }
    const ruleRows = rules.map((rule, at) => ({ ...placed(hanging, at), ...rule }));
    if (ruleRows.length) await tx.insertInto('directory.eligibility_rule').values(ruleRows).execute();
    const groupRows = priorities.map(({ test, weight }, at) => ({ ...placed(hanging, at), ...test, weight: weight ?? 5 }));
    if (groupRows.length) await tx.insertInto('directory.priority_group').values(groupRows).execute();
    await record({ name: 'eligibility-set', subject: service, body: { rules: rules.length, priorities: priorities.length } });
    return { service };
  },
});
