/** What the contract says of each call, as types: which paths a method has, what it takes, what it gives. */
import type { paths } from '../generated/types.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The operation at a path. The Gateway page alone calls what is below `/gateway/`. */
type OperationOf<Path extends keyof paths, M extends Method> = Path extends `/gateway/${string}`
  ? never
  : paths[Path] extends Record<M, infer Operation extends { responses: unknown }>
    ? Operation
    : never;

/** The paths that have this method. */
export type PathOf<M extends Method> = {
  [Path in keyof paths]: [OperationOf<Path, M>] extends [never] ? never : Path;
}[keyof paths];

/** The names of an operation's parameters in one place. */
type NamesIn<Operation, Place extends string> = Operation extends { parameters: { [P in Place]?: infer Parameters } }
  ? NonNullable<Parameters> extends infer Present
    ? [Present] extends [never] ? never : keyof Present
    : never
  : never;

/** The POSTs that take an idempotency key. */
export type KeyedPath = {
  [Path in PathOf<'post'>]: 'Idempotency-Key' extends NamesIn<OperationOf<Path, 'post'>, 'header'> ? Path : never;
}[PathOf<'post'>];

/** What every call may be given besides its parameters and body. */
export interface CallOptions {
  /** Ends the call: it throws the signal's reason. */
  signal?: AbortSignal | undefined;
  /** How long the call may take in milliseconds, retries and their waits included; the client's without it. */
  timeout?: number | undefined;
  /** How often the call is repeated at most; the client's without it. */
  maxRetries?: number | undefined;
}

type Parameters<Operation> = Operation extends { parameters: infer All } ? Omit<All, 'cookie'> : never;
type ParametersPart<Operation> = object extends Parameters<Operation>
  ? { params?: Parameters<Operation> }
  : { params: Parameters<Operation> };

type RequestBodyOf<Operation> = Operation extends { requestBody?: infer Request } ? NonNullable<Request> : never;
type JsonOf<Request> = Request extends { content: { 'application/json': infer Body } } ? Body : never;
type BodyPart<Operation> = [RequestBodyOf<Operation>] extends [never]
  ? { body?: never }
  : Operation extends { requestBody: object }
    ? { body: JsonOf<RequestBodyOf<Operation>> }
    : { body?: JsonOf<RequestBodyOf<Operation>> };

/** Parameters, body and options of a call. */
export type CallInit<Path extends keyof paths, M extends Method> = ParametersPart<OperationOf<Path, M>> &
  BodyPart<OperationOf<Path, M>> &
  CallOptions;

/** The last argument of a call, which may be left out where nothing in it is required. */
export type InitArgument<Path extends keyof paths, M extends Method> = object extends CallInit<Path, M>
  ? [init?: CallInit<Path, M>]
  : [init: CallInit<Path, M>];

type SuccessOf<Responses> = Responses[Extract<keyof Responses, 200 | 201 | 202>];

/** What a call gives: the whole envelope, with the payload in `data`. */
export type AnswerOf<Path extends keyof paths, M extends Method> = SuccessOf<OperationOf<Path, M>['responses']> extends {
  content: { 'application/json': infer Body };
}
  ? Body
  : never;

/** The lists that come in pages. */
export type ListPath = {
  [Path in PathOf<'get'>]: 'page' extends NamesIn<OperationOf<Path, 'get'>, 'query'> ? Path : never;
}[PathOf<'get'>];

/** What such a list is made of. */
export type ItemOf<Path extends ListPath> = AnswerOf<Path, 'get'> extends { data: (infer Item)[] } ? Item : never;
