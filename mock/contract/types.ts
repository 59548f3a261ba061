/** What a handler is given, whatever the operation. */
export interface AnyCall {
  operationId: string;
  method: string;
  path: Record<string, string>;
  query: Record<string, unknown>;
  /** The header parameters that the operation declares, under the names that it declares. */
  headers: Record<string, unknown>;
  body: unknown;
  request: Request;
  requestId: string;
  /** The names of the security schemes that the operation accepts; empty when it needs none. */
  security: readonly string[];
  /** The value of the first API-key header among the operation's schemes, when it was sent. */
  apiKey?: string;
  /** The bearer token, when one was sent. */
  bearer?: string;
}

/** What a handler answers, whatever the operation: an object for the contract to check, or a Response to pass as it is. */
export interface AnyAnswer {
  status: number;
  /** JSON-plain: no Date, no undefined in arrays, no class instances. A string where the contract has text. */
  body?: unknown;
  headers?: Record<string, string | number>;
}

type Parameters<Operation, Place extends string> = Operation extends { parameters: infer All }
  ? Place extends keyof All
    ? Exclude<All[Place], undefined> extends never
      ? Record<never, never>
      : Exclude<All[Place], undefined>
    : Record<never, never>
  : Record<never, never>;

type ContentOf<Part> = Part extends { content: infer Content } ? Content[keyof Content] : undefined;
type BodyOf<Operation> = Operation extends { requestBody: infer Body }
  ? ContentOf<Body>
  : Operation extends { requestBody?: infer Body }
    ? ContentOf<Exclude<Body, undefined>> | undefined
    : undefined;

type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 206 | 301 | 302 | 303 | 304 | 307 | 308;
type AnswerOf<Responses> = {
  [Status in keyof Responses & SuccessStatus]: ContentOf<Responses[Status]> extends infer Body
    ? [Body] extends [undefined] | [never]
      ? { status: Status; body?: undefined; headers?: AnyAnswer['headers'] }
      : { status: Status; body: Body; headers?: AnyAnswer['headers'] }
    : never;
}[keyof Responses & SuccessStatus];

/** What the handler of one operation is given. */
export type CallOf<Operations, Id extends keyof Operations> = Omit<
  AnyCall,
  'operationId' | 'path' | 'query' | 'headers' | 'body'
> & {
  operationId: Id;
  path: Parameters<Operations[Id], 'path'>;
  query: Parameters<Operations[Id], 'query'>;
  headers: Parameters<Operations[Id], 'header'>;
  body: BodyOf<Operations[Id]>;
};

/** What the handler of one operation may answer: a success that the contract declares, or a raw Response. */
export type AnswerFor<Operations, Id extends keyof Operations> =
  Operations[Id] extends { responses: infer Responses } ? AnswerOf<Responses> | Response : never;

/** A handler of any operation, of a contract without types. */
export type AnyHandler = (call: AnyCall) => AnyAnswer | Response | Promise<AnyAnswer | Response>;

/** The handlers of a contract by operationId. An operation without one is answered from the examples. */
export type HandlersOf<Operations> = string extends keyof Operations
  ? Record<string, AnyHandler>
  : {
      [Id in keyof Operations]?: (
        call: CallOf<Operations, Id>,
      ) => AnswerFor<Operations, Id> | Promise<AnswerFor<Operations, Id>>;
    };
