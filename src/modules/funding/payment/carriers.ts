import type { PaymentCarrier } from './carrier.ts';
import { fileCarrier } from './file-carrier.ts';

const carriers: readonly PaymentCarrier[] = [fileCarrier];

/** The way by which new payment files leave. */
export const carrierNow = fileCarrier;

/** The way by which a file was made; one that the house no longer knows is read as a plain file. */
export const carrierOf = (code: string): PaymentCarrier => carriers.find((each) => each.code === code) ?? fileCarrier;
