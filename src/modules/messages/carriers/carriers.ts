import type { Outbound } from '#core/outbound/outbound.ts';
import { type TextChannel, textChannels } from '../messages.ts';
import type { Carrier } from './carrier.ts';
import { gatewayCarrier } from './gateway-carrier.ts';
import { mailCarrier } from './mail-carrier.ts';

/** What the one who runs the house has set up: its mail server, its gateway. All of it optional. */
export type CarrierSettings = Readonly<Partial<Record<'SMTP_URL' | 'MAIL_FROM' | 'SMS_GATEWAY_URL' | 'SMS_GATEWAY_TOKEN' | 'SMS_GATEWAY_CHANNELS', string>>>;

/** The ways on which messages can leave this house at all. Of a demo network nothing leaves; its messages are kept, by every way. */
export function openChannels(demo: boolean, settings: CarrierSettings = process.env): readonly TextChannel[] {
  if (demo) return textChannels;
  return [...(settings.SMS_GATEWAY_URL ? gatewayChannels(settings) : []), ...(settings.SMTP_URL && settings.MAIL_FROM ? ['email' as const] : [])];
}

/** The carrier for a channel; undefined where none is set up. */
export function carrierFor(channel: TextChannel, outbound: Outbound, settings: CarrierSettings = process.env): Carrier | undefined {
  const { SMTP_URL, MAIL_FROM, SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN = '' } = settings;
  const carriers = [
    ...(SMTP_URL && MAIL_FROM ? [mailCarrier(SMTP_URL, MAIL_FROM)] : []),
    ...(SMS_GATEWAY_URL ? [gatewayCarrier(outbound, SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN, gatewayChannels(settings))] : []),
  ];
  return carriers.find(({ channels }) => channels.includes(channel));
}

/** `sms` unless it says more: `sms,whatsapp`. */
const gatewayChannels = ({ SMS_GATEWAY_CHANNELS = 'sms' }: CarrierSettings): readonly TextChannel[] => {
  const named = SMS_GATEWAY_CHANNELS.split(',').map((name) => name.trim());
  return textChannels.filter((channel) => channel !== 'email' && named.includes(channel));
};
