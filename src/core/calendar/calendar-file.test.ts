import { expect, it } from 'vitest';
import { calendarFile } from './calendar-file.ts';

it('a moment stands in UTC, a day as a day, words cannot break the file, and the same thing keeps its number', () => {
  const file = calendarFile('CitESS Sidi Bouzid', 'fr', [
    { id: 'a1', title: 'Numérique; niveau 1,\nBEGIN:VALARM', when: { startsAt: new Date('2026-03-28T23:30:00Z'), endsAt: new Date('2026-03-29T01:30:00Z') }, place: 'Dar Ben Achour', stamp: new Date('2026-03-01T08:00:00Z') },
    { id: 'b2', title: 'خطة الأعمال', when: { on: '2026-02-28' }, calledOff: true, url: 'https://hadina.example/cohorts/1', stamp: new Date('2026-02-01T08:00:00Z') },
  ]);
  const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n');
  expect(lines.filter((line) => line.startsWith('DTSTART') || line.startsWith('DTEND'))).toEqual(expect.arrayContaining(['DTSTART:20260328T233000Z', 'DTEND:20260329T013000Z', 'DTSTART;VALUE=DATE:20260228']));
  expect(lines).toEqual(expect.arrayContaining(['UID:a1@hadina', 'DTSTAMP:20260301T080000Z', 'SUMMARY:خطة الأعمال', 'STATUS:CANCELLED', 'LOCATION:Dar Ben Achour']));
  expect(lines.some((line) => line.startsWith('BEGIN:VALARM'))).toBe(false);
  expect(lines.filter((line) => line === 'BEGIN:VEVENT').length).toBe(2);
  expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});
