/**
 * What the drawings of the guides show. A message is named by what it really is: an operation, a webhook or a callback of
 * the contract, a screen of the Gateway page, or a function of the mock. A test looks each of them up.
 */
export type Message =
  | { operation: string; text?: string }
  | { webhook: string }
  | { callback: string; text?: string }
  /** What the user meets on the Gateway page: its heading. */
  | { screen: string; text: string }
  /** What a party does on its own: where the mock does it, as `file#export`. */
  | { act: string; text: string }
  /** An answer, or a step of the browser. */
  | { text: string };

/** From one party to another; from a party to itself is what it does alone. */
export type Step = { from: string; to: string } & Message;

export interface Sequence {
  name: string;
  title: string;
  /** What it shows, for those who cannot see it. */
  description: string;
  parties: string[];
  steps: Step[];
}

export interface Flow {
  name: string;
  title: string;
  description: string;
  steps: { title: string; who: string; text: string[] }[];
}

const [page, backend, api] = ['Browser', 'Backend', 'API'];
const gateway = 'Gateway';

/** The user's browser goes to the Gateway and reads there what is asked. */
function openGateway(screen: string, text: string): Step[] {
  return [
    { from: backend, to: page, text: 'redirect to redirectUrl' },
    { from: page, to: gateway, operation: 'openGatewayPage' },
    { from: page, to: gateway, operation: 'getGatewayChallenge', text: 'what is asked' },
    { from: page, to: page, screen, text },
  ];
}

/** The browser comes back, and the backend believes what it reads. */
const comeBack: Step[] = [
  { from: page, to: backend, callback: 'returnToApplication', text: 'challengeId, status, signature' },
  { from: backend, to: api, operation: 'getChallenge', text: 'status and result' },
];

export const flow: Flow = {
  name: 'flow',
  title: 'The four steps of every critical action',
  description:
    'Your backend requests a challenge. The API answers with the address of the Gateway. The user verifies the request there with the PIN. The Gateway sends the browser back, and your backend reads the result.',
  steps: [
    { title: 'Request a challenge', who: 'Your backend to the API', text: ['Create wallets, transfer, sign.', 'The answer has a challengeId.'] },
    { title: 'Send the user to the Gateway', who: 'Your application to the browser', text: ['By the redirectUrl of the same answer,', 'good for this challenge alone.'] },
    { title: 'The user decides', who: 'The user on the Gateway', text: ['They see what they approve and enter', 'the PIN, which never leaves the page.'] },
    { title: 'Read the result', who: 'Your backend from the API', text: ['The browser comes back with the status;', 'webhooks report the rest.'] },
  ],
};

export const sequences: Sequence[] = [
  {
    name: 'sequence-onboarding',
    title: 'Onboarding: a customer with a PIN',
    description: 'Your backend makes a customer and asks for the first PIN. The user chooses it on the Gateway, comes back, and your backend reads the challenge.',
    parties: [page, backend, api, gateway],
    steps: [
      { from: backend, to: api, operation: 'createCustomer' },
      { from: api, to: backend, webhook: 'customer.created' },
      { from: backend, to: api, operation: 'initializeCustomer', text: 'id, redirectUrl' },
      ...openGateway('Set your PIN', 'PIN, twice'),
      { from: page, to: page, screen: 'Set up recovery', text: 'questions or e-mail' },
      { from: page, to: gateway, operation: 'approveGatewayChallenge', text: 'sealed' },
      { from: api, to: backend, webhook: 'customer.pin_setup' },
      { from: api, to: backend, webhook: 'challenge.completed' },
      ...comeBack,
    ],
  },
  {
    name: 'sequence-transfer',
    title: 'A transfer, from the request to the block',
    description: 'Your backend asks for a transfer. The user sees it on the Gateway and approves with the PIN. It is signed and sent; webhooks tell when it is confirmed.',
    parties: [page, backend, api, gateway],
    steps: [
      { from: backend, to: api, operation: 'estimateTransferFee' },
      { from: backend, to: api, operation: 'createTransfer', text: 'id, display, redirectUrl' },
      ...openGateway('Send 0.1 ETH', 'amount, recipient, fee'),
      { from: page, to: gateway, operation: 'approveGatewayChallenge', text: 'sealed' },
      { from: api, to: backend, webhook: 'transaction.created' },
      { from: api, to: backend, webhook: 'transaction.signed' },
      { from: api, to: backend, webhook: 'challenge.completed' },
      ...comeBack,
      { from: api, to: backend, webhook: 'transaction.broadcast' },
      { from: api, to: backend, webhook: 'transaction.confirmed' },
    ],
  },
  {
    name: 'sequence-pin',
    title: 'What becomes of the PIN',
    description: 'The page fetches the salt, derives a secret from the PIN and seals it to Node 1. Node 1 unwraps its share with it; with the share of Node 2 the request is signed, and both forget.',
    parties: ['Page', 'Gateway', 'Node 1', 'Node 2'],
    steps: [
      { from: 'Page', to: 'Gateway', operation: 'getGatewayChallenge', text: 'salt, public key' },
      { from: 'Page', to: 'Page', act: 'mock/protocol/pin.ts#deriveSecret', text: 'secret = Argon2id(PIN, salt)' },
      { from: 'Page', to: 'Page', act: 'mock/protocol/seal.ts#sealSecret', text: 'seal it: RSA-OAEP, for Node 1' },
      { from: 'Page', to: 'Gateway', operation: 'approveGatewayChallenge' },
      { from: 'Gateway', to: 'Node 1', text: 'the sealed secret' },
      { from: 'Node 1', to: 'Node 1', act: 'mock/nodes/sealed-secret.ts#createNodeOneKey', text: 'open it: new, for this challenge' },
      { from: 'Node 1', to: 'Node 1', act: 'mock/nodes/node-one.ts#unwrapWithPin', text: 'unwrap its share, or: wrong PIN' },
      { from: 'Node 2', to: 'Node 2', act: 'mock/nodes/node-two.ts#readNodeTwoShare', text: 'its own share' },
      { from: 'Node 1', to: 'Node 2', act: 'mock/nodes/combine.ts#withSeed', text: 'sign together, then forget' },
      { from: 'Gateway', to: 'Page', text: 'done' },
    ],
  },
];
