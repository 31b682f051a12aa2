/**
 * What programs that read the web are told: the directory and the hubs' doors may be found, slowly; searches in all their
 * combinations, links of one person and everything behind the sign-in are not for them.
 */
export const robots = `User-agent: *
Crawl-delay: 2
Disallow: /directory?
Disallow: /registry?
Disallow: /hsds/
Disallow: /api/
Disallow: /s/
Disallow: /r/
Disallow: /hubs/*/contact
Disallow: /what-can-i-get?
Disallow: /sign-in
Disallow: /desk
Disallow: /people
Disallow: /me
`;
