import { type AnyContractProcedure, type InferSchemaInput, type InferSchemaOutput, oc } from '@orpc/contract';

/** Who may call an endpoint: everybody, everybody who is signed in, or the holders of a permission. */
export type Access<Permission extends string> = 'public' | 'signed-in' | Permission;

type EndpointMeta = { access?: string };

/**
 * A builder of endpoints that cannot leave out who may call them.
 * access makes the one that all steps use, with its list of permissions.
 */
export function endpointsFor<Permission extends string>() {
  return (access: Access<Permission>) => oc.$meta<EndpointMeta>({}).meta({ access });
}

/** Who may call this endpoint; undefined when it was not made by the builder. */
export function accessOf(procedure: AnyContractProcedure): string | undefined {
  return (procedure['~orpc'].meta as EndpointMeta).access;
}

/** A step's endpoints by name. */
export type Contract = Record<string, AnyContractProcedure>;

type SchemasOf<P> = P extends { '~orpc': { inputSchema?: infer I; outputSchema?: infer O } }
  ? [NonNullable<I>, NonNullable<O>]
  : never;
/** What the handler of an endpoint receives: the input after its shape has been checked. */
export type InputOf<P> = SchemasOf<P>[0] extends infer S extends import('@orpc/contract').AnySchema
  ? InferSchemaOutput<S>
  : never;
/** What the handler of an endpoint returns: the output before its shape is checked. */
export type OutputOf<P> = SchemasOf<P>[1] extends infer S extends import('@orpc/contract').AnySchema
  ? InferSchemaInput<S>
  : never;
