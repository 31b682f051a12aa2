/**
 * The security headers of one answer: only the file that carries this nonce may run; null, as on citizen pages, means no script at all. Only a page that a device keeps
 * may start a worker.
 */
export function securityHeaders(nonce: string | null, quiet: boolean, secure: boolean, keptOnDevice = false): Record<string, string> {
  const script = nonce === null ? "'none'" : `'nonce-${nonce}'`;
  return {
    'Content-Security-Policy': [
      "default-src 'none'", `script-src ${script}`, "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "media-src 'self'",
      "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "manifest-src 'self'",
      ...(keptOnDevice ? ["worker-src 'self'"] : []),
      "require-trusted-types-for 'script'", 'trusted-types hadina',
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': quiet ? 'no-referrer' : 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(self), payment=()',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

/** What every answer carries at least, also a redirect, a refusal and a program's: it is what it says, and only over https. */
export function addLeastHeaders(headers: Headers, secure: boolean): void {
  headers.set('X-Content-Type-Options', 'nosniff');
  if (secure) headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
}
