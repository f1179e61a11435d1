import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll } from 'vitest';
import { identify, mayCall, type Tools } from '#access';
import { appOf } from '#platform/http/app';
import type { Edge } from '#platform/http/edges';
import { openLog } from '#platform/log';
import { auditSealer } from '../../src/access/seal-audit.ts';
import { startServer } from '../../src/main.ts';
import { reactions } from '../../src/steps.ts';
import { cloneDatabase } from '../database.ts';
import { aMailCatcher } from '../mail-catcher.ts';
import { type Caller, known, reviveCallers } from './callers.ts';
import { type Call, nextPage, requestOf } from './calls.ts';
import { type Answer, Names } from './normalise.ts';

/** When both worlds begin: away from the present, which is masked. */
export const beginning = Temporal.Now.instant()
  .subtract({ hours: 3 })
  .round({ smallestUnit: 'minute', roundingMode: 'floor' });

export type World = {
  /** One call and the pages after it. */
  ask: (caller: Caller, call: Call) => Promise<Answer[]>;
  /** The time of the next calls. */
  setClock: (at: Temporal.Instant) => void;
  /** Everything that happens by itself has happened. */
  settle: () => Promise<void>;
  /** All callers can call again. */
  revive: () => Promise<void>;
  names: Names;
  /** Every mail that went out, in the order they arrived. */
  mails: () => { to: string; raw: string; text: string }[];
  /** What Prometheus reads. */
  metrics: () => Promise<string>;
  /** Every line of the log, down to debug. */
  log: string[];
  /** Sees and changes everything. */
  owner: pg.Client;
  ownerUrl: string;
  system: Tools;
};

const baseUrl = 'http://localhost:8420';
const mostPages = 3;
const noId = '00000000-0000-7000-8000-000000000000';

/**
 * A house with people who can call; empty otherwise.
 * @param more  edges that the house does not have, for tests of the crawl itself
 */
export async function aWorld(more: (system: Tools) => Edge<Tools>[] = () => []): Promise<World> {
  const stateFolder = mkdtempSync(path.join(tmpdir(), 'mamori-leak-'));
  afterAll(() => rmSync(stateFolder, { recursive: true, force: true }));
  const catcher = await aMailCatcher();
  const ownerUrl = await cloneDatabase();
  const log: string[] = [];
  let clock = beginning;
  const now = () => clock;
  const house = await startServer({
    ownerUrl,
    host: '127.0.0.1',
    port: 0,
    web: null,
    house: {
      baseUrl: baseUrl,
      version: 'test',
      log: openLog('debug', { write: (line) => void log.push(line) }),
      secret: new Uint8Array(32).fill(7),
      stateFolder,
      mail: catcher.settings,
    },
    trustedProxies: 0,
    maxBodyBytes: 1_000_000,
    jobs: 'drain',
    metrics: { host: '127.0.0.1', port: 0 },
    now,
  });
  afterAll(() => house.stop());
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  afterAll(() => owner.end());
  const seal = auditSealer();
  const system = house.systemTools('test');
  const names = new Names(known, { [`127.0.0.1:${catcher.port}`]: '<mail server>' });

  const extra = more(system);
  const beside = appOf<Tools>({
    steps: {},
    edges: extra,
    toolsFor: async ({ requestId, ip, userAgent, authorization, sessionToken }) =>
      house.toolsOf(await identify(system.db, now(), { authorization, sessionToken }), { requestId, ip, userAgent }),
    mayCall: ({ viewer }, access) => mayCall(viewer, access),
    isKnown: ({ viewer }) => viewer.kind !== 'outsider',
    isReady: async () => true,
    web: null,
    info: { title: '', version: '', description: '' },
    baseUrl,
    trustedProxies: 0,
    maxBodyBytes: 1_000_000,
    log: openLog('silent'),
  });
  const isBeside = ({ name }: Call) => extra.some((edge) => name === `edge ${edge.name}`);

  const isSealed = async () => {
    const { rows } = await owner.query<{ done: boolean }>(
      'select coalesce((select max(id) from audit) <= (select max(upto) from audit_seal), not exists (select from audit)) as done',
    );
    return rows[0]?.done ?? false;
  };

  // The minute at which a schedule comes up would be another one in each world; settle() runs them instead.
  const timed = [...reactions.flatMap((one) => (one.kind === 'every' ? [one.queue] : [])), '__pgboss__send-it'];
  await owner.query('delete from jobs.schedule');
  await owner.query('delete from jobs.job where name = any($1)', [timed]);
  await reviveCallers(owner, beginning);
  return {
    names,
    log,
    owner,
    ownerUrl,
    system,
    mails: () =>
      catcher.mails.map(({ parsed, raw }) => ({
        to: [parsed.to ?? []]
          .flat()
          .map(({ text }) => text)
          .join(', '),
        raw,
        text: [
          parsed.subject,
          parsed.text,
          ...parsed.attachments.map(({ content }) => content.toString('latin1')),
        ].join('\n'),
      })),
    metrics: async () => (await fetch(`http://127.0.0.1:${house.metricsPort}/metrics`)).text(),
    setClock(at) {
      clock = at;
    },
    async ask(caller, call) {
      const answers: Answer[] = [];
      for (let next: Call | null = call; next && answers.length < mostPages; ) {
        const request = requestOf(next, baseUrl, (index) => names.at(index) ?? noId);
        for (const [header, value] of Object.entries(caller.headers)) request.headers.set(header, value);
        const response = await (isBeside(next) ? beside : house.app).fetch(request);
        const body = new Uint8Array(await response.arrayBuffer());
        answers.push({ status: response.status, headers: [...response.headers], body });
        next = nextPage(next, body);
      }
      return answers;
    },
    async settle() {
      for (const reaction of reactions)
        if (reaction.kind === 'every') await reaction.handle(house.systemTools(reaction.queue));
      await house.drain();
      // The sealer waits for the transactions of the whole cluster, also those of other tests.
      for (let left = 500; left > 0 && !(await isSealed()); left--) {
        await seal(system);
        await sleep(5);
      }
    },
    revive: () => reviveCallers(owner, now()),
  };
}
