/** A route outside the contract: a redirect, a stream, a protocol that is not ours. */
export type Edge<Tools> = {
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** One line for the description of the API, when it lies below it. */
  summary?: string;
  /** Hono's pattern, e.g. "/auth/oidc/:provider/callback". */
  path: `/${string}`;
  /** 'public', 'signed-in' or a permission, as for an endpoint. */
  access: string;
  /** How much it takes; left out: 64 KiB. The house's own limit holds besides. */
  maxBodyBytes?: number;
  /** Paths with query that the leak test calls: at least one. */
  examples: string[];
  handle: (tools: Tools, request: Request, parameters: Record<string, string>) => Promise<Response>;
};

/**
 * Refuses to start with an edge that nobody guards or that the leak test cannot call.
 * @throws Error naming the edge
 */
export function checkEdges<Tools>(edges: Edge<Tools>[]): void {
  for (const { name, access, examples } of edges) {
    if (!access) throw new Error(`The edge ${name} does not declare who may call it`);
    if (examples.length === 0) throw new Error(`The edge ${name} has no example request for the leak test`);
  }
}
