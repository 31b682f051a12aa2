import type { Asking } from '#core/action.ts';
import { inLanguage } from '#core/input.ts';
import { type ServiceCard, serviceCard } from '#modules/directory/public.ts';
import { type AgreementInForce, agreementInForce, organizationCard, worksByAgreement } from '#modules/network/public.ts';
import { type ConsentWish, personCard, phoneToShare } from '#modules/people/public.ts';
import type { DeskTables } from '../desk.ts';
import type { ClientToRefer } from '../referral/client-to-refer.ts';
import type { DisclosedLine, FieldCode } from '../referral/disclosed-field.ts';

/** Exactly what would go to whom. `seen` changes with any value, field, service or agreement in it. */
export interface DisclosureToMake {
  readonly service: ServiceCard;
  readonly lines: readonly DisclosedLine[];
  /** The text that is sealed and sent, byte for byte. */
  readonly body: string;
  /** The agreement that opens the body to referrals; null when it works without one. */
  readonly agreement: AgreementInForce | null;
  /** It works by agreement, and none is in force. */
  readonly agreementEnded: boolean;
  readonly seen: string;
}

/** Gathers what a referral would disclose, now. Undefined when the service is not in the directory. */
export async function disclosureToMake(
  asking: Asking<DeskTables>, client: ClientToRefer, { service: id, fields }: { service: string; fields: readonly FieldCode[] },
): Promise<DisclosureToMake | undefined> {
  const { tx, now, blind } = asking;
  const service = await serviceCard(asking, id);
  if (!service) return undefined;
  const opened = { opens: 'delegated-service' as const, organization: service.organization };
  const agreement = (await agreementInForce(tx, { ...opened, at: now })) ?? null;
  const agreementEnded = !agreement && (await worksByAgreement(tx, opened));
  const lines = [...(await linesOf(asking, client, fields)), { field: 'need' as const, value: service.types[0]! }];
  const body = JSON.stringify(lines);
  const seen = blind('referral-preview', JSON.stringify([client, service.id, service.organization, agreement, body])).toString('hex');
  return { service, lines, body, agreement, agreementEnded, seen };
}

/** The consent that such a disclosure needs: with this body, for these fields, now. */
export const sharingOf = ({ service, lines }: DisclosureToMake, at: Date): ConsentWish =>
  ({ recipient: service.organization, fields: [...new Set(lines.map(({ field }) => field))].filter((field) => field !== 'need'), at });

async function linesOf(asking: Asking<DeskTables>, client: ClientToRefer, fields: readonly FieldCode[]): Promise<DisclosedLine[]> {
  const person = await personCard(asking.tx, client.spokenTo);
  if (!person) return asking.absent();
  const lines: DisclosedLine[] = [];
  const say = (field: FieldCode, value: string | null | undefined, part?: DisclosedLine['part']) => {
    if (value && fields.includes(field)) lines.push({ field, ...(part ? { part } : {}), value });
  };
  if (client.organization) {
    const body = await organizationCard(asking.tx, client.organization);
    say('organization', body && inLanguage(body.names, 'ar').text);
  }
  say('name', person.name);
  say('name', person.other === person.name ? null : person.other, 'other-script');
  say('birth-year', person.birthYear?.toString());
  say('sex', person.sex === 'unknown' ? null : person.sex);
  say('territory', person.territory);
  say('languages', person.languages.join(' '));
  if (fields.includes('phone')) {
    const phone = await phoneToShare(asking, client.spokenTo);
    say('phone', phone?.value);
    if (phone && phone.owner !== 'self') say('phone', phone.owner, 'answered-by');
  }
  return lines;
}
