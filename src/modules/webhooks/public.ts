export { sendDelivery } from './deliver/send-delivery.ts';
export { isSigned } from './deliver/sign.ts';
export { secretBytes } from './subscription/secret.ts';
