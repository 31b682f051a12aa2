const sql = [
  `' or '1'='1`, `' or 1=1--`, `'; select pg_sleep(5)--`, `') or ('1'='1`, `" or ""="`, `' union select null--`, `' union select null,null,version()--`, `1;drop table core.event`,
  `'||pg_sleep(5)||'`, `$$;select pg_sleep(5);$$`, `\\'; select pg_sleep(5); --`, `%' or '%'='`, `*/ or 1=1 /*`, `0x27206f7220`, `';copy core.event to program 'id'--`, `' and 1=cast(version() as int)--`,
  `';set role hadina_owner;--`, `';set app.hubs='{}';--`, `'; reset all; --`, `E'\\x27'`, `U&'\\0027'`, `' or exists(select 1 from network.account)--`, `(select pg_sleep(5))`, `1) or pg_sleep(5) is not null--`,
  `null; notify x`, `{"$gt":""}`, `'::text::int`, `ʼ or 1=1--`, `＇ or 1=1--`, `' or ctid is not null--`,
];
const around = ['%s', `%s'`, `"%s"`, ` %s `, `خديجة %s`, `%s--`, `(%s)`, `%s;%s`, `%s/**/`, `1 %s`];

/** Three hundred texts that would change a statement if one were built from them. */
export const sqlPayloads: readonly string[] = sql.flatMap((text) => around.map((form) => form.replaceAll('%s', text)));

const up = ['../', '..%2f', '..%252f', '%2e%2e/', '%2e%2e%2f', '..\\', '..%5c', '....//', '..;/', '%c0%ae%c0%ae/', '..%00/', '/../', '.%2e/', '..%ef%bc%8f'];
const prizes = ['master.key', 'etc/passwd', 'package.json', 'run.json', 'heads.log', 'demo-logins.txt', 'proc/self/environ', '.env', 'postgres/PG_VERSION', 'windows/win.ini'];

/** Paths that try to leave the folder of assets: 14 ways up × 10 prizes × 2 depths. */
export const pathPayloads: readonly string[] = up.flatMap((way) => prizes.flatMap((prize) => [1, 6].map((deep) => way.repeat(deep) + prize)));
