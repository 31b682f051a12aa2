export { remindOfMeeting, takeReminderBack } from './queue/remind-of-meeting.ts';
export { sendMessage, type WishedMessage } from './queue/send-message.ts';
export { sendReleased } from './release/send-released.ts';
export { keptMessages } from './kept-of-person.ts';
export { carryAnswer } from './answer/carry-answer.ts';
