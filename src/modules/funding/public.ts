export { keptMoney } from './kept-of-person.ts';
export { paymentFileContent } from './payment/take-out-payment-file.ts';
