/** Upper bounds of the duration buckets, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;

/** Counts requests by the template of their route, never by their address. */
export interface RequestCounts {
  note(asked: { readonly route: string; readonly method: string; readonly status: number; readonly seconds: number }): void;
  /** What was counted, as lines of Prometheus text. */
  lines(): string[];
}

interface Duration { count: number; sum: number; readonly below: number[] }

/** Opens the counts of one process. */
export function openRequestCounts(): RequestCounts {
  const counts = new Map<string, number>();
  const durations = new Map<string, Duration>();
  return {
    note: ({ route, method, status, seconds }) => {
      const named = `method="${method}",route="${escaped(route)}",status="${status}"`;
      counts.set(named, (counts.get(named) ?? 0) + 1);
      const duration = durations.get(route) ?? { count: 0, sum: 0, below: bounds.map(() => 0) };
      durations.set(route, duration);
      duration.count++;
      duration.sum += seconds;
      bounds.forEach((bound, i) => { if (seconds <= bound) duration.below[i]!++; });
    },
    lines: () => [
      '# HELP hadina_http_requests_total Requests answered', '# TYPE hadina_http_requests_total counter',
      ...[...counts].map(([labels, n]) => `hadina_http_requests_total{${labels}} ${n}`),
      '# HELP hadina_http_request_duration_seconds How long answers took', '# TYPE hadina_http_request_duration_seconds histogram',
      ...[...durations].flatMap(([route, { count, sum, below }]) => {
        const labels = `route="${escaped(route)}"`;
        return [
          ...bounds.map((bound, i) => `hadina_http_request_duration_seconds_bucket{${labels},le="${bound}"} ${below[i]}`),
          `hadina_http_request_duration_seconds_bucket{${labels},le="+Inf"} ${count}`,
          `hadina_http_request_duration_seconds_sum{${labels}} ${sum.toFixed(6)}`, `hadina_http_request_duration_seconds_count{${labels}} ${count}`,
        ];
      }),
    ],
  };
}

const escaped = (label: string): string => label.replace(/[\\"\n]/g, (letter) => (letter === '\n' ? '\\n' : `\\${letter}`));
