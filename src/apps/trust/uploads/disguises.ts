import { gzipSync } from 'node:zlib';
import { type Beast, kept, MARK, refused, script } from './beast.ts';

const svg = (inner: string, attributes = ''): string => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const laughs = `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "${MARK}">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n ? n - 1 : ''};`.repeat(10)}">`).join('')}]><svg>&a8;</svg>`;

/** One second of silence, as a telephone writes it. */
function wav(tail = ''): Buffer {
  const sound = Buffer.alloc(8_000, 0x80);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0); head.writeUInt32LE(36 + sound.length, 4); head.write('WAVEfmt ', 8); head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22); head.writeUInt32LE(8_000, 24); head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32); head.writeUInt16LE(8, 34); head.write('data', 36); head.writeUInt32LE(sound.length, 40);
  return Buffer.concat([head, sound, Buffer.from(tail, 'latin1')]);
}

/** Drawings with programs, pages, scripts and programs of every system, under the names of pictures; sounds, and what looks like one. */
export function disguises(): Beast[] {
  const drawings: (string | Buffer)[] = [
    svg('<rect/>'), svg(script), svg('', `onload="alert('${MARK}')"`), svg(`<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">${script}</body></foreignObject>`),
    svg('<image href="https://evil.example/x"/>'), svg('<use href="data:image/svg+xml;base64,PHN2Zy8+#x"/>'), `<?xml version="1.0"?>${svg(script)}`, `\ufeff  \n<!-- x -->${svg(script)}`,
    utf16(svg(script)), gzipSync(svg(script)), laughs, `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('&x;')}`,
  ];
  const pages: (string | Buffer)[] = [
    `<!doctype html>${script}`, `  \n\t<HTML>${script}`, `\ufeff<html>${script}`, utf16(`<html>${script}`), `<!-- x -->${script}`, `<a href=javascript:alert(1)>x</a>`, `<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><html/>`,
    `MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n${script}`, `<hta:application/>${script}`, `{"a":"${script}"}`, `/* */alert('${MARK}')`, `a,b\n=cmd|'/c calc'!A0,1`, `{\\rtf1{\\object\\objdata ${MARK}}}`, `BEGIN:VCARD\nPHOTO:${MARK}\nEND:VCARD`,
  ];
  const programs: (string | Buffer)[] = [
    `MZ\u0090\0${MARK}`, `\u007fELF\u0002${MARK}`, Buffer.from('cffaedfe07000001', 'hex'), Buffer.from('0061736d01000000', 'hex'), Buffer.from('cafebabe00000034', 'hex'), `#!/bin/sh\necho ${MARK}`, `@echo off\r\n${MARK}`,
    `<?php system('${MARK}'); ?>`, `CWS\u000a${MARK}`, Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), `[InternetShortcut]\r\nURL=file://evil/${MARK}`, `[Desktop Entry]\nExec=${MARK}`, `REGEDIT4\r\n${MARK}`, Buffer.from('SQLite format 3\0'),
  ];
  const named = (kind: string, bodies: readonly (string | Buffer)[]): Beast[] => bodies.map((body, n) => refused(`${kind} ${n + 1} under another name`, `photo${n}.${['jpg', 'png', 'pdf', 'docx', 'mp3'][n % 5]}`, body));
  return [
    ...named('a drawing with a program', drawings), ...named('a page', pages), ...named('a program', programs),
    kept('a recording', 'voix.wav', wav()), kept('a recording under another name', 'voix.jpg', wav()),
    refused('a recording that is a page too', 'page.wav', Buffer.concat([wav().subarray(0, 44), Buffer.from(script), Buffer.alloc(4_000)])),
    refused('a recording with a zip behind it', 'zip.wav', wav(`PK\u0005\u0006${'\0'.repeat(18)}`)),
    refused('a film', 'film.mp4', Buffer.from('\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2', 'latin1')), refused('another film', 'film.avi', 'RIFF\u0010\0\0\0AVI LIST'), refused('notes for an instrument', 'x.mid', 'MThd\0\0\0\u0006'),
    refused('nothing', 'rien.jpg', ''), refused('one byte', 'x.jpg', 'x'), refused('zeros', 'zeros.pdf', Buffer.alloc(1_000)), refused('thirteen megabytes', 'giant.jpg', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(12.5 * 1_048_576, 1)])),
    refused('text', 'note.txt', 'bonjour'), refused('Arabic text', 'ملاحظة.txt', 'مرحبا'),
  ];
}

/** Names that deceive, climb or break the line they stand in; each comes with an ordinary picture, which is kept. */
export const deceivingNames: readonly string[] = [
  'photo\u202egpj.exe', 'photo\u2066exe.jpg\u2069', '../../../etc/passwd', '..\\..\\windows\\win.ini', 'C:\\Users\\fatma\\CIN.jpg', '/etc/cron.d/x', 'CON', 'NUL.jpg', 'aux.txt', '.htaccess', '.jpg', 'x.jpg.html', 'x.php;.jpg', 'x.jpg\u0000.html',
  'x\r\nSet-Cookie: a=b.jpg', 'x"; filename="evil.html', "x'; filename*=UTF-8''evil.html", '%2e%2e%2fpasswd', 'a'.repeat(290), 'صورة البطاقة.jpg', 'e\u0301'.repeat(90), '\u{e0041}\u{e0042}.jpg', '\u200b\u200f.jpg', '   ', '...', `<img src=x onerror=alert('${MARK}')>.jpg`, `\${7*7}.jpg`, '👩‍👧 papier.jpg', 'file:///etc/passwd', 'x.jpg/', 'ﷺ.svg', 'desktop.ini',
];
