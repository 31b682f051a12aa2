export { recallMessages, sendMessage, type WishedMessage } from './queue/send-message.ts';
export { sendReleased } from './release/send-released.ts';
