import type { Asking } from '#core/action.ts';
import type { AnyTx } from '#core/db/transaction.ts';
import { ageAt } from '#core/text/age-band.ts';
import { legalFormCodes, serviceStages, situationCodes } from '#modules/directory/public.ts';
import { dayHere, organizationCard, type OrganizationKind, territoryCard, territoryLine } from '#modules/network/public.ts';
import { personCard } from '#modules/people/public.ts';
import type { DeskTables } from '../desk.ts';
import { countedAnswers } from '../form/asked-questions.ts';
import type { Answer, Answers } from '../form/condition.ts';
import { type FormVersion, formVersion } from '../form/form-version.ts';
import { wantedServices } from '../form/wanted-services.ts';
import { mySealedAnswers, openAnswers } from '../needs/stored-answers.ts';
import type { ClientFacts } from './client-facts.ts';
import type { Need } from './match-service.ts';

interface VisitClient {
  readonly ticket: string;
  readonly person: string | null;
  readonly organization: string | null;
}

/**
 * What is known of the client of a visit and what she needs, from her card and her answers. With `sealed`, answers about her
 * life that I wrote count too; without it they stay unknown, so that nothing written in the open can betray them.
 */
export async function readFacts(
  asking: Asking<DeskTables>, visit: VisitClient, { sealed }: { sealed: boolean },
): Promise<{ facts: ClientFacts; need: Need }> {
  const { form, answers } = await answersOf(asking, visit.ticket, sealed);
  const told = (fact: string): Answer | undefined => answers[form?.questions.find(({ tells }) => tells === fact)?.code ?? ''];
  const client = visit.organization ? await organizationFacts(asking, visit.organization) : await personFacts(asking, visit.person);
  const situations = told('situation');
  return {
    facts: {
      ...client,
      stage: oneOf(serviceStages, told('stage')),
      legalForm: client.legalForm ?? oneOf([...legalFormCodes, 'none'], told('legal-form')),
      situations: Array.isArray(situations) ? situations.filter((code) => (situationCodes as readonly string[]).includes(code)) : null,
    },
    need: { wants: form ? wantedServices(form.questions, answers) : [], childcare: told('childcare') === 'yes' },
  };
}

const oneOf = (codes: readonly string[], answer: Answer | undefined): string | null =>
  typeof answer === 'string' && codes.includes(answer) ? answer : null;

async function answersOf(asking: Asking<DeskTables>, ticket: string, sealed: boolean): Promise<{ form?: FormVersion; answers: Answers }> {
  const { tx, network } = asking;
  const begun = await tx.selectFrom('desk.needs_assessment').select(['id', 'form_id'])
    .where('network_id', '=', network).where('ticket_id', '=', ticket).executeTakeFirst();
  const form = begun && (await formVersion(asking, begun.form_id));
  if (!begun || !form) return { answers: {} };
  const secret = sealed ? await mySealedAnswers(asking, begun.id) : [];
  const all = { ...(await openAnswers(tx, network, begun.id)), ...Object.fromEntries(secret.map(({ question, answer }) => [question, answer])) };
  return { form, answers: countedAnswers(form.questions, all) };
}

type Known = Omit<ClientFacts, 'stage' | 'situations'>;

async function personFacts(asking: Asking<DeskTables>, person: string | null): Promise<Known> {
  const { tx, absent } = asking;
  const card = (person && (await personCard(tx, person))) || absent();
  const day = await dayHere(asking);
  // Only the year is known here: she may or may not have had her birthday.
  const ages = card.birthYear === null ? [] : [`${card.birthYear}-12-31`, `${card.birthYear}-01-01`].map((birthDate) => ageAt({ birthDate }, day));
  return {
    kind: 'person', sex: card.sex === 'female' || card.sex === 'male' ? card.sex : null,
    ages: [...new Set(ages.filter((age) => age !== undefined))], territory: await lineUp(tx, card.territory), legalForm: null,
  };
}

async function organizationFacts({ tx, absent }: Asking<DeskTables>, organization: string): Promise<Known> {
  const card = (await organizationCard(tx, organization)) ?? absent();
  return { kind: 'organization', sex: null, ages: [], territory: await lineUp(tx, card.territoryCode), legalForm: legalFormOf(card.kind) };
}

/** A production unit is a cooperative for the rules of services; bodies that are no form of enterprise have none. */
const legalFormOf = (kind: OrganizationKind): string | null =>
  kind === 'production-cooperative-unit' ? 'cooperative' : (legalFormCodes as readonly string[]).includes(kind) ? kind : null;

/** The way up from a place to its country; places that a network added itself are looked up one by one. */
export async function lineUp(tx: AnyTx, code: string | null): Promise<readonly string[]> {
  const shipped = code ? territoryLine(code).map((place) => place.code) : [];
  if (!code || shipped.length) return shipped;
  const place = await territoryCard(tx, code);
  return place ? [code, ...(await lineUp(tx, place.parent))] : [code];
}
