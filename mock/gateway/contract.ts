import type { components } from '../../generated/types.ts';

type Schemas = components['schemas'];

export type GatewayChallenge = Schemas['GatewayChallenge'];
export type GatewayOutcome = Schemas['GatewayOutcome'];
export type GatewayExport = Schemas['GatewayExport'];
export type ChallengeDisplay = Schemas['ChallengeDisplay'];
export type ChallengeFailure = Schemas['ChallengeFailure'];
export type SecurityQuestion = Schemas['SecurityQuestion'];
export type ApproveRequest = Schemas['ApproveGatewayChallengeRequest'];
export type RecoverySetup = Schemas['RecoverySetup'];
export type StartRecoveryRequest = Schemas['StartGatewayRecoveryRequest'];
export type StartedRecovery = Schemas['GatewayRecoveryStart'];
export type CheckRecoveryRequest = Schemas['CheckGatewayRecoveryRequest'];
export type CheckedRecovery = Schemas['GatewayRecoveryCheck'];
export type ErrorResponse = Schemas['ErrorResponse'];
