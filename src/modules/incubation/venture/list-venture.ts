import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, yes } from '#core/input.ts';
import { action } from '../incubation.ts';
import { herself, workRefusals } from '../path/worked-application.ts';
import type { LegalForm } from './legal-steps.ts';
import { workedVenture } from './venture-of.ts';

/** What each form is in the register of bodies. */
const registered: Readonly<Record<LegalForm, { readonly sector: 'sse' | 'private' | 'civil'; readonly kind: string }>> = {
  smsa: { sector: 'sse', kind: 'smsa' }, gda: { sector: 'sse', kind: 'gda' }, cooperative: { sector: 'sse', kind: 'cooperative' }, mutual: { sector: 'sse', kind: 'mutual' },
  association: { sector: 'civil', kind: 'association' }, auto_entrepreneur: { sector: 'private', kind: 'other' },
};

/** Takes an enterprise that was created here into the register of bodies, without typing it again, once she agrees to be listed. */
export const listVenture = action({
  name: 'list-venture',
  says: 'Takes a created enterprise into the register of bodies of the network.',
  input: z.strictObject({ venture: id(), agreed: yes() }),
  refuses: [...workRefusals, 'not-created', 'listed-already', 'she-must-agree'],
  run: async (doing, { venture: id, agreed }) => {
    const { tx, network, now } = doing;
    const { venture, row } = await workedVenture(doing, id, { over: true });
    if (!['created', 'post_creation', 'consolidated'].includes(row.state) || !venture.legal_form) doing.refuse('not-created');
    if (venture.organization_id) doing.refuse('listed-already');
    if (!agreed) doing.refuse('she-must-agree', {}, 'agreed');
    const organization = newId(now.getTime());
    await tx.updateTable('incubation.venture').set({ organization_id: organization }).where('network_id', '=', network).where('id', '=', id).execute();
    await doing.later('network.register-organization', {
      id: organization, names: namesOf(venture.name), ...registered[venture.legal_form!], listed: true, ...(venture.territory_code ? { territory: venture.territory_code } : {}),
      ...(venture.created_on ? { founded_year: Number(venture.created_on.slice(0, 4)) } : {}),
    }, { asMe: true });
    await doing.record({ name: 'venture-listed', subject: id, ...herself(row), body: { organization } });
    return { venture: id, organization };
  },
});

/** A name under the language whose letters it is written in. */
const namesOf = (name: string) => (/[\u0600-\u06ff]/.test(name) ? { ar: name } : { fr: name });
