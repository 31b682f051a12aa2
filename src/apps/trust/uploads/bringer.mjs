// Sends files to a house from a process of its own, so that the house's memory can be told from the sender's.
// Reads frames from stdin: the length of a line of JSON, the line { name, bytes }, then so many bytes. Answers a line for each.
const [, , address, cookie, csrf] = process.argv;
const BOUNDARY = '----zoo7f3a';

const chunks = process.stdin[Symbol.asyncIterator]();
let held = Buffer.alloc(0);

async function take(length) {
  const parts = [held];
  let size = held.length;
  while (size < length) {
    const { value, done } = await chunks.next();
    if (done) return null;
    parts.push(value);
    size += value.length;
  }
  const whole = Buffer.concat(parts);
  held = whole.subarray(length);
  return whole.subarray(0, length);
}

async function bring({ name, again = 1 }, bytes) {
  const part = (about, body) => [`--${BOUNDARY}\r\nContent-Disposition: form-data; ${about}\r\n\r\n`, body, '\r\n'].map((piece) => Buffer.from(piece));
  const called = name.replace(/["\r\n]/g, (letter) => encodeURIComponent(letter));
  const fields = Object.entries({ _csrf: csrf, paper: 'other', title: '', file_name: '' }).flatMap(([field, value]) => part(`name="${field}"`, value));
  const body = Buffer.concat([...fields, ...part(`name="file"; filename="${called}"\r\nContent-Type: image/jpeg`, bytes), Buffer.from(`--${BOUNDARY}--\r\n`)]);
  const send = async () => {
    const answer = await fetch(address, {
      method: 'POST', body, redirect: 'manual',
      headers: { cookie, origin: new URL(address).origin, 'sec-fetch-site': 'same-origin', 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  return Promise.all(Array.from({ length: again }, send));
}

for (let length = await take(8); length; length = await take(8)) {
  const about = JSON.parse((await take(Number(length.toString()))).toString());
  const statuses = await bring(about, await take(about.bytes));
  process.stdout.write(`${JSON.stringify(statuses)}\n`);
}
