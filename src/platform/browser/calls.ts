import type { AnySchema, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import type { Contract } from './contract.ts';

/**
 * Typed calls for a contract. What an endpoint does not know is refused by the server, so it does not compile either, at
 * any depth and also when it comes out of a spread.
 */
export type CallsOf<C extends Contract> = { [Name in keyof C]: Call<SentTo<C[Name]>, AnsweredBy<C[Name]>> };

type Options = { signal?: AbortSignal | undefined };
type Call<Input, Output> = unknown extends Input
  ? (input?: Record<string, never>, options?: Options) => Promise<Output>
  : <const Said extends Input>(input: Said & OnlyKnown<Said, Input>, options?: Options) => Promise<Output>;

type SentTo<P> = P extends { '~orpc': { inputSchema?: infer S } } ? InferSchemaInput<SchemaOr<S>> : never;
type AnsweredBy<P> = P extends { '~orpc': { outputSchema?: infer S } } ? InferSchemaOutput<SchemaOr<S>> : never;
type SchemaOr<S> = NonNullable<S> extends AnySchema ? NonNullable<S> : never;

/** What was said, with never in the place of each name that the input has not. */
type OnlyKnown<Said, Input> = unknown extends Input
  ? Said
  : Said extends Leaf
    ? Said
    : Said extends readonly (infer Item)[]
      ? readonly OnlyKnown<Item, ItemOf<Input>>[]
      : { [Name in keyof Said]: Name extends NamesIn<Input> ? OnlyKnown<Said[Name], At<Input, Name>> : never };

type Leaf = string | number | boolean | null | undefined | Blob;
// Of each choice of a union.
type NamesIn<Input> = Input extends Leaf ? never : keyof Input;
type At<Input, Name> = Input extends Leaf ? never : Name extends keyof Input ? Input[Name] : never;
type ItemOf<Input> = Input extends readonly (infer Item)[] ? Item : never;
