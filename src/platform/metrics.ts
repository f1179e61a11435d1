import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** One HTTP call when it is over. `route` is a pattern such as "/api/models/{id}": a path would carry names and ids. */
export type CallSeen = { method: string; route: string; status: number; seconds: number };

/**
 * A number that a step gives when it is asked, by labels from a small fixed set.
 * It is read as an outsider, so that nothing behind a wall is counted; labels never name a person or a thing.
 */
export type Measure<Tools> = {
  name: `mamori_${string}`;
  help: string;
  labels: readonly string[];
  read: (tools: Tools) => Promise<{ labels: Record<string, string>; value: number }[]>;
};

export type Metrics = {
  observe: (call: CallSeen) => void;
  /** Everything in Prometheus' text form; a measure that cannot be read is left out and counted as such. */
  text: () => Promise<string>;
  contentType: string;
};

type Parts<Tools> = {
  version: string;
  pool: { totalCount: number; idleCount: number; waitingCount: number };
  measures: readonly Measure<Tools>[];
  tools: () => Tools;
};

/** The counters of one server; nothing is shared between two of them in one process. */
export function makeMetrics<Tools>({ version, pool, measures, tools }: Parts<Tools>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({ name: 'mamori_build_info', help: 'Which version runs', labelNames: ['version', 'node'], registers }).set(
    { version, node: process.version },
    1,
  );
  const calls = new Histogram({
    name: 'mamori_http_request_duration_seconds',
    help: 'How long HTTP calls took, by the pattern of their path',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  new Gauge({
    name: 'mamori_database_connections',
    help: 'Connections of the pool, and callers that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waited_for' }, pool.waitingCount);
    },
  });
  const unread = new Gauge({
    name: 'mamori_measure_failed',
    help: 'Whether a measure could not be read at this scrape',
    labelNames: ['measure'],
    registers,
  });
  for (const measure of measures) addMeasure(measure, tools, unread, registers);

  return {
    observe: ({ method, route, status, seconds }) =>
      calls.observe({ method: methodOf(method), route, status: `${Math.floor(status / 100)}xx` }, seconds),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function addMeasure<Tools>(
  { name, help, labels, read }: Measure<Tools>,
  tools: () => Tools,
  unread: Gauge,
  registers: Registry[],
): void {
  new Gauge({
    name,
    help,
    labelNames: [...labels],
    registers,
    async collect() {
      this.reset();
      try {
        for (const { labels: of, value } of await read(tools())) this.set(of, value);
        unread.set({ measure: name }, 0);
      } catch {
        // The database may be away; the other numbers say so, and this one is missing rather than wrong.
        unread.set({ measure: name }, 1);
      }
    },
  });
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
// Anybody can send any word as a method, and each would be a series of its own.
const methodOf = (method: string) => (methods.has(method) ? method : 'other');
