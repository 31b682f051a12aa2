/** An answer with everything that differs from one request to the next taken out, so that two can be compared byte by byte. */
export async function plainAnswer(answer: Response, address: string): Promise<string> {
  const body = await answer.text();
  const path = address.split('?')[0] || 'no path';
  const place = (answer.headers.get('location') ?? '').replaceAll(encodeURIComponent(path), 'PATH').replaceAll(path, 'PATH');
  return `${answer.status} ${place.replace(ids, 'ID')} ${body
    .replaceAll(path, 'PATH').replaceAll(encodeURIComponent(path), 'PATH')
    .replace(ids, 'ID')
    .replace(/name="(_csrf|_key)" value="[^"]*"/g, 'name="$1"')
    .replace(/nonce="[^"]*"/g, 'nonce').replace(/<bdi[^>]*>\d{3}-\d{3}<\/bdi>|\b\d{3}-\d{3}\b/g, 'REFERENCE')}`;
}

const ids = /[0-9a-f]{4}-?[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
