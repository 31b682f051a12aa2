import type { Address } from './address.ts';

/** The settings of the embedded PostgreSQL, given on its command line so that no file in the folder can weaken them. */
export function serverSettings({ host, port }: Address): string[] {
  const bySocket = host.startsWith('/');
  const settings = {
    listen_addresses: bySocket ? '' : host,
    port,
    unix_socket_directories: bySocket ? host : '',
    unix_socket_permissions: '0700',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // Nobody copies this log elsewhere: a restore need not write every row twice.
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '2GB',
    password_encryption: 'scram-sha-256',
    shared_buffers: '48MB',
    max_connections: 60,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // No word that a person typed reaches the log: not the statement, not its values, not the row it collided with.
    log_statement: 'none',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
