import { createHash } from 'node:crypto';
import { readSlipCode } from '#core/text/slip-code.ts';

/** The fingerprint by which row-level security finds the price whose number somebody brought; another one than a card of that number has. What is no number gives one that no price has. */
export const askedLink = (number: string): Buffer => createHash('sha256').update(`asked ${readSlipCode(number) ?? ''}`).digest();
