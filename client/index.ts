/** The package `@planbok/customer-custody`: everything that it exports. */
export type { AnswerOf, CallInit, CallOptions, ItemOf, ListPath, PathOf } from './call-types.ts';
export { contractVersion } from './contract-version.ts';
export { createPlanbokClient, type FinishedChallenge, type PlanbokClient, type PlanbokClientOptions, type WaitOptions } from './create-client.ts';
export { type ClientErrorCode, type ErrorCode, type ErrorDetail, isPlanbokError, type KnownErrorCode, PlanbokError } from './planbok-error.ts';
export type { Refused, Secrets, VerifyOptions } from './signature.ts';
export { type ReturnUrlRefusal, type VerifiedReturnUrl, verifyReturnUrl } from './verify-return-url.ts';
export { type UnknownWebhookEvent, type VerifiedWebhook, verifyWebhook, type WebhookEvent, type WebhookHeaders, type WebhookRefusal } from './verify-webhook.ts';
export type { components, paths } from '../generated/types.ts';
