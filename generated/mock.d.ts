// The types of mock/start-mock.ts, made by scripts/mock-declarations.ts. `npm run generate` makes them again.

export interface StartOptions extends MockOptions {
    /** A free one without it, and with 0. */
    port?: number;
    gatewayPort?: number;
    host?: string;
    /** The part of all requests that fail on purpose, from 0 to 1; none without it. */
    failRate?: number;
    /** How late answers are, in milliseconds: each from half to one and a half times as much. */
    latencyMs?: number;
    /** The state that it begins with; `empty` without it. With `data`, only into an empty store. */
    scenario?: ScenarioName;
    /** Lets the HTTP adapter put its faster `Request` and `Response` in place of the global ones: for a process that is the mock's alone. */
    replaceGlobals?: boolean;
}
interface MockOptions {
    /** The data file; in memory without one. */
    data?: string;
    /** The key that may do everything, and the one that may only read. */
    apiKey?: string;
    readKey?: string;
    webhookSecret?: string;
    /** The origins that return URLs may have; any that is safe without one. */
    returnOrigins?: string[];
    /** Origins whose pages may call the API from a browser, beside those of this machine. */
    corsOrigins?: string[];
    branding?: Partial<Branding>;
    /** Whether new wallets get a little of their chain's native token; yes without it. */
    faucet?: boolean;
    /** URLs that every event is delivered to, signed with the webhook secret. */
    webhookUrls?: string[];
    /** For tests: how long a receiver may take, in milliseconds of real time; 10 seconds without it. */
    webhookTimeoutMs?: number;
    /** Makes the run repeatable: the same calls get the same ids, keys, times and addresses. Not with `data`. */
    seed?: number;
    /** Whether the vendor's rate limits hold. */
    rateLimit?: boolean;
    /** Takes one line for each request, and for what happens without one. */
    log?: (line: string) => void;
    /** Writes each line of the log as a JSON object. */
    json?: boolean;
    /** Takes what went wrong on the mock's side; standard error without one. */
    logFailure?: (failure: ContractLog) => void;
    /** For tests: real time, randomness, and answers checked as they go over the wire. */
    now?: () => number;
    random?: Random;
    validateWire?: boolean;
    /** `later` starts at once: `warmUp` then compiles the contract bit by bit, or the first request that needs a part. */
    compile?: 'now' | 'later';
}
/** How the Gateway page looks. `logo` is a data URI. */
interface Branding {
    name: string;
    color: string;
    logo?: string;
}
interface ContractLog {
    level: 'error';
    message: string;
    requestId: string;
    operationId?: string;
    error?: unknown;
}
/** A source of random bytes, fresh at each call: they are wiped after use. It is passed in, so that a seeded run can be repeated. */
type Random = (length: number) => Uint8Array;
type ScenarioName = (typeof scenarioNames)[number];
/** The states that a mock can begin with. */
declare const scenarioNames: readonly ["empty", "onboarded", "funded", "locked-out"];
export interface RunningMock {
    apiUrl: string;
    gatewayUrl: string;
    keys: {
        apiKey: string;
        readKey: string;
    };
    /** Signs the return to the application. */
    webhookSecret: string;
    /** What the scenario has prepared, if one was given. */
    scenario: Prepared | undefined;
    warmUp: () => Promise<void>;
    /** Ends it. Nothing of it is left: no listener, no timer, no state. */
    stop: () => Promise<void>;
    /** The same, for `await using`. */
    [Symbol.asyncDispose]: () => Promise<void>;
}
/** What a scenario has prepared, to be used and to be shown. */
interface Prepared {
    name: ScenarioName;
    customer?: {
        id: string;
        name: string;
        refId: string;
        pin: string;
        lockedUntil?: string;
    };
    recovery?: readonly {
        questionId: string;
        answer: string;
    }[];
    wallets: {
        id: string;
        blockchain: string;
        address: string;
    }[];
    token?: {
        id: string;
        symbol: string;
        blockchain: string;
    };
}
/** A listener could not be opened. The message says which option to change. */
export declare class ListenError extends Error {
    readonly name = "ListenError";
}
/** Starts the mock API and the mock Gateway, each on an origin of its own. Several can run in one process. */
export declare function startMock(options?: StartOptions): Promise<RunningMock>;
export {};
