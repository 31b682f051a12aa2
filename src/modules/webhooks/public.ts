export { sendDelivery } from './deliver/send-delivery.ts';
