// Made by `npm run generate` from openapi/: do not edit.

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get health
         * @description Tells whether the service works. Needs no API key; the `Date` header of the answer tells the service's time.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/config/chains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List chains
         * @description Lists every chain that the service knows, and whether wallets can be made on it.
         */
        get: operations["listChains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List customers
         * @description Lists the customers of your organization, the newest first.
         */
        get: operations["listCustomers"];
        put?: never;
        /**
         * Create customer
         * @description Makes the record of one of your users. The customer then needs a PIN; see `initializeCustomer`.
         */
        post: operations["createCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /**
         * Get customer
         * @description Reads one customer. `hasPin` and `hasRecovery` tell which challenge comes next.
         */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update customer
         * @description Changes the name or your own reference. What is left out stays as it is.
         */
        patch: operations["updateCustomer"];
        trace?: never;
    };
    "/v2/customers/{customerId}/public-key": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /**
         * Get customer public key
         * @description Reads the RSA key to which the Gateway page seals what it derives from the customer's PIN. No program of yours needs it.
         */
        get: operations["getCustomerPublicKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/initialize": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set up first PIN
         * @description Asks a customer to set a PIN and a recovery method on the Gateway. With `blockchains` the same approval makes wallets too. A new request supersedes a pending one.
         */
        post: operations["initializeCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set up recovery
         * @description Asks a customer to set up a recovery method, or to replace the one there is: two questions, or an e-mail address. A new request supersedes a pending one.
         */
        post: operations["setUpRecovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/update-pin": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change PIN
         * @description Asks a customer for the PIN and for a new one. Addresses do not change. A new request supersedes a pending one.
         */
        post: operations["changePin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/reset-pin": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset forgotten PIN
         * @description Asks a customer to pass the recovery check and to set a new PIN. Addresses do not change. A new request supersedes a pending one.
         */
        post: operations["resetPin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/export-private-keys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export private keys
         * @description Asks a customer to take the private keys of all their wallets away, as a CSV file that only their browser gets. The wallets are those that the customer has when you ask. `payloadHash` is the SHA-256 of `customerId`, `task` and `walletIds`, as canonical JSON. Without a browser there is no file: an approval by the Sandbox gives the result alone.
         */
        post: operations["exportPrivateKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/wallet/create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create wallets
         * @description Asks a customer to approve new wallets, one a chain. Needs a PIN and a recovery method. A chain on which the customer has a wallet already gets a further one at the next index.
         */
        post: operations["createWallets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/wallets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List wallets
         * @description Lists wallets, the newest first. Filters narrow the list together.
         */
        get: operations["listWallets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/wallets/validate-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Validate address
         * @description Checks whether a text is an address on a chain, checksum and all.
         */
        post: operations["validateAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/wallets/{walletId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The wallet's id.
                 * @example 6999fa10c3d2a54e7b91f001
                 */
                walletId: components["parameters"]["WalletId"];
            };
            cookie?: never;
        };
        /**
         * Get wallet
         * @description Reads one wallet.
         */
        get: operations["getWallet"];
        /**
         * Update wallet metadata
         * @description Does the same as `updateWallet`, for programs that send PUT.
         */
        put: operations["updateWalletMetadata"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update wallet
         * @description Changes a wallet's name or your own reference. What is left out stays as it is.
         */
        patch: operations["updateWallet"];
        trace?: never;
    };
    "/v2/wallets/{walletId}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The wallet's id.
                 * @example 6999fa10c3d2a54e7b91f001
                 */
                walletId: components["parameters"]["WalletId"];
            };
            cookie?: never;
        };
        /**
         * List wallet balances
         * @description Lists what the wallet has of its chain's native token and of the tokens your organization knows.
         */
        get: operations["listWalletBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/transactions/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create transfer
         * @description Asks a customer to approve a transfer of the native token, of another token or of NFTs. The fee is fixed now and shown to the customer; the money is checked now and again when they approve. Once approved, the transfer is signed and sent to the chain.
         */
        post: operations["createTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/transactions/contract-execution": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create contract execution
         * @description Asks a customer to approve a call of a contract's function, which is decoded for them. Chains without contracts, such as Bitcoin, are refused. Programs of Solana do not say what they take, so of those only `transfer(to,amount)` of the System program, and `approve(source,delegate,amount)` and `revoke(source)` of the Token program are known. Once approved, the call is signed and sent to the chain.
         */
        post: operations["createContractExecution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/transactions/{transactionId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description The transaction's id.
                 * @example 6999fb20d4e3b65f8ca20001
                 */
                transactionId: components["parameters"]["TransactionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel transaction
         * @description Asks a customer to approve an empty transfer to themselves, with a higher fee, in the place of a transaction that is not yet in a block. EVM chains and Bitcoin can do this. Whichever gets into a block first wins.
         */
        post: operations["cancelTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/transactions/{transactionId}/accelerate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description The transaction's id.
                 * @example 6999fb20d4e3b65f8ca20001
                 */
                transactionId: components["parameters"]["TransactionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accelerate transaction
         * @description Asks a customer to approve the same transaction again with a higher fee, in the place of one that is not yet in a block. EVM chains and Bitcoin can do this. Whichever gets into a block first wins.
         */
        post: operations["accelerateTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List transactions
         * @description Lists the transactions of your customers' wallets, the newest first. Filters narrow the list together. Addresses and hashes are compared without regard to case where the chain does not regard it.
         */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/transactions/transfer/estimate-fee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Estimate transfer fee
         * @description Tells what a transfer would cost at each fee level, without asking anyone. Whether the wallet has the money does not matter.
         */
        post: operations["estimateTransferFee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/transactions/contract-execution/estimate-fee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Estimate contract execution fee
         * @description Tells what a contract call would cost at each fee level, without asking anyone. A call that the contract would refuse has no fee.
         */
        post: operations["estimateContractExecutionFee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/transactions/contract-view/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call contract view
         * @description Calls a read-only function of a contract. Nothing is signed, sent or recorded, and nobody is asked.
         */
        post: operations["callContractView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/transactions/validate-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Validate destination address
         * @description Does the same as `validateAddress`, for programs that use this path.
         */
        post: operations["validateTransactionAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/transactions/{transactionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The transaction's id.
                 * @example 6999fb20d4e3b65f8ca20001
                 */
                transactionId: components["parameters"]["TransactionId"];
            };
            cookie?: never;
        };
        /**
         * Get transaction
         * @description Reads one transaction with everything that is known of it: what it does, its signature, its place in the chain.
         */
        get: operations["getTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/transfer/estimate-fee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Estimate transfer fee (beta)
         * @deprecated
         * @description Does the same as `estimateTransferFee`, for programs that use the path of the beta.
         */
        post: operations["estimateTransferFeeBeta"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/contract-execution/estimate-fee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Estimate execution fee (beta)
         * @deprecated
         * @description Does the same as `estimateContractExecutionFee`, for programs that use the path of the beta.
         */
        post: operations["estimateContractExecutionFeeBeta"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/sign/message": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign message
         * @description Asks a customer to sign a message, which they see exactly as you give it. EVM chains sign by EIP-191, Bitcoin by BIP-137, Solana the bytes of the message, NEAR their SHA-256. There, bytes that are a transaction are refused, because their signature would send it.
         */
        post: operations["signMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/sign/typed-data": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign typed data
         * @description Asks a customer to sign EIP-712 typed data, of which they see the domain and every field. EVM chains only; the chain id of the domain, if there is one, must be that of the wallet.
         */
        post: operations["signTypedData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/sign/transaction": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign transaction
         * @description Asks a customer to sign a transaction, which is decoded for them and is not sent to the chain. Give exactly one of `rawTransaction` and `transaction`; on Bitcoin only the first.
         */
        post: operations["signTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/sign/delegate-action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign delegate action
         * @description Asks a customer to sign a NEAR delegate action (NEP-366), which a relayer then sends and pays for. Its sender and public key must be the wallet's.
         */
        post: operations["signDelegateAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /**
         * List challenges
         * @description Lists a customer's challenges that can still be read, the newest first.
         */
        get: operations["listChallenges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/challenges/{challengeId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        /**
         * Get challenge
         * @description Reads what became of a challenge. This, and not the return redirect, is the truth. Read and store the result within 15 minutes after the challenge was verified; then it is gone.
         */
        get: operations["getChallenge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customers/{customerId}/challenges/{challengeId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel challenge
         * @description Withdraws a pending challenge. It fails with `cancelled`.
         */
        post: operations["cancelChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tokens
         * @description Lists the native token of every enabled chain and the tokens that your organization has added.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Add token
         * @description Makes a token known to your organization. From then on it shows up in balances and can be transferred.
         */
        post: operations["addToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The token's id.
                 * @example 69e2e1e44a8ad620582b4cee
                 */
                tokenId: components["parameters"]["TokenId"];
            };
            cookie?: never;
        };
        /**
         * Get token
         * @description Reads one token.
         */
        get: operations["getToken"];
        put?: never;
        post?: never;
        /**
         * Remove token
         * @description Makes your organization forget a token. What the wallets have of it stays where it is.
         */
        delete: operations["removeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/tokens/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get token metadata
         * @description Tells which chains and standards a token can have and, given `blockchain`, `standard` and `address` together, what is known of that one token.
         */
        get: operations["getTokenMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/{challengeId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The challenge's id. The page takes any text, so that a mangled link is explained by the page and not by an error text.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["GatewayLinkId"];
            };
            cookie?: never;
        };
        /**
         * Open Gateway page
         * @description Serves the page that a challenge's `redirectUrl` points at. It is one document for every challenge and needs no token: the page takes the token from the fragment of its own address, which no server sees, and reads the challenge with it. The page asks no third party for anything, and no site may frame it.
         */
        get: operations["openGatewayPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/{challengeId}/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        /**
         * Get challenge to show
         * @description Reads what the page shows, word for word, and what it needs to seal a PIN. A finished challenge can still be read: its `status`, `failure` and `returnUrl` tell the page that the link was used or has expired, and where to go.
         */
        get: operations["getGatewayChallenge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/{challengeId}/recovery/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start recovery
         * @description Sends a code by e-mail, or hands out the security questions that were set up. A code is for the address that is to be set up (actions `set-pin` and `set-recovery`), or goes to the address that is set up (action `reset-pin`); a new code replaces the one before. One address gets at most five mails an hour. Questions are started with the action `reset-pin` alone. An action without recovery, and an `email` that is missing or out of place, is refused with `validation_failed`.
         */
        post: operations["startGatewayRecovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/{challengeId}/recovery/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check recovery answer
         * @description Checks the code or the answers, so that the user learns of a mistake before they choose a new PIN. A code is good for ten minutes and five tries. A checked address or code holds for the rest of the challenge. Wrong answers count like wrong PINs: the fifth in a row locks the customer.
         */
        post: operations["checkGatewayRecovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/{challengeId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve challenge as user
         * @description Approves the challenge and carries the task out. `action` must be the one that the challenge asks for, else the call is refused with `validation_failed`. A wrong PIN leaves the challenge pending and counts; the fifth in a row locks the customer for 30 minutes and fails the challenge with `locked_out`. Of two approvals at once, one wins. An approval whose task fails afterwards is answered as a success with the `status` `failed` and the reason.
         */
        post: operations["approveGatewayChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/{challengeId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject challenge as user
         * @description Ends the challenge without carrying the task out. It fails with `rejected`. No PIN is asked for.
         */
        post: operations["rejectGatewayChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook endpoints
         * @description Lists the endpoints of your organization, the newest first.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Create webhook endpoint
         * @description Registers a URL for events and answers with the secret that signs them, which is shown this once. An event that is not answered with 2xx within 10 seconds is tried up to 8 times within about a day: again after 30 seconds, 2, 8 and 30 minutes, and 2, 6 and 15 hours, each give or take a fifth at random. `Retry-After` in the answer puts that off, by a day at most. Redirects are not followed. An answer of 410 disables the endpoint. While an event of a resource is being repeated, later ones of the same resource wait.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhook-endpoints/{webhookEndpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The webhook endpoint's id.
                 * @example 6999fc30e5f4c7609db31001
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        /**
         * Get webhook endpoint
         * @description Reads one endpoint, without its secret.
         */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Delete webhook endpoint
         * @description Removes an endpoint with its log. Deliveries that are pending are dropped.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Update webhook endpoint
         * @description Changes the URL, the events, the note or the status. What is left out stays as it is. Deliveries that are pending go to the new URL, or are given up when the endpoint is disabled. Making it active forgets why it was disabled.
         */
        patch: operations["updateWebhookEndpoint"];
        trace?: never;
    };
    "/v2/webhook-endpoints/{webhookEndpointId}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The webhook endpoint's id.
                 * @example 6999fc30e5f4c7609db31001
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ping webhook endpoint
         * @description Sends `webhook_endpoint.pinged` to the endpoint, whatever its events and its status. Read the delivery to see what came of it.
         */
        post: operations["pingWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhook-endpoints/{webhookEndpointId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The webhook endpoint's id.
                 * @example 6999fc30e5f4c7609db31001
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate webhook secret
         * @description Makes a new secret and shows it this once. During the overlap every delivery carries two signatures, that of the new secret in `X-Webhook-Signature` and that of the old one in `X-Webhook-Signature-Previous`, so that a receiver can change over in between. A rotation during an overlap ends the older secret at once.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhook-endpoints/{webhookEndpointId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The webhook endpoint's id.
                 * @example 6999fc30e5f4c7609db31001
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        /**
         * List webhook deliveries
         * @description Lists the deliveries to one endpoint, the newest first. The log goes back 30 days.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhook-endpoints/{webhookEndpointId}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The webhook endpoint's id.
                 * @example 6999fc30e5f4c7609db31001
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
                /**
                 * @description The delivery's id.
                 * @example 6999fd40f605d871aec40001
                 */
                deliveryId: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        /**
         * Get webhook delivery
         * @description Reads one delivery with what was sent and with every attempt.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhook-endpoints/{webhookEndpointId}/deliveries/{deliveryId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The webhook endpoint's id.
                 * @example 6999fc30e5f4c7609db31001
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
                /**
                 * @description The delivery's id.
                 * @example 6999fd40f605d871aec40001
                 */
                deliveryId: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redeliver webhook
         * @description Sends the event of a delivery once more, at once, with the same `X-Webhook-Id` and a fresh timestamp and signature, also when it had succeeded, and whatever the status of the endpoint. If it fails, the schedule begins anew.
         */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/challenges/{challengeId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve challenge without browser
         * @description Plays the part of the page and the user, with the same cryptography: derives the secret from the PIN, seals it, and approves. `pin` is the PIN that is set when the task is `initialize` or `reset-pin`, and the current PIN otherwise. `update-pin` needs `newPin`. Where the task sets recovery up and none is given, the questions `first-pet` and `birth-city` are set up with the answers "Rex" and "Lagos"; a reset without `recovery` answers with those, or with the code from the mailbox. An approval whose task fails afterwards is a success here too: the challenge tells. A wrong PIN counts as it does in the browser.
         */
        post: operations["approveSandboxChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/challenges/{challengeId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject challenge without browser
         * @description Ends a pending challenge as the user would by saying no: it fails with `rejected`.
         */
        post: operations["rejectSandboxChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/challenges/{challengeId}/expire": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Expire challenge now
         * @description Ends a pending challenge as if its 15 minutes were over: it fails with `expired`. The clock stays where it is.
         */
        post: operations["expireSandboxChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get clock
         * @description Reads the clock that expiry, locks, confirmations and repeated deliveries go by. It runs with real time, save in a run that was started with a seed: there it begins at 2026-03-02T09:00:00.000Z and stands still until it is advanced.
         */
        get: operations["getSandboxClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Advance clock
         * @description Moves the clock forward, and does what falls due on the way: challenges expire and are pruned, locks end, transactions confirm, deliveries are repeated. It never goes back, save by a reset.
         */
        post: operations["advanceSandboxClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/wallets/{walletId}/fund": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The wallet's id.
                 * @example 6999fa10c3d2a54e7b91f001
                 */
                walletId: components["parameters"]["WalletId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fund wallet
         * @description Adds to the balance of a wallet, in the native token of its chain or in a token of the same chain. A new wallet has a little of the native token from the start, unless the mock runs with `--no-faucet`: 0.05 on EVM chains, 0.005 BTC in three coins, 0.5 SOL, 1 NEAR.
         */
        post: operations["fundSandboxWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/transactions/{transactionId}/advance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The transaction's id.
                 * @example 6999fb20d4e3b65f8ca20001
                 */
                transactionId: components["parameters"]["TransactionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Advance transaction
         * @description Moves a transaction on to a later status, through those in between, with the events of each. A failed, confirmed or cancelled one stays as it is.
         */
        post: operations["advanceSandboxTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List recovery mails
         * @description Reads the mailbox that all recovery mails go to, the newest mail first.
         */
        get: operations["listSandboxEmails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all webhook deliveries
         * @description Reads the deliveries to all endpoints, with what was sent and with every attempt, the newest first.
         */
        get: operations["listSandboxWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset sandbox
         * @description Forgets every customer, wallet, challenge, token of yours, webhook endpoint, mail and delivery, and sets the clock back to the real time, or to the beginning of a run with a seed, which then repeats. API keys stay, and so do webhook endpoints given at the start. What a scenario prepared at the start is forgotten too.
         */
        post: operations["resetSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "transaction.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle created transaction
         * @description A transaction was built and waits for its signature. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onTransactionCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.signed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle signed transaction
         * @description The two nodes have signed a transaction. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onTransactionSigned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.broadcast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle broadcast transaction
         * @description A transaction was sent to the chain. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onTransactionBroadcast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle confirmed transaction
         * @description A transaction got into a block. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onTransactionConfirmed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle failed transaction
         * @description A transaction was refused or reverted; `failure` tells why. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onTransactionFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.accelerated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle accelerated transaction
         * @description A transaction was replaced by one that pays more; `replacedBy` is the new one. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onTransactionAccelerated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle cancelled transaction
         * @description A transaction was replaced by one that does nothing; `replacedBy` is the new one. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onTransactionCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "wallet.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle created wallet
         * @description A wallet was made. One event comes for each wallet. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onWalletCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle created customer
         * @description A customer was created. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onCustomerCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.pin_setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle first PIN
         * @description A customer has set a first PIN. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onCustomerPinSetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.locked_out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle locked customer
         * @description A customer was locked after five wrong PINs in a row. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onCustomerLockedOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.recovery_initiated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle started recovery
         * @description A customer who has forgotten the PIN has started a recovery. If it was not they, warn them. It comes once for a challenge, when the user asks for a code or for the questions. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onCustomerRecoveryInitiated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.recovery_completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle completed recovery
         * @description A customer has set a new PIN by recovery. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onCustomerRecoveryCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "challenge.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle completed challenge
         * @description A challenge is finished, verified or failed. `result` or `failure` tells the rest. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onChallengeCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook_endpoint.pinged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle ping
         * @description You asked for a ping. It comes whatever events the endpoint has subscribed to. Events come at least once, and in order for one resource. Answer with 2xx within 10 seconds and work after that; any other answer is repeated.
         */
        post: operations["onWebhookEndpointPinged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @description The id of one request.
         * @example req_6999f9b0b1c2d3e4
         */
        RequestId: string;
        /** @description Whether the service works. This one answer has no envelope. */
        HealthResponse: {
            /** @description Always `true`. A service that does not work answers with an error, or not at all. */
            healthy: true;
        };
        /**
         * Format: int32
         * @description The HTTP status, repeated.
         * @example 200
         */
        HttpStatus: number;
        /**
         * @description The machine-readable reason of an error: what a program decides by. It never changes once published. More codes may come: treat one that you do not know by its HTTP status.
         * @example pin_not_set
         */
        ErrorCode: "validation_failed" | "malformed_json" | "malformed_url" | "redirect_url_not_allowed" | "unsupported_blockchain" | "unsupported_operation" | "address_invalid" | "amount_invalid" | "typed_data_invalid" | "message_invalid" | "transaction_invalid" | "delegate_action_invalid" | "abi_invalid" | "webhook_url_not_allowed" | "pin_too_weak" | "secret_invalid" | "secret_expired" | "api_key_invalid" | "gateway_token_invalid" | "api_key_missing" | "api_key_read_only" | "origin_not_allowed" | "pin_incorrect" | "recovery_code_incorrect" | "recovery_answers_incorrect" | "route_not_found" | "customer_not_found" | "challenge_not_found" | "wallet_not_found" | "transaction_not_found" | "token_not_found" | "webhook_endpoint_not_found" | "webhook_delivery_not_found" | "method_not_allowed" | "idempotency_conflict" | "idempotency_in_progress" | "pin_not_set" | "pin_already_set" | "recovery_not_set" | "recovery_not_verified" | "recovery_code_expired" | "challenge_not_pending" | "challenge_expired" | "secret_replayed" | "token_already_registered" | "token_not_removable" | "transaction_not_replaceable" | "transaction_not_advanceable" | "payload_too_large" | "unsupported_media_type" | "insufficient_funds" | "contract_call_reverted" | "customer_locked" | "rate_limited" | "internal_error" | "contract_violation" | string;
        /** @description One thing that was wrong with the request. */
        ErrorDetail: {
            /** @description Where it is, such as `body/redirectUrl`, `query/limit` or `header/Idempotency-Key`. */
            path: string;
            /** @description The rule that was broken, such as `required`, `format` or `unknown_parameter`. */
            code: string;
            /** @description What is wrong with it, in words. */
            message: string;
        };
        /** @description The body of every answer that is not a success. */
        ErrorResponse: {
            /** @description Always `false` in an error. */
            success: false;
            status: components["schemas"]["HttpStatus"];
            code: components["schemas"]["ErrorCode"];
            /** @description What was wrong and what to do, in words for the developer. */
            message: string;
            requestId: components["schemas"]["RequestId"];
            /** @description The same message again, and the single faults of the request where there are any. */
            errors: {
                /** @description The message again, where some clients look for it. */
                message: string;
                /** @description One entry a fault; empty when the fault is not in the request. */
                details: components["schemas"]["ErrorDetail"][];
            };
            /**
             * Format: uri
             * @description Where this error is explained.
             */
            documentationUrl: string;
        };
        /** @description Always `true` in an answer that succeeded. */
        SuccessFlag: true;
        /**
         * @description What happened, in a sentence for people. Do not decide by it.
         * @example Customer created
         */
        ResponseMessage: string;
        /**
         * @description The id of a chain. `GET /v2/config/chains` lists them with what each can do. More may come; accept ids that you do not know.
         * @example ETH-SEPOLIA
         */
        Blockchain: "ETH" | "ETH-SEPOLIA" | "BASE" | "BASE-SEPOLIA" | "POL" | "POL-AMOY" | "BSC" | "ARB" | "ARB-SEPOLIA" | "OP" | "OP-SEPOLIA" | "CELO" | "SCR" | "CRO-EVM" | "BTC" | "BTC-TESTNET" | "SOL" | "SOL-TESTNET" | "NEAR" | "NEAR-TESTNET" | "ATOM" | "ATOM-TESTNET" | "OSMO" | "JUNO" | "DOT" | "DOT-PASEO" | string;
        /**
         * @description A name for people.
         * @example Ada Lovelace
         */
        DisplayName: string;
        /** @description The token in which the chain's fees are paid. */
        NativeToken: {
            /** @description The symbol. */
            symbol: string;
            /** @description The name. */
            name: components["schemas"]["DisplayName"];
            /**
             * Format: int32
             * @description How many decimals an amount has.
             */
            decimals: number;
        };
        /** @description A chain that the service knows. */
        Chain: {
            /** @description The chain's id, as every other operation takes it. */
            id: components["schemas"]["Blockchain"];
            /** @description The chain's name. */
            name: components["schemas"]["DisplayName"];
            /** @description What the chain is like. More may come; accept values that you do not know. */
            family: "evm" | "bitcoin" | "solana" | "near" | "cosmos" | "substrate" | string;
            /** @description The curve of its keys. More may come; accept values that you do not know. */
            curve: "secp256k1" | "ed25519" | string;
            /** @description Whether its money is worth nothing. */
            testnet: boolean;
            nativeToken: components["schemas"]["NativeToken"];
            /** @description Whether wallets can be made on it. The others are refused with `unsupported_blockchain`. */
            enabled: boolean;
        };
        /** @description Where in the list this page is. */
        Pagination: {
            /**
             * Format: int32
             * @description The page that was asked for, from 1.
             */
            page: number;
            /**
             * Format: int32
             * @description How many items a page has at most.
             */
            limit: number;
            /**
             * Format: int64
             * @description How many items the whole list has.
             */
            total: number;
            /**
             * Format: int64
             * @description How many pages the whole list has; 0 when it is empty.
             */
            pages: number;
        };
        /** @description All chains. */
        ChainListResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            /** @description Every chain, enabled or not. */
            data: components["schemas"]["Chain"][];
            /** @description The whole list, always on one page. */
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * @description An id made by the service, 24 lower-case hexadecimal digits.
         * @example 6999f8aea74a2b1bd8855b89
         */
        ObjectId: string;
        /**
         * @description Your own reference for this thing. It need not be unique.
         * @example user-1001
         */
        RefId: string;
        /**
         * @description Who authorizes. `customer` needs the user's PIN. More kinds may come; accept values that you do not know.
         * @example customer
         */
        CustodyType: "customer" | "organization" | string;
        /**
         * @description `active`, or `locked` after five wrong PINs in a row. More values may come; accept values that you do not know.
         * @example active
         */
        CustomerStatus: "active" | "locked" | string;
        /**
         * Format: date-time
         * @description A moment, RFC 3339 in UTC with milliseconds.
         * @example 2026-03-02T09:00:00.000Z
         */
        Timestamp: string;
        /** @description One of your users. */
        Customer: {
            /** @description The customer's id. */
            id: components["schemas"]["ObjectId"];
            /** @description The customer's name. */
            name: components["schemas"]["DisplayName"];
            /** @description Your own id of this user, if you gave one. */
            refId?: components["schemas"]["RefId"];
            custodyType: components["schemas"]["CustodyType"];
            status: components["schemas"]["CustomerStatus"];
            /** @description Whether the customer has set a PIN. */
            hasPin: boolean;
            /** @description Whether the customer has set up a recovery method. Without one no wallet can be created. */
            hasRecovery: boolean;
            /** @description Until when the customer is locked after five wrong PINs in a row. Absent otherwise. */
            lockedUntil?: components["schemas"]["Timestamp"];
            /** @description When the customer was created. */
            createdAt: components["schemas"]["Timestamp"];
            /** @description When the customer was last changed. */
            updatedAt: components["schemas"]["Timestamp"];
        };
        /** @description One page of customers. */
        CustomerListResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            /** @description The items of this page. */
            data: components["schemas"]["Customer"][];
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * Format: uuid
         * @description A UUID of your own for this request. A repetition with the same key and body gives the first answer again, for 24 hours; the same key with another body is refused with `idempotency_conflict`.
         * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
         */
        IdempotencyKey: string;
        /** @description A new customer. */
        CreateCustomerRequest: {
            /** @description The customer's name, as your users know themselves. */
            name: components["schemas"]["DisplayName"];
            /** @description Your own id of this user. It need not be unique. */
            refId?: components["schemas"]["RefId"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description One customer. */
        CustomerResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["Customer"];
        };
        /** @description What to change in a customer; at least one field. */
        UpdateCustomerRequest: {
            /** @description The new name. */
            name?: components["schemas"]["DisplayName"];
            /** @description Your new id of this user. */
            refId?: components["schemas"]["RefId"];
            /** @description Accepted, and without effect. The same change twice has the same outcome. */
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description An RSA public key. */
        PublicKey: {
            /** @description The key in PEM form (SubjectPublicKeyInfo), RSA of 2048 bits. */
            publicKey: string;
        };
        /** @description A public key. */
        PublicKeyResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["PublicKey"];
        };
        /**
         * Format: uri
         * @description Where the Gateway sends the browser when the challenge is finished: `https`, or `http` on a loopback host; no credentials, no fragment. An existing query survives.
         * @example https://app.example.com/wallet?step=verify
         */
        ReturnUrl: string;
        /** @description The chains, each once. */
        BlockchainList: components["schemas"]["Blockchain"][];
        /**
         * @description The kind of account. `eoa` is an ordinary account with one key.
         * @constant
         */
        AccountType: "eoa";
        /**
         * @description Any text of yours. It comes back in the return redirect, under the signature. Put nothing secret in it.
         * @example af0ifjsldkj
         */
        State: string;
        /** @description A request for the first PIN set-up. */
        InitializeRequest: {
            redirectUrl: components["schemas"]["ReturnUrl"];
            /** @description Chains on which to make wallets at once, with the same approval. Needs a recovery method to be set up in it. */
            blockchains?: components["schemas"]["BlockchainList"];
            accountType?: components["schemas"]["AccountType"];
            state?: components["schemas"]["State"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /**
         * @description What the challenge asks the customer to approve. More tasks may come; accept values that you do not know.
         * @example create-wallet
         */
        ChallengeTask: "initialize" | "recovery" | "update-pin" | "reset-pin" | "create-wallet" | "transfer" | "contract-execution" | "sign-message" | "sign-typed-data" | "sign-transaction" | "sign-delegate-action" | "export-private-keys" | "cancel-transaction" | "accelerate-transaction" | string;
        /**
         * @description `pending` until the customer has decided; then `verified` with a `result`, or `failed` with a `failure`. These three are all there are.
         * @example pending
         * @enum {string}
         */
        ChallengeStatus: "pending" | "verified" | "failed";
        /** @description One line of what the customer is shown. */
        DisplayLine: {
            /** @description What the line is about. */
            label: string;
            /** @description What is shown, word for word. */
            value: string;
        };
        /**
         * @description An amount in human units as a decimal string, never in base units.
         * @example 0.1
         */
        DecimalAmount: string;
        /**
         * @description How much to pay for a place in the next blocks. Where a request leaves it out it is `medium`.
         * @example medium
         * @enum {string}
         */
        FeeLevel: "low" | "medium" | "high";
        /** @description The fee that the customer is shown. */
        DisplayFee: {
            /** @description The highest fee that can be charged, in the native token. */
            amount: components["schemas"]["DecimalAmount"];
            /** @description The symbol of the native token. */
            symbol: string;
            /** @description The level of the fee. Of a transaction that brings its own price, the lowest level that pays as much, or `high`. */
            level: components["schemas"]["FeeLevel"];
        };
        /** @description One argument of a decoded call. */
        DecodedArgument: {
            /** @description The name of the argument, where it is known. */
            name?: string;
            /** @description The type of the argument. */
            type: string;
            /** @description The value as the customer is shown it. */
            value: string;
        };
        /** @description The contract call, decoded for the customer. */
        DecodedCall: {
            /** @description The signature of the function. */
            function: string;
            /** @description The arguments in their order. */
            arguments: components["schemas"]["DecodedArgument"][];
        };
        /** @description Something that the customer is warned of. */
        DisplayWarning: {
            /** @description What it is about: nothing was sent from this wallet to the recipient before (`first_time_recipient`), somebody may take everything from now on (`unlimited_approval`), a token function is called of a contract that is not among your organization's tokens (`unverified_token`), another function of such a contract is (`unknown_contract`), control of the account changes, as by a new key or a new owner (`account_control`), or keys leave custody (`private_keys_leave`). More may come; accept values that you do not know. */
            code: "first_time_recipient" | "unlimited_approval" | "unverified_token" | "unknown_contract" | "account_control" | "private_keys_leave" | string;
            /** @description The warning, word for word. */
            message: string;
        };
        /** @description What the customer is shown on the Gateway, word for word, so that your application can say the same before and your records can say it after. */
        ChallengeDisplay: {
            /** @description The heading of the page. */
            title: string;
            /** @description What is approved, line by line, in order. */
            lines: components["schemas"]["DisplayLine"][];
            fee?: components["schemas"]["DisplayFee"];
            decodedCall?: components["schemas"]["DecodedCall"];
            /** @description What the customer is warned of; empty when there is nothing. */
            warnings: components["schemas"]["DisplayWarning"][];
            /** @description `0x` and the hash of what will be signed, as the chain computes it. Where nothing is signed, the SHA-256 of what is approved, as canonical JSON. Compare it with the hash of what you meant to ask for. */
            payloadHash: string;
        };
        /**
         * @description An address in the form that is usual on its chain.
         * @example 0x919538116b4F25f1CE01429fd9Ed7964556bf565
         */
        Address: string;
        /** @description The amounts in human units, never in base units: one for a plain transfer, one for each of `nftTokenIds` otherwise. */
        AmountList: components["schemas"]["DecimalAmount"][];
        /** @description The ids of the tokens within the collection that `tokenId` names. NFTs only. */
        NftTokenIdList: string[];
        /**
         * @description The function: its name and parameter types on EVM chains, such as `transfer(address,uint256)`; its name and parameter names on Solana and NEAR, such as `ft_transfer(receiver_id,amount)`.
         * @example transfer(address,uint256)
         */
        AbiFunctionSignature: string;
        /** @description The arguments in the order of the signature, each as text: numbers in decimal, booleans as `true` or `false`, bytes as `0x` and hex, arrays and tuples as JSON. A tuple is an array of its members, or an object when the signature names them all. Token amounts are in base units here, as the contract takes them. On NEAR they become one JSON object with the names of the signature: `true`, `false`, `null`, and what is a JSON object or array, go in as they are; any other text, a number too, becomes a JSON string, which is how contracts there take amounts. Parameters of the token standards (NEP-141, NEP-145, NEP-171, NEP-178) have the types of the standard. */
        AbiParameterList: string[];
        /** @description What you asked for, as you sent it. Each field is there if the request had it. */
        ChallengeMetadata: {
            /** @description The wallet that signs. */
            walletId?: components["schemas"]["ObjectId"];
            /** @description The transaction to be replaced. */
            transactionId?: components["schemas"]["ObjectId"];
            /** @description The chains to provision. */
            blockchains?: components["schemas"]["Blockchain"][];
            /** @description Who is paid. */
            destinationAddress?: components["schemas"]["Address"];
            /** @description What is paid with. */
            tokenId?: components["schemas"]["ObjectId"];
            amounts?: components["schemas"]["AmountList"];
            nftTokenIds?: components["schemas"]["NftTokenIdList"];
            /** @description The contract that is called. */
            contractAddress?: components["schemas"]["Address"];
            abiFunctionSignature?: components["schemas"]["AbiFunctionSignature"];
            abiParameters?: components["schemas"]["AbiParameterList"];
            /** @description How much of the native token goes along with the call. */
            amount?: components["schemas"]["DecimalAmount"];
            feeLevel?: components["schemas"]["FeeLevel"];
            /** @description Your own reference of the transaction. */
            refId?: components["schemas"]["RefId"];
            /** @description The message to be signed. */
            message?: string;
            /** @description Whether the message is given as hexadecimal bytes. */
            encodedByHex?: boolean;
            /** @description The typed data to be signed, a JSON string. */
            typedData?: string;
            /** @description The transaction to be signed, a JSON string. */
            transaction?: string;
            /** @description The transaction to be signed, serialized. */
            rawTransaction?: string;
            /** @description The delegate action to be signed, in Base64. */
            unsignedDelegateAction?: string;
            /** @description The note that the customer is shown. */
            memo?: string;
            /** @description Your own state, which comes back in the return redirect. */
            state?: components["schemas"]["State"];
        };
        /**
         * @description How a forgotten PIN can be reset. More ways may come; accept values that you do not know.
         * @example questions
         */
        RecoveryMethod: "questions" | "email" | string;
        /**
         * @description Whether the wallet can be used. More values may come; accept values that you do not know.
         * @example active
         */
        WalletState: "active" | string;
        /** @description One address on one chain, which only its customer can use. */
        Wallet: {
            /** @description The wallet's id. */
            id: components["schemas"]["ObjectId"];
            /** @description The chain. */
            blockchain: components["schemas"]["Blockchain"];
            /** @description The address. EVM chains share one address for the same index. */
            address: components["schemas"]["Address"];
            /** @description The public key. Compressed, `0x` and hex on EVM chains, hex on Bitcoin, base58 on Solana and NEAR (where tools write `ed25519:` before it). */
            publicKey: string;
            /** @description The name you gave it. */
            name?: components["schemas"]["DisplayName"];
            /** @description The id of the customer it belongs to. */
            customer: components["schemas"]["ObjectId"];
            /** @description Your own reference. */
            refId?: components["schemas"]["RefId"];
            state: components["schemas"]["WalletState"];
            accountType: components["schemas"]["AccountType"];
            custodyType: components["schemas"]["CustodyType"];
            /** @description Where in the customer's key tree the key is. */
            derivationPath: string;
            /**
             * Format: int32
             * @description The index of the address on this chain, from 0.
             */
            addressIndex: number;
            /** @description When the wallet was made. */
            createdAt: components["schemas"]["Timestamp"];
            /** @description When the wallet was last changed. */
            updatedAt: components["schemas"]["Timestamp"];
        };
        /** @description The outcome of a first PIN set-up. */
        InitializeResult: {
            /**
             * @description The task this is the result of. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            task: "initialize";
            /** @description The PIN is set. */
            hasPin: true;
            /** @description Whether a recovery method was set up too, or put off. */
            hasRecovery: boolean;
            recoveryMethod?: components["schemas"]["RecoveryMethod"];
            /** @description The wallets that were made, if the request named `blockchains`. */
            wallets: components["schemas"]["Wallet"][];
        };
        /** @description The outcome of a recovery set-up. */
        RecoveryResult: {
            /**
             * @description The task this is the result of. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            task: "recovery";
            /** @description A recovery method is set up. */
            hasRecovery: true;
            recoveryMethod: components["schemas"]["RecoveryMethod"];
        };
        /** @description The outcome of a change of the PIN. Addresses do not change. */
        UpdatePinResult: {
            /**
             * @description The task this is the result of. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            task: "update-pin";
            /** @description The new PIN is set. */
            hasPin: true;
        };
        /** @description The outcome of a reset of a forgotten PIN. Addresses do not change. */
        ResetPinResult: {
            /**
             * @description The task this is the result of. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            task: "reset-pin";
            /** @description The new PIN is set. */
            hasPin: true;
        };
        /** @description The wallets that were made. */
        CreateWalletResult: {
            /**
             * @description The task this is the result of. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            task: "create-wallet";
            /** @description The wallets, in the order of `blockchains`. */
            wallets: components["schemas"]["Wallet"][];
        };
        /**
         * @description The chain's own hash of the transaction: `0x` and hex on EVM chains, hex on Bitcoin, base58 on Solana (the first signature) and NEAR.
         * @example 0x3346ab94ded697fbcc0ff67d0e3ed833dd7b287196eeb4b0b010dd40de8dcc36
         */
        TransactionHash: string;
        /** @description The transfer that was sent to the chain. */
        TransferResult: {
            /**
             * @description The task this is the result of. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            task: "transfer";
            /** @description The transaction, to follow with `getTransaction`. */
            transactionId: components["schemas"]["ObjectId"];
            transactionHash: components["schemas"]["TransactionHash"];
        };
        /** @description The contract call that was sent to the chain. */
        ContractExecutionResult: {
            /**
             * @description The task this is the result of. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            task: "contract-execution";
            /** @description The transaction, to follow with `getTransaction`. */
            transactionId: components["schemas"]["ObjectId"];
            transactionHash: components["schemas"]["TransactionHash"];
        };
        /** @description The empty transfer that was sent to take the place of the cancelled transaction. */
        CancelTransactionResult: {
            /**
             * @description The task this is the result of. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            task: "cancel-transaction";
            /** @description The transaction that replaces the cancelled one. */
            transactionId: components["schemas"]["ObjectId"];
            transactionHash: components["schemas"]["TransactionHash"];
        };
        /** @description The same transaction, sent again with a higher fee. */
        AccelerateTransactionResult: {
            /**
             * @description The task this is the result of. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            task: "accelerate-transaction";
            /** @description The transaction that replaces the slow one. */
            transactionId: components["schemas"]["ObjectId"];
            transactionHash: components["schemas"]["TransactionHash"];
        };
        /**
         * @description The signature in the form that is usual on its chain: `0x` and the hex of r, s and v on EVM chains, Base64 on Bitcoin and NEAR, base58 on Solana.
         * @example 0xf3a8c990b5ab6d1cbdbb3cfd19c8a13327d625f390243748c7f3e3d91351d3f874b3b03c22f17eff9ae78c569d8994799830aa1fac91767123068054ec8546f41c
         */
        SignatureText: string;
        /**
         * @description One half of an ECDSA signature, 32 bytes as `0x` and hex.
         * @example 0xf3a8c990b5ab6d1cbdbb3cfd19c8a13327d625f390243748c7f3e3d91351d3f8
         */
        SignatureComponent: string;
        /**
         * Format: int32
         * @description The recovery id v of an ECDSA signature. EVM chains only.
         * @example 27
         */
        SignatureRecoveryId: number;
        /** @description The signature over the message. */
        SignMessageResult: {
            /**
             * @description The task this is the result of. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            task: "sign-message";
            signature: components["schemas"]["SignatureText"];
            /** @description The r of the signature. EVM chains only. */
            r?: components["schemas"]["SignatureComponent"];
            /** @description The s of the signature. EVM chains only. */
            s?: components["schemas"]["SignatureComponent"];
            v?: components["schemas"]["SignatureRecoveryId"];
        };
        /** @description The signature over the typed data. */
        SignTypedDataResult: {
            /**
             * @description The task this is the result of. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            task: "sign-typed-data";
            signature: components["schemas"]["SignatureText"];
            /** @description The r of the signature. */
            r: components["schemas"]["SignatureComponent"];
            /** @description The s of the signature. */
            s: components["schemas"]["SignatureComponent"];
            v: components["schemas"]["SignatureRecoveryId"];
        };
        /** @description The signature of a transaction. */
        TransactionSignature: {
            /** @description The signature as text. On Bitcoin it is the one of the first input, in DER with its hash type; the signed transaction has them all. */
            signature: components["schemas"]["SignatureText"];
            /** @description The r of the signature. EVM chains only. */
            r?: components["schemas"]["SignatureComponent"];
            /** @description The s of the signature. EVM chains only. */
            s?: components["schemas"]["SignatureComponent"];
            v?: components["schemas"]["SignatureRecoveryId"];
        };
        /** @description The signed transaction. It was not sent to the chain. */
        SignTransactionResult: {
            /**
             * @description The task this is the result of. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            task: "sign-transaction";
            /** @description What to send to the chain, `0x` and hex on EVM chains, hex on Bitcoin, Base64 on Solana and NEAR. */
            signedTransaction: string;
            signature: components["schemas"]["TransactionSignature"];
            /** @description The hash that the transaction will have on the chain. */
            transactionHash: components["schemas"]["TransactionHash"];
        };
        /** @description The signed delegate action, for a relayer to send. */
        SignDelegateActionResult: {
            /**
             * @description The task this is the result of. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            task: "sign-delegate-action";
            /** @description The borsh bytes of the signed delegate action, in Base64. */
            signedDelegateAction: string;
            /** @description The ed25519 signature in Base64. */
            signature: components["schemas"]["SignatureText"];
        };
        /** @description The outcome of an export. The keys themselves go to the customer's browser alone and are never in a result. */
        ExportPrivateKeysResult: {
            /**
             * @description The task this is the result of. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            task: "export-private-keys";
            /**
             * Format: int32
             * @description Of how many wallets the keys were exported; 0 for a customer who has none.
             */
            walletCount: number;
        };
        /** @description What came of a verified challenge, by its task. Store it. It is gone 15 minutes after the challenge was verified. */
        ChallengeResult: components["schemas"]["InitializeResult"] | components["schemas"]["RecoveryResult"] | components["schemas"]["UpdatePinResult"] | components["schemas"]["ResetPinResult"] | components["schemas"]["CreateWalletResult"] | components["schemas"]["TransferResult"] | components["schemas"]["ContractExecutionResult"] | components["schemas"]["CancelTransactionResult"] | components["schemas"]["AccelerateTransactionResult"] | components["schemas"]["SignMessageResult"] | components["schemas"]["SignTypedDataResult"] | components["schemas"]["SignTransactionResult"] | components["schemas"]["SignDelegateActionResult"] | components["schemas"]["ExportPrivateKeysResult"];
        /**
         * @description Why a challenge failed: the customer said no (`rejected`), 15 minutes went by (`expired`), you withdrew it (`cancelled`), five wrong PINs (`locked_out`), a newer challenge of the same kind took its place (`superseded`), signing failed (`signing_failed`) or the chain refused the transaction (`broadcast_failed`). More may come; accept values that you do not know.
         * @example rejected
         */
        ChallengeFailureCode: "rejected" | "expired" | "cancelled" | "locked_out" | "superseded" | "signing_failed" | "broadcast_failed" | string;
        /** @description Why a challenge failed. */
        ChallengeFailure: {
            code: components["schemas"]["ChallengeFailureCode"];
            /** @description The same in words for people. */
            message: string;
        };
        /** @description A request to a customer to approve one action on the Gateway. It is pending for 15 minutes at most; once it is verified or failed it can be read for 15 minutes more, and is then gone. */
        Challenge: {
            /** @description The challenge's id, the same as `challengeId`. */
            id: components["schemas"]["ObjectId"];
            /** @description The challenge's id. */
            challengeId: components["schemas"]["ObjectId"];
            /** @description The customer who is asked. */
            customerId: components["schemas"]["ObjectId"];
            task: components["schemas"]["ChallengeTask"];
            status: components["schemas"]["ChallengeStatus"];
            /**
             * Format: uri
             * @description The Gateway's address for this challenge: send the customer's browser there. What follows the `#` is a secret that only the answer to your request carries; in later reads the address comes without it and opens nothing.
             */
            redirectUrl: string;
            /** @description When the challenge was made. */
            createdAt: components["schemas"]["Timestamp"];
            /** @description When the challenge fails if the customer has not decided, 15 minutes after it was made. */
            expiresAt: components["schemas"]["Timestamp"];
            /**
             * Format: int32
             * @description How many wrong PINs in a row the customer has left before they are locked for 30 minutes.
             */
            attemptsRemaining: number;
            display: components["schemas"]["ChallengeDisplay"];
            metadata: components["schemas"]["ChallengeMetadata"];
            result?: components["schemas"]["ChallengeResult"];
            failure?: components["schemas"]["ChallengeFailure"];
        };
        /** @description One challenge. */
        ChallengeResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["Challenge"];
        };
        /**
         * @description How a finished challenge ended.
         * @example verified
         * @enum {string}
         */
        ReturnStatus: "verified" | "failed";
        /**
         * @description A moment as whole seconds since 1970-01-01T00:00:00Z, in decimal digits.
         * @example 1772442150
         */
        UnixSeconds: string;
        /**
         * @description An HMAC-SHA256 as 64 lower-case hexadecimal digits.
         * @example f5cb643ce50b4fa91c6bb01b205680c86af2186ab03882080f30911b00a642ff
         */
        HmacHex: string;
        /** @description A page of your application. */
        ApplicationPage: string;
        /** @description A request for a challenge that needs nothing but a way back. */
        ChallengeRequest: {
            redirectUrl: components["schemas"]["ReturnUrl"];
            state?: components["schemas"]["State"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description The name and reference that a wallet gets. */
        WalletMetadata: {
            /** @description A name for people. */
            name?: components["schemas"]["DisplayName"];
            /** @description Your own reference. */
            refId?: components["schemas"]["RefId"];
        };
        /** @description A request for new wallets, one a chain. */
        CreateWalletRequest: {
            /** @description The chains on which to make a wallet, each at the customer's next free index on that chain. */
            blockchains: components["schemas"]["BlockchainList"];
            redirectUrl: components["schemas"]["ReturnUrl"];
            accountType?: components["schemas"]["AccountType"];
            /** @description Names and references. One entry applies to every wallet, several apply in the order of `blockchains`. */
            metadata?: components["schemas"]["WalletMetadata"][];
            state?: components["schemas"]["State"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description One page of wallets. */
        WalletListResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            /** @description The items of this page. */
            data: components["schemas"]["Wallet"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description An address to be checked. */
        ValidateAddressRequest: {
            /** @description What should be an address. */
            address: string;
            /** @description The chain on which it should be one. */
            blockchain: components["schemas"]["Blockchain"];
        };
        /** @description Whether it is an address. */
        AddressValidity: {
            /** @description Whether the text is an address on that chain, with the right checksum. */
            valid: boolean;
        };
        /** @description Whether it is an address. */
        AddressValidityResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["AddressValidity"];
        };
        /** @description One wallet. */
        WalletResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["Wallet"];
        };
        /** @description What to change in a wallet. The name may stand on its own or in `metadata`; on its own it wins. */
        UpdateWalletRequest: {
            /** @description The new name. */
            name?: components["schemas"]["DisplayName"];
            metadata?: components["schemas"]["WalletMetadata"];
            /** @description Accepted, and without effect. The same change twice has the same outcome. */
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /**
         * @description The kind of token. More kinds may come; accept values that you do not know.
         * @example erc20
         */
        TokenStandard: "native" | "erc20" | "erc721" | "erc1155" | "fungible" | "fungible_asset" | "non_fungible" | "nep141" | "nep171" | "cw20" | "cw721" | "psp22" | "psp34" | string;
        /** @description A token on one chain. */
        Token: {
            /** @description The token's id. */
            id: components["schemas"]["ObjectId"];
            /** @description The chain. */
            blockchain: components["schemas"]["Blockchain"];
            standard: components["schemas"]["TokenStandard"];
            /** @description The token's contract or mint. Absent for a native token. */
            address?: components["schemas"]["Address"];
            /** @description The token's name. */
            name: components["schemas"]["DisplayName"];
            /** @description The token's symbol. */
            symbol: string;
            /**
             * Format: int32
             * @description How many decimals an amount has.
             */
            decimals: number;
        };
        /** @description How much of one token a wallet has. */
        Balance: {
            /** @description The amount in human units. */
            amount: components["schemas"]["DecimalAmount"];
            token: components["schemas"]["Token"];
        };
        /** @description One page of balances. */
        BalanceListResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            /** @description The items of this page. */
            data: components["schemas"]["Balance"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A request for a transfer out of a customer's wallet. */
        TransferRequest: {
            /** @description The wallet that pays. It must be the customer's. */
            walletId: components["schemas"]["ObjectId"];
            /** @description Who is paid, on the wallet's chain. A checksum in it must be right. */
            destinationAddress: components["schemas"]["Address"];
            /** @description What is paid with, a token on the wallet's chain. Left out, the native token. */
            tokenId?: components["schemas"]["ObjectId"];
            amounts: components["schemas"]["AmountList"];
            nftTokenIds?: components["schemas"]["NftTokenIdList"];
            feeLevel?: components["schemas"]["FeeLevel"];
            /** @description Your own reference, kept with the transaction. It need not be unique. */
            refId?: components["schemas"]["RefId"];
            redirectUrl: components["schemas"]["ReturnUrl"];
            state?: components["schemas"]["State"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description A request to call a function of a contract from a customer's wallet. */
        ContractExecutionRequest: {
            /** @description The wallet that calls. It must be the customer's. */
            walletId: components["schemas"]["ObjectId"];
            /** @description The contract; a program on Solana, an account on NEAR. */
            contractAddress: components["schemas"]["Address"];
            abiFunctionSignature: components["schemas"]["AbiFunctionSignature"];
            abiParameters: components["schemas"]["AbiParameterList"];
            /** @description How much of the native token goes along, in human units. Left out, none. */
            amount?: components["schemas"]["DecimalAmount"];
            feeLevel?: components["schemas"]["FeeLevel"];
            /** @description Your own reference, kept with the transaction. It need not be unique. */
            refId?: components["schemas"]["RefId"];
            redirectUrl: components["schemas"]["ReturnUrl"];
            state?: components["schemas"]["State"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description A request to replace a transaction that is not yet in a block. The new fee is the service's to choose. */
        TransactionReplacementRequest: {
            redirectUrl: components["schemas"]["ReturnUrl"];
            state?: components["schemas"]["State"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /**
         * @description What the transaction does. More may come; accept values that you do not know.
         * @example transfer
         */
        TransactionOperation: "transfer" | "contract-execution" | string;
        /**
         * @description Where the transaction is: built and waiting for its signature (`pending`), `signed`, sent to the chain (`broadcast`), in a block (`confirmed`), refused or reverted (`failed`), or replaced by another one (`cancelled`). More may come; accept values that you do not know.
         * @example confirmed
         */
        TransactionStatus: "pending" | "signed" | "broadcast" | "confirmed" | "failed" | "cancelled" | string;
        /**
         * @description Who approves the transaction: a `customer` by PIN, or the `organization` itself. More may come; accept values that you do not know.
         * @example customer
         */
        TransactionController: "customer" | "organization" | string;
        /** @description What the transaction moves, for showing it in a list. */
        TransactionMetadata: {
            /** @description How much, in human units. */
            amount?: components["schemas"]["DecimalAmount"];
            /** @description The symbol of what is moved. */
            symbol?: string;
            /** @description The symbol again, where some clients look for it. */
            tokenSymbol?: string;
            /** @description Where it goes; the contract, for a contract execution. */
            destinationAddress?: components["schemas"]["Address"];
        };
        /** @description What the chain charged. */
        NetworkFee: {
            /** @description The fee in human units. */
            amount: components["schemas"]["DecimalAmount"];
            /** @description The symbol of the native token, in which it was paid. */
            symbol: string;
        };
        /** @description Why a transaction failed. */
        TransactionFailure: {
            /** @description The two nodes could not sign it (`signing_failed`), the chain refused it (`broadcast_failed`), its execution was reverted (`execution_reverted`) or the chain forgot it (`dropped`). More may come; accept values that you do not know. */
            code: "signing_failed" | "broadcast_failed" | "execution_reverted" | "dropped" | string;
            /** @description The same in words for people. */
            message: string;
        };
        /** @description A transaction of a wallet. A list has what identifies it and what it moves; the transaction read by its id has everything else too, as far as it is known. */
        Transaction: {
            /** @description The transaction's id. */
            id: components["schemas"]["ObjectId"];
            /** @description The chain's hash of the transaction, the same as `transactionHash`. Absent until it is signed. */
            txHash?: components["schemas"]["TransactionHash"];
            /** @description The chain's hash of the transaction. Absent until it is signed. */
            transactionHash?: components["schemas"]["TransactionHash"];
            /** @description The chain. */
            blockchain: components["schemas"]["Blockchain"];
            /** @description The id of the wallet, the same as `walletId`. */
            wallet: components["schemas"]["ObjectId"];
            /** @description The id of the wallet. */
            walletId: components["schemas"]["ObjectId"];
            /** @description The id of the customer whose wallet it is. */
            customer: components["schemas"]["ObjectId"];
            controller: components["schemas"]["TransactionController"];
            operation: components["schemas"]["TransactionOperation"];
            status: components["schemas"]["TransactionStatus"];
            /** @description How much was offered for a place in a block. */
            feeLevel: components["schemas"]["FeeLevel"];
            /** @description Your own reference, if you gave one. */
            refId?: components["schemas"]["RefId"];
            metadata: components["schemas"]["TransactionMetadata"];
            /**
             * Format: int32
             * @description How many blocks have followed, its own included. 0 until it is in a block.
             */
            confirmations: number;
            /** @description The challenge by which the customer approved it. It may be gone by now. */
            challengeId?: components["schemas"]["ObjectId"];
            /** @description The wallet's address. */
            sourceAddress?: components["schemas"]["Address"];
            /** @description Who is paid; of a contract execution, whom a function of the token standards pays. */
            destinationAddress?: components["schemas"]["Address"];
            /** @description What is paid with. Transfers only. */
            tokenId?: components["schemas"]["ObjectId"];
            amounts?: components["schemas"]["AmountList"];
            nftTokenIds?: components["schemas"]["NftTokenIdList"];
            /** @description The contract that is called. Contract executions only. */
            contractAddress?: components["schemas"]["Address"];
            abiFunctionSignature?: components["schemas"]["AbiFunctionSignature"];
            abiParameters?: components["schemas"]["AbiParameterList"];
            /** @description How much of the native token goes along. Contract executions only. */
            amount?: components["schemas"]["DecimalAmount"];
            /**
             * Format: int64
             * @description Its place among the transactions of its account, where the chain counts them.
             */
            nonce?: number;
            networkFee?: components["schemas"]["NetworkFee"];
            /**
             * Format: int64
             * @description The block it is in.
             */
            blockNumber?: number;
            /** @description What was sent to the chain, in hex on EVM chains and Bitcoin, in Base64 on Solana and NEAR. */
            signedTransaction?: string;
            signature?: components["schemas"]["TransactionSignature"];
            /** @description The transaction that this one replaces, to cancel or to accelerate it. */
            replaces?: components["schemas"]["ObjectId"];
            /** @description The transaction that replaced this one. */
            replacedBy?: components["schemas"]["ObjectId"];
            failure?: components["schemas"]["TransactionFailure"];
            /** @description When the transaction was made. */
            createdAt: components["schemas"]["Timestamp"];
            /** @description When the transaction last changed. */
            updatedAt: components["schemas"]["Timestamp"];
            /** @description When it was signed. */
            signedAt?: components["schemas"]["Timestamp"];
            /** @description When it was sent to the chain. */
            broadcastAt?: components["schemas"]["Timestamp"];
            /** @description When it got into a block. */
            confirmedAt?: components["schemas"]["Timestamp"];
        };
        /** @description One page of transactions. */
        TransactionListResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            /** @description The items of this page. */
            data: components["schemas"]["Transaction"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A transfer whose fee is wanted. */
        EstimateTransferFeeRequest: {
            /** @description The wallet that would pay. */
            walletId: components["schemas"]["ObjectId"];
            /** @description Who would be paid, on the wallet's chain. */
            destinationAddress: components["schemas"]["Address"];
            /** @description What would be paid with. Left out, the native token. */
            tokenId?: components["schemas"]["ObjectId"];
            amounts: components["schemas"]["AmountList"];
            nftTokenIds?: components["schemas"]["NftTokenIdList"];
            /** @description Accepted and of no effect; the answer has every level. */
            feeLevel?: components["schemas"]["FeeLevel"];
        };
        /**
         * @description A whole number from 0, as a decimal string, since it may be too large for a JSON number.
         * @example 16500000000
         */
        UnsignedInteger: string;
        /** @description A fee on an EVM chain. */
        EvmFeeQuote: {
            /**
             * @description The kind of chain. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            family: "evm";
            /** @description The highest fee that can be charged, in human units, `gasLimit` times `maxFeePerGas`. */
            estimatedFee: components["schemas"]["DecimalAmount"];
            /** @description The same for people, rounded up to six significant digits, without the currency. */
            estimatedFeeFormatted: string;
            /** @description The symbol of the native token, in which the fee is paid. */
            currency: string;
            /** @description How much gas the transaction may use. */
            gasLimit: components["schemas"]["UnsignedInteger"];
            /** @description The highest price of a unit of gas, in wei. */
            maxFeePerGas: components["schemas"]["UnsignedInteger"];
            /** @description What of it goes to the validator at most, in wei. */
            maxPriorityFeePerGas: components["schemas"]["UnsignedInteger"];
        };
        /** @description A fee on Bitcoin. */
        BitcoinFeeQuote: {
            /**
             * @description The kind of chain. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            family: "bitcoin";
            /** @description The fee in human units, `feeRate` times `vsize`, to the satoshi. */
            estimatedFee: components["schemas"]["DecimalAmount"];
            /** @description The same for people, rounded up to six significant digits, without the currency. */
            estimatedFeeFormatted: string;
            /** @description The symbol of the native token, in which the fee is paid. */
            currency: string;
            /** @description The price of a virtual byte, in satoshi. It is a little above that of its level, with up to six decimals, where change of less than 294 satoshi goes to the fee. */
            feeRate: components["schemas"]["DecimalAmount"];
            /**
             * Format: int32
             * @description The size of the transaction in virtual bytes.
             */
            vsize: number;
        };
        /** @description A fee on Solana. */
        SolanaFeeQuote: {
            /**
             * @description The kind of chain. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            family: "solana";
            /** @description The fee in human units, `lamports` divided by 10^9. */
            estimatedFee: components["schemas"]["DecimalAmount"];
            /** @description The same for people, rounded up to six significant digits, without the currency. */
            estimatedFeeFormatted: string;
            /** @description The symbol of the native token, in which the fee is paid. */
            currency: string;
            /** @description The fee for the signatures and the priority, in lamports. */
            lamports: components["schemas"]["UnsignedInteger"];
        };
        /** @description A fee on NEAR, where every level costs the same. */
        NearFeeQuote: {
            /**
             * @description The kind of chain. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            family: "near";
            /** @description The highest fee that can be charged, in human units, `gas` times `gasPrice`. */
            estimatedFee: components["schemas"]["DecimalAmount"];
            /** @description The same for people, rounded up to six significant digits, without the currency. */
            estimatedFeeFormatted: string;
            /** @description The symbol of the native token, in which the fee is paid. */
            currency: string;
            /** @description How much gas the transaction may use. */
            gas: components["schemas"]["UnsignedInteger"];
            /** @description The price of a unit of gas, in yoctoNEAR. */
            gasPrice: components["schemas"]["UnsignedInteger"];
        };
        /** @description What a transaction would cost at one fee level, with what the fee is made of on its kind of chain. */
        FeeQuote: components["schemas"]["EvmFeeQuote"] | components["schemas"]["BitcoinFeeQuote"] | components["schemas"]["SolanaFeeQuote"] | components["schemas"]["NearFeeQuote"];
        /** @description What a transaction would cost at each fee level. */
        FeeEstimate: {
            /** @description The cheapest; it may wait. */
            low: components["schemas"]["FeeQuote"];
            /** @description What is taken where nothing is asked for. */
            medium: components["schemas"]["FeeQuote"];
            /** @description For the next block. */
            high: components["schemas"]["FeeQuote"];
        };
        /** @description One fee estimate. */
        FeeEstimateResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["FeeEstimate"];
        };
        /** @description A contract call whose fee is wanted. */
        EstimateContractExecutionFeeRequest: {
            /** @description The wallet that would call. */
            walletId: components["schemas"]["ObjectId"];
            /** @description The contract; a program on Solana, an account on NEAR. */
            contractAddress: components["schemas"]["Address"];
            abiFunctionSignature: components["schemas"]["AbiFunctionSignature"];
            abiParameters: components["schemas"]["AbiParameterList"];
            /** @description How much of the native token would go along, in human units. */
            amount?: components["schemas"]["DecimalAmount"];
            /** @description Accepted and of no effect; the answer has every level. */
            feeLevel?: components["schemas"]["FeeLevel"];
        };
        /** @description A read-only call of a contract's function. */
        ContractViewRequest: {
            /** @description The wallet as which the contract is asked, and which names the chain. */
            walletId: components["schemas"]["ObjectId"];
            /** @description The contract; an account on NEAR. */
            contractAddress: components["schemas"]["Address"];
            abiFunctionSignature: components["schemas"]["AbiFunctionSignature"];
            abiParameters?: components["schemas"]["AbiParameterList"];
        };
        /** @description What a read-only call returned. */
        ContractView: {
            /** @description The decoded value: numbers as decimal strings, booleans as `true` and `false`, text, addresses and bytes as strings, arrays, and several return values, as arrays. */
            result: unknown;
        };
        /** @description The outcome of one read-only call. */
        ContractViewResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["ContractView"];
        };
        /** @description One transaction. */
        TransactionResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["Transaction"];
        };
        /**
         * @description A note that the customer is shown beside what is signed. It is not signed itself.
         * @example Sign in to Example
         */
        Memo: string;
        /** @description A request for a signature over a message. */
        SignMessageRequest: {
            /** @description The wallet that signs. It must be the customer's. */
            walletId: components["schemas"]["ObjectId"];
            /** @description The message as text, or its bytes as `0x` and hex when `encodedByHex` is true. Bytes that are a text are shown in both forms. */
            message: string;
            /**
             * @description Whether `message` is hexadecimal bytes rather than text.
             * @default false
             */
            encodedByHex?: boolean;
            memo?: components["schemas"]["Memo"];
            redirectUrl: components["schemas"]["ReturnUrl"];
            state?: components["schemas"]["State"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description A request for a signature over EIP-712 typed data. */
        SignTypedDataRequest: {
            /** @description The wallet that signs, on an EVM chain. It must be the customer's. */
            walletId: components["schemas"]["ObjectId"];
            /** @description The typed data as a JSON string, with `types`, `primaryType`, `domain` and `message` and nothing else. `types` may leave `EIP712Domain` out; it is then made of the fields that `domain` has. Every value must fit its type and every member must have one. A type cannot hold itself, and there can be 190 values at most, so that a customer sees all. Write whole numbers in decimal, as strings or as JSON numbers. */
            typedData: string;
            memo?: components["schemas"]["Memo"];
            redirectUrl: components["schemas"]["ReturnUrl"];
            state?: components["schemas"]["State"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description A request for a signed transaction, which you send to the chain yourself. Give exactly one of `rawTransaction` and `transaction`; both, or neither, is refused with `validation_failed`. */
        SignTransactionRequest: {
            /** @description The wallet that signs. It must be the customer's. */
            walletId: components["schemas"]["ObjectId"];
            /** @description The unsigned transaction, serialized: `0x` and hex on EVM chains (EIP-1559, EIP-2930, or EIP-155 with the chain's id); Base64 of the message on Solana, of the borsh bytes on NEAR, of the PSBT on Bitcoin. A PSBT must spend coins of the wallet and no others, and have 95 outputs at most. On Solana and NEAR the wallet must be the only one that signs, and everything must be there to be shown: a Solana message with address lookup tables is refused. */
            rawTransaction?: string;
            /** @description The transaction as a JSON string; what it leaves out is filled in. EVM takes `to`, `value` (in wei), `data`, `gasLimit`, `feeLevel`, `nonce`, `maxFeePerGas` and `maxPriorityFeePerGas`, and `from` and `chainId`, which must be the wallet's; without `to` it creates a contract; Solana `to`, `amount` (in SOL, a number or decimal text) and `feeLevel`; NEAR `signerId`, `receiverId` and `actions`, each with a `type` and `params`: `Transfer` with `amount`, and `FunctionCall` with `methodName`, `args`, `gas` and `deposit` (amounts in yoctoNEAR, as text). Any other field is refused: it would not be signed. */
            transaction?: string;
            memo?: components["schemas"]["Memo"];
            redirectUrl: components["schemas"]["ReturnUrl"];
            state?: components["schemas"]["State"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description A request for a signature over a NEAR delegate action (NEP-366), for a relayer to send. */
        SignDelegateActionRequest: {
            /** @description The wallet that signs, on NEAR. It must be the customer's. */
            walletId: components["schemas"]["ObjectId"];
            /** @description The borsh bytes of the delegate action, in Base64, with or without the tag of NEP-461 before them. */
            unsignedDelegateAction: string;
            memo?: components["schemas"]["Memo"];
            redirectUrl: components["schemas"]["ReturnUrl"];
            state?: components["schemas"]["State"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description One page of challenges. */
        ChallengeListResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            /** @description The items of this page. */
            data: components["schemas"]["Challenge"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description One page of tokens. */
        TokenListResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            /** @description The items of this page. */
            data: components["schemas"]["Token"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A token to be known to your organization. */
        AddTokenRequest: {
            /** @description The chain. */
            blockchain: components["schemas"]["Blockchain"];
            standard: components["schemas"]["TokenStandard"];
            /** @description The token's symbol. */
            symbol: string;
            /** @description The token's name; the symbol if left out. */
            name?: components["schemas"]["DisplayName"];
            /** @description The token's contract or mint. Needed for every standard but `native`. */
            address?: components["schemas"]["Address"];
            /**
             * Format: int32
             * @description How many decimals an amount has. Needed for `erc20`; 0 for a token that cannot be divided.
             */
            decimals?: number;
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description One token. */
        TokenResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["Token"];
        };
        /** @description What was removed. */
        RemovedResource: {
            /** @description The id of what was removed. */
            id: components["schemas"]["ObjectId"];
        };
        /** @description What was removed. */
        RemovedResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["RemovedResource"];
        };
        /** @description Which chains and standards a token can have. With `blockchain`, `standard` and `address` in the query, also what is known of that one token. */
        TokenMetadata: {
            /** @description The ids of the chains that are enabled. */
            chains: components["schemas"]["Blockchain"][];
            /** @description The standards that tokens can have. */
            standards: components["schemas"]["TokenStandard"][];
            /** @description The name of the token that was asked for. */
            name?: components["schemas"]["DisplayName"];
            /** @description The symbol of the token that was asked for. */
            symbol?: string;
            /**
             * Format: int32
             * @description The decimals of the token that was asked for.
             */
            decimals?: number;
        };
        /** @description What tokens can be. */
        TokenMetadataResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["TokenMetadata"];
        };
        /** @description The Gateway page, one self-contained HTML document that is the same for every challenge. */
        GatewayDocument: string;
        /**
         * @description What the user has to do to approve the challenge. It decides the form the page shows and the body the approval takes: `set-pin` for the task `initialize`, `set-recovery` for `recovery`, `change-pin` for `update-pin`, `reset-pin` for `reset-pin`, and `confirm` for every other task.
         * @example set-pin
         * @enum {string}
         */
        GatewayAction: "set-pin" | "set-recovery" | "change-pin" | "reset-pin" | "confirm";
        /** @description The customer whose approval is asked. */
        GatewayCustomer: {
            /** @description The name of the customer, so that a user with several profiles knows which one this is. */
            name: components["schemas"]["DisplayName"];
        };
        /** @description The application that made the challenge. */
        GatewayApplication: {
            /**
             * Format: uri
             * @description The origin that the browser returns to, which the page shows so that the user knows who is asking.
             * @example https://app.example.com
             */
            origin: string;
        };
        /** @description How the page is dressed for the organization. */
        GatewayBranding: {
            /**
             * @description The name in the head of the page.
             * @example Example Wallet
             */
            name: string;
            /**
             * @description The accent colour, as a hexadecimal RGB value.
             * @example #2f5bea
             */
            color: string;
            /**
             * @description The logo, as a `data:` URI of a PNG or SVG image, so that the page asks no third party for it.
             * @example data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA4IDgiPjxjaXJjbGUgY3g9IjQiIGN5PSI0IiByPSI0Ii8+PC9zdmc+
             */
            logo?: string;
        };
        /** @description How a secret is derived from a PIN, or from the answers to the security questions, before it leaves the browser (RFC 9106). */
        KeyDerivation: {
            /**
             * @description The function.
             * @constant
             */
            algorithm: "argon2id";
            /**
             * Format: int32
             * @description The version of the function; 19 is version 1.3.
             * @example 19
             */
            version: number;
            /**
             * Format: int32
             * @description The memory it takes, in KiB.
             * @example 65536
             */
            memoryKiB: number;
            /**
             * Format: int32
             * @description The passes over the memory.
             * @example 3
             */
            passes: number;
            /**
             * Format: int32
             * @description The lanes computed side by side.
             * @example 1
             */
            lanes: number;
            /**
             * Format: int32
             * @description The length of the secret in bytes.
             * @example 32
             */
            hashLength: number;
        };
        /**
         * @description A salt of 16 random bytes in base64, drawn by the page when the secret is set and handed back to it whenever the secret has to be derived again.
         * @example 7vnMGXVWvw+LKC/ZK3ovXQ==
         */
        Salt: string;
        /** @description What the page needs to turn a PIN into a sealed secret. */
        GatewayPin: {
            /** @description The public key of Node 1 for this customer, RSA with 2,048 bits, as a PEM text (SPKI). */
            publicKey: string;
            kdf: components["schemas"]["KeyDerivation"];
            /** @description The salt of the PIN, when one is set. */
            salt?: components["schemas"]["Salt"];
        };
        /**
         * @description The name of a security question of the catalogue. The catalogue may grow, so accept a value that you do not know.
         * @example first-pet
         */
        SecurityQuestionId: "first-pet" | "birth-city" | "first-school" | "mother-maiden-name" | "childhood-street" | "first-car" | "favourite-teacher" | "first-concert" | string;
        /** @description A security question as the user reads it. */
        SecurityQuestion: {
            questionId: components["schemas"]["SecurityQuestionId"];
            /**
             * @description The question, in words.
             * @example What was the name of your first pet?
             */
            text: string;
        };
        /**
         * @description An e-mail address of which enough is hidden that only its owner recognises it.
         * @example a**@example.com
         */
        MaskedEmail: string;
        /** @description The recovery methods on offer, and what is known of the one that is set up. */
        GatewayRecovery: {
            /** @description The methods the user may set up. */
            methods: components["schemas"]["RecoveryMethod"][];
            /** @description Whether the user has to set a method up now, because the same approval makes wallets. Absent where it may wait. */
            required?: boolean;
            /** @description The method that is set up, when there is one. */
            method?: components["schemas"]["RecoveryMethod"];
            /** @description The questions to choose from. */
            questionCatalogue: components["schemas"]["SecurityQuestion"][];
            /** @description The two questions that were chosen, when the method is `questions`. */
            questions?: components["schemas"]["SecurityQuestion"][];
            /** @description The salt of the answers, when the method is `questions`. */
            salt?: components["schemas"]["Salt"];
            /** @description The address that recovery codes go to, when the method is `email`. */
            email?: components["schemas"]["MaskedEmail"];
        };
        /**
         * Format: uri
         * @description The return URL of the application with `challengeId`, `status`, `state`, `timestamp` and `signature` added to its query.
         * @example https://app.example.com/wallet?step=verify&challengeId=6999f8b0b1c2d3e4f5a60711&status=verified&state=af0ifjsldkj&timestamp=1772442150&signature=f5cb643ce50b4fa91c6bb01b205680c86af2186ab03882080f30911b00a642ff
         */
        SignedReturnUrl: string;
        /** @description A challenge as the Gateway page needs it, with everything the user is shown and everything the page needs to seal a PIN. */
        GatewayChallenge: {
            /** @description The challenge. */
            challengeId: components["schemas"]["ObjectId"];
            task: components["schemas"]["ChallengeTask"];
            action: components["schemas"]["GatewayAction"];
            status: components["schemas"]["ChallengeStatus"];
            /** @description When the challenge expires, or expired. */
            expiresAt: components["schemas"]["Timestamp"];
            /** @description The time on the server, by which the page corrects a wrong clock before it dates a sealed secret or counts down. */
            serverTime: components["schemas"]["Timestamp"];
            /**
             * Format: int32
             * @description How many wrong PINs are left before the customer is locked.
             * @example 5
             */
            attemptsRemaining: number;
            /** @description When the customer can try again, while they are locked. */
            lockedUntil?: components["schemas"]["Timestamp"];
            customer: components["schemas"]["GatewayCustomer"];
            application: components["schemas"]["GatewayApplication"];
            branding: components["schemas"]["GatewayBranding"];
            display: components["schemas"]["ChallengeDisplay"];
            pin: components["schemas"]["GatewayPin"];
            recovery: components["schemas"]["GatewayRecovery"];
            /** @description Where the browser goes back to, once the challenge is finished. */
            returnUrl?: components["schemas"]["SignedReturnUrl"];
            failure?: components["schemas"]["ChallengeFailure"];
        };
        /** @description The answer that carries what the page shows. */
        GatewayChallengeResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["GatewayChallenge"];
        };
        /**
         * Format: email
         * @description An e-mail address.
         * @example ada@example.com
         */
        EmailAddress: string;
        /** @description Asks for a recovery code by e-mail. */
        StartEmailRecovery: {
            /**
             * @description Always `email`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "email";
            /** @description The address to set up, needed with the actions `set-pin` and `set-recovery`. With `reset-pin` it is left out, because the code goes to the address that is set up. */
            email?: components["schemas"]["EmailAddress"];
        };
        /** @description Asks for the security questions that the user has to answer. Setting questions up needs no start. */
        StartQuestionsRecovery: {
            /**
             * @description Always `questions`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "questions";
        };
        /** @description The recovery method that the user wants to use. */
        StartGatewayRecoveryRequest: components["schemas"]["StartEmailRecovery"] | components["schemas"]["StartQuestionsRecovery"];
        /** @description A code was sent. */
        StartedEmailRecovery: {
            /**
             * @description Always `email`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "email";
            /** @description The address that the code went to. */
            email: components["schemas"]["MaskedEmail"];
            /** @description When the code expires, ten minutes after it was sent. */
            expiresAt: components["schemas"]["Timestamp"];
        };
        /** @description The questions that were chosen when recovery was set up. */
        StartedQuestionsRecovery: {
            /**
             * @description Always `questions`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "questions";
            /** @description The two questions, in the order in which their answers are hashed. */
            questions: components["schemas"]["SecurityQuestion"][];
            /** @description The salt of the answers. */
            salt: components["schemas"]["Salt"];
        };
        /** @description What the user has to answer. */
        GatewayRecoveryStart: components["schemas"]["StartedEmailRecovery"] | components["schemas"]["StartedQuestionsRecovery"];
        /** @description The answer that says how to go on with the recovery. */
        GatewayRecoveryStartResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["GatewayRecoveryStart"];
        };
        /**
         * @description The six digits of a recovery e-mail.
         * @example 481516
         */
        RecoveryCode: string;
        /** @description The code that came by e-mail. */
        CheckEmailRecovery: {
            /**
             * @description Always `email`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "email";
            code: components["schemas"]["RecoveryCode"];
        };
        /**
         * @description A secret that only Node 1 can open: the base64 text of an RSA-OAEP-256 ciphertext under the public key of the customer. The plaintext is the compact JSON text `{"secret":"<64 hex>","context":"pin","challengeId":"<id>","timestamp":<Unix milliseconds>}`. `context` is `pin` for the current PIN, `new-pin` for a PIN that is being set, and `answers` for the answers to the security questions. A sealed secret is good for five minutes, for one challenge, and once.
         * @example T7KhZIuWAWXIRg/50lD33FPnVEc8VqOOXVuRyxEMgh0PuGY5SqTHdcy81+yN+9uhTxiIrwIWfiD0NhS61TsnlF5hwp5L/5YapSfXXD85n4dBeoObepUqEN4Aj9XeprkzLV9wFJjlmAmFq29UDEKR86ILqYVcHqVwZH7Py3uhVGZ7t7GvpT7+TRqL0nxt6zdYxkjxbzojt4Tlse8ry4oUb5e+2MM6PvGMPTPQqTV8bUlbb0YSuOPYMUO1LFfoGOr6AjriKesAvNF6L10WLpwYb9iE1FcO/BuWruuVuDBqCud4bDRZAkfkBHjKTWuPPlYFLCQxrLuVrGj+Sn6NRfehPQ==
         */
        SealedSecret: string;
        /** @description The answers to the security questions, derived and sealed. */
        CheckQuestionsRecovery: {
            /**
             * @description Always `questions`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "questions";
            /** @description The secret of the answers, sealed with the context `answers`. */
            sealedSecret: components["schemas"]["SealedSecret"];
        };
        /** @description The user's answer to the recovery that was started. */
        CheckGatewayRecoveryRequest: components["schemas"]["CheckEmailRecovery"] | components["schemas"]["CheckQuestionsRecovery"];
        /** @description The result of a recovery check that succeeded. */
        GatewayRecoveryCheck: {
            method: components["schemas"]["RecoveryMethod"];
            /** @description Always true, because a check that fails is an error. */
            verified: true;
        };
        /** @description The answer to a recovery check. */
        GatewayRecoveryCheckResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["GatewayRecoveryCheck"];
        };
        /** @description A PIN that is being set, derived and sealed, with the salt that was drawn for it. */
        NewPinSecret: {
            /** @description The secret of the new PIN, sealed with the context `new-pin`. */
            sealedSecret: components["schemas"]["SealedSecret"];
            /** @description The salt that the page drew for the new PIN. */
            salt: components["schemas"]["Salt"];
        };
        /** @description A security question that the user has chosen to answer. */
        SecurityQuestionChoice: {
            questionId: components["schemas"]["SecurityQuestionId"];
        };
        /** @description Recovery by two security questions. Each answer is normalised (NFKC, trimmed, case-folded, inner spaces collapsed), and the secret is derived from the JSON text of the list of both, in the order of `questions`. */
        QuestionsRecoverySetup: {
            /**
             * @description Always `questions`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "questions";
            /** @description The two questions that the user chose, which must differ. */
            questions: components["schemas"]["SecurityQuestionChoice"][];
            /** @description The salt that the page drew for the answers. */
            salt: components["schemas"]["Salt"];
            /** @description The secret of the answers, sealed with the context `answers`. */
            sealedSecret: components["schemas"]["SealedSecret"];
        };
        /** @description Recovery by e-mail, to an address whose code was checked before in the same challenge. */
        EmailRecoverySetup: {
            /**
             * @description Always `email`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "email";
            /** @description The address that was checked. */
            email: components["schemas"]["EmailAddress"];
        };
        /** @description No recovery for now. The application asks for it later, and wallets cannot be created before. An approval that makes wallets too is refused with `recovery_not_set`. */
        NoRecoverySetup: {
            /**
             * @description Always `none`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "none";
        };
        /** @description The recovery method that the user sets up together with a first PIN, or none for now. */
        RecoverySetup: components["schemas"]["QuestionsRecoverySetup"] | components["schemas"]["EmailRecoverySetup"] | components["schemas"]["NoRecoverySetup"];
        /** @description Sets the first PIN, for the task `initialize`. */
        SetPinApproval: {
            /**
             * @description Always `set-pin`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "set-pin";
            newPin: components["schemas"]["NewPinSecret"];
            recovery: components["schemas"]["RecoverySetup"];
        };
        /** @description The current PIN of the customer, derived and sealed. */
        PinSecret: {
            /** @description The secret of the current PIN, sealed with the context `pin`. */
            sealedSecret: components["schemas"]["SealedSecret"];
        };
        /** @description The recovery method that the user sets up, where setting one up is the whole point. */
        RequiredRecoverySetup: components["schemas"]["QuestionsRecoverySetup"] | components["schemas"]["EmailRecoverySetup"];
        /** @description Sets up or replaces the recovery method, for the task `recovery`. */
        SetRecoveryApproval: {
            /**
             * @description Always `set-recovery`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "set-recovery";
            pin: components["schemas"]["PinSecret"];
            recovery: components["schemas"]["RequiredRecoverySetup"];
        };
        /** @description Replaces a known PIN, for the task `update-pin`. */
        ChangePinApproval: {
            /**
             * @description Always `change-pin`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "change-pin";
            pin: components["schemas"]["PinSecret"];
            newPin: components["schemas"]["NewPinSecret"];
        };
        /** @description The answers to the security questions, derived and sealed once more. */
        QuestionsRecoveryProof: {
            /**
             * @description Always `questions`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "questions";
            /** @description The secret of the answers, sealed anew with the context `answers`. */
            sealedSecret: components["schemas"]["SealedSecret"];
        };
        /** @description The code by e-mail, which was checked before in the same challenge. */
        EmailRecoveryProof: {
            /**
             * @description Always `email`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "email";
        };
        /** @description The proof that the user may set a new PIN without the old one. */
        RecoveryProof: components["schemas"]["QuestionsRecoveryProof"] | components["schemas"]["EmailRecoveryProof"];
        /** @description Replaces a forgotten PIN, for the task `reset-pin`. */
        ResetPinApproval: {
            /**
             * @description Always `reset-pin`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "reset-pin";
            recovery: components["schemas"]["RecoveryProof"];
            newPin: components["schemas"]["NewPinSecret"];
        };
        /** @description Confirms what the page shows with the current PIN, for every other task. */
        ConfirmApproval: {
            /**
             * @description Always `confirm`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "confirm";
            pin: components["schemas"]["PinSecret"];
        };
        /** @description The user's approval. Its `action` is the one that the challenge asks for. */
        ApproveGatewayChallengeRequest: components["schemas"]["SetPinApproval"] | components["schemas"]["SetRecoveryApproval"] | components["schemas"]["ChangePinApproval"] | components["schemas"]["ResetPinApproval"] | components["schemas"]["ConfirmApproval"];
        /** @description The exported private keys, which only this answer carries and nothing stores. */
        GatewayExport: {
            /**
             * @description The name under which the page offers the file.
             * @example planbok-keys-6999f8aea74a2b1bd8855b89.csv
             */
            fileName: string;
            /** @description The file as text: a line with the customer, the header `Address,Private Key,Blockchain,Derivation Path,Key Type`, and one row a wallet; no rows for a customer without wallets. The line with the customer is in quotes (RFC 4180) when the name or the reference has a comma, a semicolon or a quote in it. */
            csv: string;
        };
        /** @description How the challenge ended, and where the browser goes next. */
        GatewayOutcome: {
            /** @description The challenge. */
            challengeId: components["schemas"]["ObjectId"];
            status: components["schemas"]["ChallengeStatus"];
            returnUrl: components["schemas"]["SignedReturnUrl"];
            failure?: components["schemas"]["ChallengeFailure"];
            export?: components["schemas"]["GatewayExport"];
        };
        /** @description The answer to an approval or a rejection. */
        GatewayOutcomeResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["GatewayOutcome"];
        };
        /**
         * Format: uri
         * @description Where events are posted to: `https`, or `http` on a loopback host; no credentials, no fragment.
         * @example https://api.example.com/webhooks/planbok
         */
        WebhookUrl: string;
        /**
         * @description A note of yours on what the endpoint is for.
         * @example Ledger of the payments team
         */
        WebhookDescription: string;
        /**
         * @description An event to be told of, or `*` for all of them, also those that do not exist yet. More events may come; accept values that you do not know.
         * @example transaction.confirmed
         */
        WebhookSubscription: "*" | "transaction.created" | "transaction.signed" | "transaction.broadcast" | "transaction.confirmed" | "transaction.failed" | "transaction.accelerated" | "transaction.cancelled" | "wallet.created" | "customer.created" | "customer.pin_setup" | "customer.locked_out" | "customer.recovery_initiated" | "customer.recovery_completed" | "challenge.completed" | string;
        /** @description The events that are delivered, or `*` alone for all. */
        WebhookSubscriptionList: components["schemas"]["WebhookSubscription"][];
        /**
         * @description `active`, or `disabled`: what is pending is given up, nothing is delivered but pings and redeliveries that you ask for, and what happens meanwhile is not made up for later.
         * @example active
         * @enum {string}
         */
        WebhookEndpointStatus: "active" | "disabled";
        /**
         * @description Why the endpoint is disabled: you asked for it (`requested`), or it answered 410 (`gone`). More may come; accept values that you do not know.
         * @example gone
         */
        WebhookDisabledReason: "requested" | "gone" | string;
        /**
         * @description The end of the secret, to tell one from another. A secret that was given at the start of the mock is any text: when it is shorter than 16 characters, its end is left out.
         * @example whsec_...f077
         */
        WebhookSecretHint: string;
        /** @description A URL of yours that events are delivered to. */
        WebhookEndpoint: {
            /** @description The endpoint's id. */
            id: components["schemas"]["ObjectId"];
            url: components["schemas"]["WebhookUrl"];
            description?: components["schemas"]["WebhookDescription"];
            events: components["schemas"]["WebhookSubscriptionList"];
            status: components["schemas"]["WebhookEndpointStatus"];
            disabledReason?: components["schemas"]["WebhookDisabledReason"];
            secretHint: components["schemas"]["WebhookSecretHint"];
            /** @description Until when the secret before this one signs too. Absent when there is none. */
            previousSecretExpiresAt?: components["schemas"]["Timestamp"];
            /** @description When the endpoint was created. */
            createdAt: components["schemas"]["Timestamp"];
            /** @description When the endpoint was last changed. */
            updatedAt: components["schemas"]["Timestamp"];
        };
        /** @description One page of webhook endpoints. */
        WebhookEndpointListResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            /** @description The items of this page. */
            data: components["schemas"]["WebhookEndpoint"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A new endpoint. */
        CreateWebhookEndpointRequest: {
            url: components["schemas"]["WebhookUrl"];
            description?: components["schemas"]["WebhookDescription"];
            /** @description The events to deliver. All of them when left out. */
            events?: components["schemas"]["WebhookSubscriptionList"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /**
         * @description The key of the signatures, used as UTF-8 text with its prefix. It is shown once: store it where only your backend reads it.
         * @example whsec_fdeb004d2cc54a30b45fe0befd8b0595cca83094c62873ccfe903b78d553f077
         */
        WebhookSecret: string;
        /** @description A new endpoint with its secret, which is shown this once. */
        NewWebhookEndpoint: {
            /** @description The endpoint's id. */
            id: components["schemas"]["ObjectId"];
            url: components["schemas"]["WebhookUrl"];
            description?: components["schemas"]["WebhookDescription"];
            events: components["schemas"]["WebhookSubscriptionList"];
            status: components["schemas"]["WebhookEndpointStatus"];
            disabledReason?: components["schemas"]["WebhookDisabledReason"];
            secret: components["schemas"]["WebhookSecret"];
            secretHint: components["schemas"]["WebhookSecretHint"];
            /** @description Until when the secret before this one signs too. Absent when there is none. */
            previousSecretExpiresAt?: components["schemas"]["Timestamp"];
            /** @description When the endpoint was created. */
            createdAt: components["schemas"]["Timestamp"];
            /** @description When the endpoint was last changed. */
            updatedAt: components["schemas"]["Timestamp"];
        };
        /** @description A new webhook endpoint. */
        NewWebhookEndpointResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["NewWebhookEndpoint"];
        };
        /** @description One webhook endpoint. */
        WebhookEndpointResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["WebhookEndpoint"];
        };
        /** @description What to change of an endpoint. What is left out stays as it is. */
        UpdateWebhookEndpointRequest: {
            url?: components["schemas"]["WebhookUrl"];
            description?: components["schemas"]["WebhookDescription"];
            events?: components["schemas"]["WebhookSubscriptionList"];
            status?: components["schemas"]["WebhookEndpointStatus"];
        };
        /**
         * @description The event's id, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
         * @example evt_6999fb2fd4e3b65f8ca2e004
         */
        WebhookEventId: string;
        /**
         * @description What happened. More events may come; accept, and ignore, values that you do not know.
         * @example transaction.confirmed
         */
        WebhookEventType: "transaction.created" | "transaction.signed" | "transaction.broadcast" | "transaction.confirmed" | "transaction.failed" | "transaction.accelerated" | "transaction.cancelled" | "wallet.created" | "customer.created" | "customer.pin_setup" | "customer.locked_out" | "customer.recovery_initiated" | "customer.recovery_completed" | "challenge.completed" | "webhook_endpoint.pinged" | string;
        /**
         * @description `pending` until an attempt is answered with 2xx (`succeeded`), or until the last attempt, or a 410, has failed, or the endpoint is disabled (`failed`). More may come; accept values that you do not know.
         * @example succeeded
         */
        WebhookDeliveryStatus: "pending" | "succeeded" | "failed" | string;
        /** @description The delivery of one event to one endpoint. */
        WebhookDelivery: {
            /** @description The delivery's id. */
            id: components["schemas"]["ObjectId"];
            /** @description The endpoint. */
            webhookEndpointId: components["schemas"]["ObjectId"];
            eventId: components["schemas"]["WebhookEventId"];
            event: components["schemas"]["WebhookEventType"];
            status: components["schemas"]["WebhookDeliveryStatus"];
            /**
             * Format: int32
             * @description How many attempts were made.
             */
            attemptCount: number;
            /** @description When the next attempt is due, while the delivery is pending. Absent while it waits for an earlier event of the same resource. */
            nextAttemptAt?: components["schemas"]["Timestamp"];
            /**
             * Format: int32
             * @description The HTTP status of the last answer. Absent when there was none.
             */
            responseStatus?: number;
            /** @description When the event happened. */
            createdAt: components["schemas"]["Timestamp"];
            /** @description When the delivery succeeded or was given up. */
            completedAt?: components["schemas"]["Timestamp"];
        };
        /** @description One delivery. */
        WebhookDeliveryResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["WebhookDelivery"];
        };
        /** @description How to change over to the new secret. */
        RotateWebhookSecretRequest: {
            /**
             * Format: int32
             * @description How long the old secret signs too, a day unless told otherwise. 0 when it has leaked.
             * @default 86400
             */
            overlapSeconds?: number;
        };
        /** @description The new secret of an endpoint, which is shown this once. */
        RotatedWebhookSecret: {
            /** @description The endpoint's id. */
            id: components["schemas"]["ObjectId"];
            secret: components["schemas"]["WebhookSecret"];
            secretHint: components["schemas"]["WebhookSecretHint"];
            /** @description Until when the secret before this one signs too, in `X-Webhook-Signature-Previous`. Absent without an overlap. */
            previousSecretExpiresAt?: components["schemas"]["Timestamp"];
        };
        /** @description The new secret of a webhook endpoint. */
        RotatedWebhookSecretResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["RotatedWebhookSecret"];
        };
        /** @description One page of deliveries. */
        WebhookDeliveryListResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            /** @description The items of this page. */
            data: components["schemas"]["WebhookDelivery"][];
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * @description Why the attempt was made: by the schedule, or because you asked for a redelivery. More may come; accept values that you do not know.
         * @example schedule
         */
        WebhookAttemptTrigger: "schedule" | "redelivery" | string;
        /**
         * @description Why an attempt failed: no answer within 10 seconds (`timeout`), no connection (`connection_failed`), an answer that is not 2xx (`status`), or a redirect, which is not followed (`redirect`). More may come; accept values that you do not know.
         * @example timeout
         */
        WebhookAttemptError: "timeout" | "connection_failed" | "status" | "redirect" | string;
        /** @description One attempt to deliver an event. */
        WebhookDeliveryAttempt: {
            /**
             * Format: int32
             * @description Which attempt this is, from 1.
             */
            number: number;
            trigger: components["schemas"]["WebhookAttemptTrigger"];
            /** @description Where it was posted to. */
            url: components["schemas"]["WebhookUrl"];
            /** @description When it was sent. */
            attemptedAt: components["schemas"]["Timestamp"];
            /** @description When it was answered. Absent when it was not. */
            answeredAt?: components["schemas"]["Timestamp"];
            /**
             * Format: int32
             * @description The HTTP status of the answer. Absent when there was none.
             */
            responseStatus?: number;
            /** @description The first 1,000 characters of the answer. */
            responseBody?: string;
            error?: components["schemas"]["WebhookAttemptError"];
        };
        /** @description The delivery of one event to one endpoint, with what was sent and what came of it. */
        WebhookDeliveryDetail: {
            /** @description The delivery's id. */
            id: components["schemas"]["ObjectId"];
            /** @description The endpoint. */
            webhookEndpointId: components["schemas"]["ObjectId"];
            eventId: components["schemas"]["WebhookEventId"];
            event: components["schemas"]["WebhookEventType"];
            status: components["schemas"]["WebhookDeliveryStatus"];
            /**
             * Format: int32
             * @description How many attempts were made.
             */
            attemptCount: number;
            /** @description When the next attempt is due, while the delivery is pending. Absent while it waits for an earlier event of the same resource. */
            nextAttemptAt?: components["schemas"]["Timestamp"];
            /**
             * Format: int32
             * @description The HTTP status of the last answer. Absent when there was none.
             */
            responseStatus?: number;
            /** @description When the event happened. */
            createdAt: components["schemas"]["Timestamp"];
            /** @description When the delivery succeeded or was given up. */
            completedAt?: components["schemas"]["Timestamp"];
            /** @description What was sent, to the byte, as the signature covers it. Parse it as one of the events. */
            body: string;
            /** @description The last 100 attempts, the earliest first. */
            attempts: components["schemas"]["WebhookDeliveryAttempt"][];
        };
        /** @description One delivery with its attempts. */
        WebhookDeliveryDetailResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["WebhookDeliveryDetail"];
        };
        /**
         * @description A PIN of six digits. Only the Sandbox takes one in the clear.
         * @example 739164
         */
        SandboxPin: string;
        /** @description The answer to one security question, in the clear. */
        SandboxAnswer: {
            questionId: components["schemas"]["SecurityQuestionId"];
            /** @description The answer, which is normalised as the page does it. */
            answer: string;
        };
        /** @description Recovery by two security questions. */
        SandboxQuestionsRecovery: {
            /**
             * @description Always `questions`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "questions";
            /** @description The two answers. When a PIN is reset, they are those that were set up, in any order. */
            answers: components["schemas"]["SandboxAnswer"][];
        };
        /** @description Recovery by e-mail. The code is taken from the mailbox. */
        SandboxEmailRecovery: {
            /**
             * @description Always `email`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "email";
            /** @description The address that is set up, or by which the PIN is reset. */
            email: components["schemas"]["EmailAddress"];
        };
        /** @description No recovery for now, for the task `initialize` alone. */
        SandboxNoRecovery: {
            /**
             * @description Always `none`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "none";
        };
        /** @description The recovery method that is set up, or the answers by which a PIN is reset. */
        SandboxRecovery: components["schemas"]["SandboxQuestionsRecovery"] | components["schemas"]["SandboxEmailRecovery"] | components["schemas"]["SandboxNoRecovery"];
        /** @description What the user would enter on the page. */
        SandboxApprovalRequest: {
            /** @description The PIN that is set when the task is `initialize` or `reset-pin`, and the current PIN otherwise. */
            pin: components["schemas"]["SandboxPin"];
            /** @description The new PIN. Needed when the task is `update-pin`; with `reset-pin` it is set in place of `pin`. */
            newPin?: components["schemas"]["SandboxPin"];
            recovery?: components["schemas"]["SandboxRecovery"];
        };
        /** @description The clock of the mock. */
        SandboxClock: {
            /** @description What time it is. */
            now: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description How far the clock has been moved forward.
             */
            offsetSeconds: number;
        };
        /** @description The clock. */
        SandboxClockResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["SandboxClock"];
        };
        /** @description How far the clock is moved. */
        AdvanceSandboxClockRequest: {
            /**
             * Format: int32
             * @description How many seconds forward, a year at most.
             */
            seconds: number;
        };
        /** @description A gift to a wallet. */
        FundSandboxWalletRequest: {
            /** @description The token. The native one of the chain when left out. */
            tokenId?: components["schemas"]["ObjectId"];
            /** @description How much, in human units. */
            amount: components["schemas"]["DecimalAmount"];
            /** @description Which token of a collection; it is made for the wallet. NFTs only, where the amount is the number of tokens with this id: `1`, but for `erc1155`. */
            nftTokenId?: string;
        };
        /** @description One balance. */
        BalanceResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["Balance"];
        };
        /**
         * @description The status that the transaction is moved on to.
         * @example confirmed
         * @enum {string}
         */
        SandboxTransactionTarget: "signed" | "broadcast" | "confirmed" | "failed";
        /** @description How far a transaction is moved on. */
        AdvanceSandboxTransactionRequest: {
            to: components["schemas"]["SandboxTransactionTarget"];
        };
        /** @description A mail that the recovery service would have sent. */
        SandboxEmail: {
            /** @description The mail's id. */
            id: components["schemas"]["ObjectId"];
            /** @description Who it is for. */
            to: components["schemas"]["EmailAddress"];
            /** @description The subject. */
            subject: string;
            /** @description The text. */
            text: string;
            /** @description The code in the text, when there is one. */
            code?: components["schemas"]["RecoveryCode"];
            /** @description The challenge it belongs to. */
            challengeId: components["schemas"]["ObjectId"];
            /** @description The customer it belongs to. */
            customerId: components["schemas"]["ObjectId"];
            /** @description When it was sent. */
            createdAt: components["schemas"]["Timestamp"];
            /** @description When the code expires. */
            expiresAt: components["schemas"]["Timestamp"];
        };
        /** @description One page of mails. */
        SandboxEmailListResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            /** @description The items of this page. */
            data: components["schemas"]["SandboxEmail"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description One page of deliveries with their attempts. */
        WebhookDeliveryDetailListResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            /** @description The items of this page. */
            data: components["schemas"]["WebhookDeliveryDetail"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description The state after a reset. */
        SandboxReset: {
            /** @description Always `true`. */
            reset: true;
            clock: components["schemas"]["SandboxClock"];
        };
        /** @description The state after a reset. */
        SandboxResetResponse: {
            success: components["schemas"]["SuccessFlag"];
            status: components["schemas"]["HttpStatus"];
            message: components["schemas"]["ResponseMessage"];
            data: components["schemas"]["SandboxReset"];
        };
        /**
         * @description The text `sha256=` and 64 lower-case hexadecimal digits.
         * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
         */
        WebhookSignatureValue: string;
        /**
         * @description A key of this event, the same in every delivery of it, to every endpoint.
         * @example 457de75127ce5e7986d8faadf31a2d772c14292bd7d64a7265c6ede9d4d5a45d
         */
        WebhookIdempotencyKey: string;
        /** @description What an event tells of a transaction. Read the transaction for the rest. */
        TransactionEventData: {
            /** @description The transaction. */
            transactionId: components["schemas"]["ObjectId"];
            status: components["schemas"]["TransactionStatus"];
            operation: components["schemas"]["TransactionOperation"];
            /** @description The chain. */
            blockchain: components["schemas"]["Blockchain"];
            /** @description The wallet. */
            walletId: components["schemas"]["ObjectId"];
            /** @description The customer whose wallet it is. */
            customerId: components["schemas"]["ObjectId"];
            /** @description The challenge by which the customer approved it. */
            challengeId?: components["schemas"]["ObjectId"];
            /** @description Your own reference, if you gave one. */
            refId?: components["schemas"]["RefId"];
            /** @description The chain's hash, the same as `transactionHash`. Absent until it is signed. */
            txHash?: components["schemas"]["TransactionHash"];
            /** @description The chain's hash. Absent until it is signed. */
            transactionHash?: components["schemas"]["TransactionHash"];
            /** @description The transaction that replaced this one, when it was accelerated or cancelled. */
            replacedBy?: components["schemas"]["ObjectId"];
            failure?: components["schemas"]["TransactionFailure"];
        };
        /** @description A transaction was built and waits for its signature. */
        TransactionCreatedEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "transaction.created";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["TransactionEventData"];
        };
        /** @description Your answer to an event. It is stored for the log, and not looked at. */
        WebhookReceipt: {
            /** @description Always `true`. */
            received: true;
        };
        /** @description The two nodes have signed a transaction. */
        TransactionSignedEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "transaction.signed";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["TransactionEventData"];
        };
        /** @description A transaction was sent to the chain. */
        TransactionBroadcastEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "transaction.broadcast";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["TransactionEventData"];
        };
        /** @description A transaction got into a block. */
        TransactionConfirmedEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "transaction.confirmed";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["TransactionEventData"];
        };
        /** @description A transaction was refused or reverted; `failure` tells why. */
        TransactionFailedEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "transaction.failed";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["TransactionEventData"];
        };
        /** @description A transaction was replaced by one that pays more; `replacedBy` is the new one. */
        TransactionAcceleratedEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "transaction.accelerated";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["TransactionEventData"];
        };
        /** @description A transaction was replaced by one that does nothing; `replacedBy` is the new one. */
        TransactionCancelledEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "transaction.cancelled";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["TransactionEventData"];
        };
        /** @description What an event tells of a wallet. */
        WalletEventData: {
            /** @description The wallet. */
            walletId: components["schemas"]["ObjectId"];
            /** @description The customer whose wallet it is. */
            customerId: components["schemas"]["ObjectId"];
            /** @description The chain. */
            blockchain: components["schemas"]["Blockchain"];
            /** @description The address. */
            address: components["schemas"]["Address"];
            /** @description The name you gave it. */
            name?: components["schemas"]["DisplayName"];
            /** @description Your own reference, if you gave one. */
            refId?: components["schemas"]["RefId"];
            /** @description The challenge by which it was made. */
            challengeId?: components["schemas"]["ObjectId"];
        };
        /** @description A wallet was made. One event comes for each wallet. */
        WalletCreatedEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "wallet.created";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["WalletEventData"];
        };
        /** @description What the event tells of a new customer. */
        CustomerCreatedEventData: {
            /** @description The customer. */
            customerId: components["schemas"]["ObjectId"];
            /** @description The customer's name. */
            name: components["schemas"]["DisplayName"];
            /** @description Your own id of this user, if you gave one. */
            refId?: components["schemas"]["RefId"];
        };
        /** @description A customer was created. */
        CustomerCreatedEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "customer.created";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["CustomerCreatedEventData"];
        };
        /** @description What the event tells of a first PIN. */
        CustomerPinSetupEventData: {
            /** @description The customer. */
            customerId: components["schemas"]["ObjectId"];
            /** @description Your own id of this user, if you gave one. */
            refId?: components["schemas"]["RefId"];
            /** @description The challenge in which it happened. */
            challengeId: components["schemas"]["ObjectId"];
            /** @description Whether a recovery method was set up as well. Without one no wallet can be created. */
            hasRecovery: boolean;
        };
        /** @description A customer has set a first PIN. */
        CustomerPinSetupEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "customer.pin_setup";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["CustomerPinSetupEventData"];
        };
        /** @description What the event tells of a locked customer. */
        CustomerLockedOutEventData: {
            /** @description The customer. */
            customerId: components["schemas"]["ObjectId"];
            /** @description Your own id of this user, if you gave one. */
            refId?: components["schemas"]["RefId"];
            /** @description The challenge in which it happened. */
            challengeId: components["schemas"]["ObjectId"];
            /** @description Until when the customer is locked. */
            lockedUntil: components["schemas"]["Timestamp"];
        };
        /** @description A customer was locked after five wrong PINs in a row. */
        CustomerLockedOutEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "customer.locked_out";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["CustomerLockedOutEventData"];
        };
        /** @description What an event tells of a recovery. */
        CustomerRecoveryEventData: {
            /** @description The customer. */
            customerId: components["schemas"]["ObjectId"];
            /** @description Your own id of this user, if you gave one. */
            refId?: components["schemas"]["RefId"];
            /** @description The challenge in which it happened. */
            challengeId: components["schemas"]["ObjectId"];
            method: components["schemas"]["RecoveryMethod"];
        };
        /** @description A customer who has forgotten the PIN has started a recovery. If it was not they, warn them. It comes once for a challenge, when the user asks for a code or for the questions. */
        CustomerRecoveryInitiatedEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "customer.recovery_initiated";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["CustomerRecoveryEventData"];
        };
        /** @description A customer has set a new PIN by recovery. */
        CustomerRecoveryCompletedEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "customer.recovery_completed";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["CustomerRecoveryEventData"];
        };
        /** @description What the event tells of a finished challenge. */
        ChallengeCompletedEventData: {
            /** @description The challenge. */
            challengeId: components["schemas"]["ObjectId"];
            /** @description The customer who was asked. */
            customerId: components["schemas"]["ObjectId"];
            task: components["schemas"]["ChallengeTask"];
            status: components["schemas"]["ChallengeStatus"];
            state?: components["schemas"]["State"];
            result?: components["schemas"]["ChallengeResult"];
            failure?: components["schemas"]["ChallengeFailure"];
        };
        /** @description A challenge is finished, verified or failed. `result` or `failure` tells the rest. */
        ChallengeCompletedEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "challenge.completed";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["ChallengeCompletedEventData"];
        };
        /** @description What a ping tells. */
        WebhookEndpointPingedEventData: {
            /** @description The endpoint that you pinged. */
            webhookEndpointId: components["schemas"]["ObjectId"];
        };
        /** @description You asked for a ping. It comes whatever events the endpoint has subscribed to. */
        WebhookEndpointPingedEvent: {
            /**
             * @description The event.
             * @constant
             */
            event: "webhook_endpoint.pinged";
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            idempotencyKey: components["schemas"]["WebhookIdempotencyKey"];
            data: components["schemas"]["WebhookEndpointPingedEventData"];
        };
    };
    responses: {
        /** @description The request does not match the contract. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There were too many calls. Wait as long as `Retry-After` says, then back off exponentially. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Something failed on our side. */
        InternalError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The API key is not valid. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The API key is missing. */
        ForbiddenRead: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The request does not match the contract. */
        BadRequestBody: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The API key is missing, or may only read. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The idempotency key was used for another request, or its first request is still running. */
        IdempotencyConflict: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The body is larger than 1 MiB. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The body is not declared as JSON. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such customer. */
        CustomerNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The customer is locked after five wrong PINs in a row. */
        CustomerLocked: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such wallet. */
        WalletNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such transaction. */
        TransactionNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such customer or challenge. */
        CustomerChallengeNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such token. */
        TokenNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The Gateway token is missing, wrong, or that of another challenge. */
        GatewayUnauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The call came from a page of another origin. Only the Gateway's own page may call. */
        GatewayForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such challenge, or it was pruned. */
        ChallengeNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The challenge is finished. */
        ChallengeFinished: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such webhook endpoint. */
        WebhookEndpointNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such webhook endpoint, or no such delivery to it. */
        WebhookDeliveryNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The event is taken in. Any 2xx does. */
        WebhookReceived: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookReceipt"];
            };
        };
        /** @description The signature is missing or wrong, or the timestamp is too old. The delivery is repeated. */
        WebhookRefused: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Nobody listens here any more. The delivery fails and the endpoint is disabled. */
        WebhookGone: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The receiver is busy. The delivery is repeated, not before `Retry-After` if there is one. */
        WebhookBusy: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The receiver failed. The delivery is repeated. */
        WebhookBroken: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /**
         * @description Your own id for this request. It comes back in the answer and stands in the logs.
         * @example req_6999f9b0b1c2d3e4
         */
        RequestIdHeader: components["schemas"]["RequestId"];
        /**
         * @description Which page of the list, from 1.
         * @example 1
         */
        Page: number;
        /**
         * @description How many items a page has.
         * @example 10
         */
        Limit: number;
        /**
         * @description The order by time of creation; `desc` begins with the newest. Upper case is accepted.
         * @example desc
         */
        Order: "asc" | "desc" | "ASC" | "DESC";
        /**
         * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
         * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
         */
        IdempotencyKeyHeader: components["schemas"]["IdempotencyKey"];
        /**
         * @description The customer's id.
         * @example 6999f8aea74a2b1bd8855b89
         */
        CustomerId: components["schemas"]["ObjectId"];
        /**
         * @description Only what is on this chain.
         * @example ETH-SEPOLIA
         */
        BlockchainFilter: components["schemas"]["Blockchain"];
        /**
         * @description Only what belongs to these customers, at most 100 ids with commas between them.
         * @example 6999f8aea74a2b1bd8855b89
         */
        CustomerIdsFilter: string;
        /**
         * @description Only what belongs to this customer.
         * @example 6999f8aea74a2b1bd8855b89
         */
        CustomerIdFilter: components["schemas"]["ObjectId"];
        /**
         * @description Accepted, and without effect. Customers' wallets count as part of every wallet set.
         * @example 6999f000a74a2b1bd8850001
         */
        WalletSetIdFilter: string;
        /**
         * @description The same as `walletSetId`.
         * @example 6999f000a74a2b1bd8850001
         */
        WalletSetFilter: string;
        /**
         * @description Only what has this address.
         * @example 0x919538116b4F25f1CE01429fd9Ed7964556bf565
         */
        AddressFilter: components["schemas"]["Address"];
        /**
         * @description Only what has this reference of yours.
         * @example user-1001
         */
        RefIdFilter: components["schemas"]["RefId"];
        /**
         * @description The wallet's id.
         * @example 6999fa10c3d2a54e7b91f001
         */
        WalletId: components["schemas"]["ObjectId"];
        /**
         * @description The transaction's id.
         * @example 6999fb20d4e3b65f8ca20001
         */
        TransactionId: components["schemas"]["ObjectId"];
        /**
         * @description Only those of these wallets, by their ids with commas between.
         * @example 6999fa10c3d2a54e7b91f001,6999fa10c3d2a54e7b91f002
         */
        WalletIdsFilter: string;
        /**
         * @description Only those of this wallet.
         * @example 6999fa10c3d2a54e7b91f001
         */
        WalletIdFilter: components["schemas"]["ObjectId"];
        /**
         * @description Only those that do this.
         * @example transfer
         */
        OperationFilter: components["schemas"]["TransactionOperation"];
        /**
         * @description Does the same as `operation`, for programs that use this name.
         * @example transfer
         */
        TypeFilter: components["schemas"]["TransactionOperation"];
        /**
         * @description Only those with this status.
         * @example confirmed
         */
        TransactionStatusFilter: components["schemas"]["TransactionStatus"];
        /**
         * @description Only the one with this hash.
         * @example 0x3346ab94ded697fbcc0ff67d0e3ed833dd7b287196eeb4b0b010dd40de8dcc36
         */
        TransactionHashFilter: components["schemas"]["TransactionHash"];
        /**
         * @description Only those that call this contract.
         * @example 0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238
         */
        ContractAddressFilter: components["schemas"]["Address"];
        /**
         * @description Only those that pay this address.
         * @example 0x70997970C51812dc3A010C7d01b50e0d17dc79C8
         */
        DestinationAddressFilter: components["schemas"]["Address"];
        /**
         * @description Only those in which this is the name, the address or the id of the wallet, the id of the token, or the hash. A part of a name is enough.
         * @example Savings
         */
        SearchFilter: string;
        /**
         * @description Only those approved by a customer, or by the organization.
         * @example customer
         */
        ControllerFilter: components["schemas"]["TransactionController"];
        /**
         * @description Only challenges in this state.
         * @example pending
         */
        ChallengeStatusFilter: components["schemas"]["ChallengeStatus"];
        /**
         * @description Only challenges for this task.
         * @example create-wallet
         */
        ChallengeTaskFilter: components["schemas"]["ChallengeTask"];
        /**
         * @description The challenge's id.
         * @example 6999f9b0b1c2d3e4f5a60718
         */
        ChallengeId: components["schemas"]["ObjectId"];
        /**
         * @description Only tokens of this standard.
         * @example erc20
         */
        StandardFilter: components["schemas"]["TokenStandard"];
        /**
         * @description The token's id.
         * @example 69e2e1e44a8ad620582b4cee
         */
        TokenId: components["schemas"]["ObjectId"];
        /**
         * @description The token's contract or mint.
         * @example 0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238
         */
        TokenAddressFilter: components["schemas"]["Address"];
        /**
         * @description The challenge's id. The page takes any text, so that a mangled link is explained by the page and not by an error text.
         * @example 6999f9b0b1c2d3e4f5a60718
         */
        GatewayLinkId: string;
        /**
         * @description The webhook endpoint's id.
         * @example 6999fc30e5f4c7609db31001
         */
        WebhookEndpointId: components["schemas"]["ObjectId"];
        /**
         * @description Only deliveries of this event.
         * @example transaction.confirmed
         */
        WebhookEventFilter: components["schemas"]["WebhookEventType"];
        /**
         * @description Only deliveries with this status.
         * @example failed
         */
        WebhookDeliveryStatusFilter: components["schemas"]["WebhookDeliveryStatus"];
        /**
         * @description The delivery's id.
         * @example 6999fd40f605d871aec40001
         */
        DeliveryId: components["schemas"]["ObjectId"];
        /**
         * @description Only mails to this address.
         * @example ada@example.com
         */
        EmailRecipientFilter: components["schemas"]["EmailAddress"];
        /**
         * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
         * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
         */
        XWebhookSignature: components["schemas"]["WebhookSignatureValue"];
        /**
         * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
         * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
         */
        XWebhookSignaturePrevious: components["schemas"]["WebhookSignatureValue"];
        /**
         * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
         * @example 1772442655
         */
        XWebhookTimestamp: components["schemas"]["UnixSeconds"];
        /**
         * @description What happened, the same as the body's `event`.
         * @example transaction.confirmed
         */
        XWebhookEvent: components["schemas"]["WebhookEventType"];
        /**
         * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
         * @example evt_6999fb2fd4e3b65f8ca2e004
         */
        XWebhookId: components["schemas"]["WebhookEventId"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description The id of this request, as you sent it or as the service made it. Quote it when you ask for help.
         * @example req_6999f9b0b1c2d3e4
         */
        XRequestId: components["schemas"]["RequestId"];
        /**
         * @description How many whole seconds to wait before the next attempt.
         * @example 30
         */
        RetryAfter: number;
        /**
         * @description Present, and `true`, when this is the stored answer of an earlier call with the same idempotency key.
         * @example true
         */
        IdempotentReplayed: "true";
        /**
         * @description The page's policy. It allows the page's own script and style by their hashes, calls to its own origin, images in `data:` URIs, and nothing else: no frame may hold the page, and no form may leave it.
         * @example default-src 'none'; script-src 'sha256-C8nyRLaO51FuyPFYtzG7+0arnUuc5rTE6sYTOFjYLxM=' 'wasm-unsafe-eval'; style-src 'sha256-1aRp+FBx4xBmdwXAjBUlF7jOKw6nZ4wCdJMBdCvsJjE='; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
         */
        ContentSecurityPolicy: string;
        /**
         * @description Always `no-referrer`, so that the link is told to no other site.
         * @example no-referrer
         */
        ReferrerPolicy: "no-referrer";
        /**
         * @description Always `nosniff`.
         * @example nosniff
         */
        XContentTypeOptions: "nosniff";
        /**
         * @description Always `same-origin`, so that the page that opened this one has no handle on it.
         * @example same-origin
         */
        CrossOriginOpenerPolicy: "same-origin";
        /**
         * @description Always `no-store`, because nothing here may stay on a shared machine.
         * @example no-store
         */
        CacheControl: "no-store";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service works. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    listChains: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All chains. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /**
                 * @description Which page of the list, from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many items a page has.
                 * @example 10
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The order by time of creation; `desc` begins with the newest. Upper case is accepted.
                 * @example desc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of customers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    createCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The new customer. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCustomerRequest"];
            };
        };
        responses: {
            /** @description The customer. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerResponse"];
                };
            };
            400: components["responses"]["BadRequestBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            404: components["responses"]["CustomerNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    updateCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCustomerRequest"];
            };
        };
        responses: {
            /** @description The customer after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerResponse"];
                };
            };
            400: components["responses"]["BadRequestBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomerNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getCustomerPublicKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The public key. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicKeyResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            404: components["responses"]["CustomerNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    initializeCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /** @description Where to send the browser back, and what to make at once. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitializeRequest"];
            };
        };
        responses: {
            /** @description The challenge. Send the customer's browser to its `redirectUrl`. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomerNotFound"];
            /** @description The customer's state forbids the call, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    setUpRecovery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /** @description Where to send the browser back. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChallengeRequest"];
            };
        };
        responses: {
            /** @description The challenge. Send the customer's browser to its `redirectUrl`. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomerNotFound"];
            /** @description The customer's state forbids the call, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    changePin: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /** @description Where to send the browser back. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChallengeRequest"];
            };
        };
        responses: {
            /** @description The challenge. Send the customer's browser to its `redirectUrl`. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomerNotFound"];
            /** @description The customer's state forbids the call, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    resetPin: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /** @description Where to send the browser back. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChallengeRequest"];
            };
        };
        responses: {
            /** @description The challenge. Send the customer's browser to its `redirectUrl`. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomerNotFound"];
            /** @description The customer's state forbids the call, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    exportPrivateKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /** @description Where to send the browser back. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChallengeRequest"];
            };
        };
        responses: {
            /** @description The challenge. Send the customer's browser to its `redirectUrl`. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomerNotFound"];
            /** @description The customer's state forbids the call, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    createWallets: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /** @description The chains, and where to send the browser back. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWalletRequest"];
            };
        };
        responses: {
            /** @description The challenge. Send the customer's browser to its `redirectUrl`. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomerNotFound"];
            /** @description The customer's state forbids the call, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    listWallets: {
        parameters: {
            query?: {
                /**
                 * @description Only what is on this chain.
                 * @example ETH-SEPOLIA
                 */
                blockchain?: components["parameters"]["BlockchainFilter"];
                /**
                 * @description Only what belongs to these customers, at most 100 ids with commas between them.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerIds?: components["parameters"]["CustomerIdsFilter"];
                /**
                 * @description Only what belongs to this customer.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId?: components["parameters"]["CustomerIdFilter"];
                /**
                 * @description Accepted, and without effect. Customers' wallets count as part of every wallet set.
                 * @example 6999f000a74a2b1bd8850001
                 */
                walletSetId?: components["parameters"]["WalletSetIdFilter"];
                /**
                 * @description The same as `walletSetId`.
                 * @example 6999f000a74a2b1bd8850001
                 */
                walletSet?: components["parameters"]["WalletSetFilter"];
                /**
                 * @description Only what has this address.
                 * @example 0x919538116b4F25f1CE01429fd9Ed7964556bf565
                 */
                address?: components["parameters"]["AddressFilter"];
                /**
                 * @description Only what has this reference of yours.
                 * @example user-1001
                 */
                refId?: components["parameters"]["RefIdFilter"];
                /**
                 * @description Which page of the list, from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many items a page has.
                 * @example 10
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The order by time of creation; `desc` begins with the newest. Upper case is accepted.
                 * @example desc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of wallets. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    validateAddress: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The text and the chain. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidateAddressRequest"];
            };
        };
        responses: {
            /** @description Whether it is an address. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressValidityResponse"];
                };
            };
            /** @description The request does not match the contract, or the chain is unknown. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getWallet: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The wallet's id.
                 * @example 6999fa10c3d2a54e7b91f001
                 */
                walletId: components["parameters"]["WalletId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The wallet. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            404: components["responses"]["WalletNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    updateWalletMetadata: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The wallet's id.
                 * @example 6999fa10c3d2a54e7b91f001
                 */
                walletId: components["parameters"]["WalletId"];
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWalletRequest"];
            };
        };
        responses: {
            /** @description The wallet after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletResponse"];
                };
            };
            400: components["responses"]["BadRequestBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WalletNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    updateWallet: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The wallet's id.
                 * @example 6999fa10c3d2a54e7b91f001
                 */
                walletId: components["parameters"]["WalletId"];
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWalletRequest"];
            };
        };
        responses: {
            /** @description The wallet after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletResponse"];
                };
            };
            400: components["responses"]["BadRequestBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WalletNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    listWalletBalances: {
        parameters: {
            query?: {
                /**
                 * @description Which page of the list, from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many items a page has.
                 * @example 10
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The order by time of creation; `desc` begins with the newest. Upper case is accepted.
                 * @example desc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The wallet's id.
                 * @example 6999fa10c3d2a54e7b91f001
                 */
                walletId: components["parameters"]["WalletId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of balances. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalanceListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            404: components["responses"]["WalletNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    createTransfer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferRequest"];
            };
        };
        responses: {
            /** @description The challenge. Send the customer's browser to its `redirectUrl`. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such customer, wallet or token. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The customer's state forbids the call, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description There is too little money for it. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    createContractExecution: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractExecutionRequest"];
            };
        };
        responses: {
            /** @description The challenge. Send the customer's browser to its `redirectUrl`. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such customer or wallet. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The customer's state forbids the call, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description There is too little money, or the contract refuses the call. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    cancelTransaction: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description The transaction's id.
                 * @example 6999fb20d4e3b65f8ca20001
                 */
                transactionId: components["parameters"]["TransactionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionReplacementRequest"];
            };
        };
        responses: {
            /** @description The challenge. Send the customer's browser to its `redirectUrl`. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such customer or transaction. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The customer's or the transaction's state forbids the call, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description There is too little money for it. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    accelerateTransaction: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description The transaction's id.
                 * @example 6999fb20d4e3b65f8ca20001
                 */
                transactionId: components["parameters"]["TransactionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionReplacementRequest"];
            };
        };
        responses: {
            /** @description The challenge. Send the customer's browser to its `redirectUrl`. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such customer or transaction. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The customer's or the transaction's state forbids the call, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description There is too little money for it. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /**
                 * @description Only those of these wallets, by their ids with commas between.
                 * @example 6999fa10c3d2a54e7b91f001,6999fa10c3d2a54e7b91f002
                 */
                walletIds?: components["parameters"]["WalletIdsFilter"];
                /**
                 * @description Only those of this wallet.
                 * @example 6999fa10c3d2a54e7b91f001
                 */
                walletId?: components["parameters"]["WalletIdFilter"];
                /**
                 * @description Only those that do this.
                 * @example transfer
                 */
                operation?: components["parameters"]["OperationFilter"];
                /**
                 * @description Does the same as `operation`, for programs that use this name.
                 * @example transfer
                 */
                type?: components["parameters"]["TypeFilter"];
                /**
                 * @description Only those with this status.
                 * @example confirmed
                 */
                status?: components["parameters"]["TransactionStatusFilter"];
                /**
                 * @description Only the one with this hash.
                 * @example 0x3346ab94ded697fbcc0ff67d0e3ed833dd7b287196eeb4b0b010dd40de8dcc36
                 */
                txHash?: components["parameters"]["TransactionHashFilter"];
                /**
                 * @description Only what has this reference of yours.
                 * @example user-1001
                 */
                refId?: components["parameters"]["RefIdFilter"];
                /**
                 * @description Only those that call this contract.
                 * @example 0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238
                 */
                contractAddress?: components["parameters"]["ContractAddressFilter"];
                /**
                 * @description Only those that pay this address.
                 * @example 0x70997970C51812dc3A010C7d01b50e0d17dc79C8
                 */
                destinationAddress?: components["parameters"]["DestinationAddressFilter"];
                /**
                 * @description Only those in which this is the name, the address or the id of the wallet, the id of the token, or the hash. A part of a name is enough.
                 * @example Savings
                 */
                search?: components["parameters"]["SearchFilter"];
                /**
                 * @description Only what is on this chain.
                 * @example ETH-SEPOLIA
                 */
                blockchain?: components["parameters"]["BlockchainFilter"];
                /**
                 * @description Only those approved by a customer, or by the organization.
                 * @example customer
                 */
                controller?: components["parameters"]["ControllerFilter"];
                /**
                 * @description Which page of the list, from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many items a page has.
                 * @example 10
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The order by time of creation; `desc` begins with the newest. Upper case is accepted.
                 * @example desc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of transactions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    estimateTransferFee: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstimateTransferFeeRequest"];
            };
        };
        responses: {
            /** @description The fee at each level. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeeEstimateResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such wallet or token. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    estimateContractExecutionFee: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstimateContractExecutionFeeRequest"];
            };
        };
        responses: {
            /** @description The fee at each level. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeeEstimateResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WalletNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description The contract refuses the call. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    callContractView: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractViewRequest"];
            };
        };
        responses: {
            /** @description What the function returned. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractViewResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WalletNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description The contract refuses the call. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    validateTransactionAddress: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The text and the chain. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidateAddressRequest"];
            };
        };
        responses: {
            /** @description Whether it is an address. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressValidityResponse"];
                };
            };
            /** @description The request does not match the contract, or the chain is unknown. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getTransaction: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The transaction's id.
                 * @example 6999fb20d4e3b65f8ca20001
                 */
                transactionId: components["parameters"]["TransactionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transaction. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            404: components["responses"]["TransactionNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    estimateTransferFeeBeta: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstimateTransferFeeRequest"];
            };
        };
        responses: {
            /** @description The fee at each level. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeeEstimateResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such wallet or token. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    estimateContractExecutionFeeBeta: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstimateContractExecutionFeeRequest"];
            };
        };
        responses: {
            /** @description The fee at each level. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeeEstimateResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WalletNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description The contract refuses the call. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    signMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignMessageRequest"];
            };
        };
        responses: {
            /** @description The challenge. Send the customer's browser to its `redirectUrl`. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such customer or wallet. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The customer's state forbids the call, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    signTypedData: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignTypedDataRequest"];
            };
        };
        responses: {
            /** @description The challenge. Send the customer's browser to its `redirectUrl`. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such customer or wallet. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The customer's state forbids the call, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    signTransaction: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignTransactionRequest"];
            };
        };
        responses: {
            /** @description The challenge. Send the customer's browser to its `redirectUrl`. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such customer or wallet. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The customer's state forbids the call, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    signDelegateAction: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignDelegateActionRequest"];
            };
        };
        responses: {
            /** @description The challenge. Send the customer's browser to its `redirectUrl`. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or cannot be carried out. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such customer or wallet. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The customer's state forbids the call, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    listChallenges: {
        parameters: {
            query?: {
                /**
                 * @description Only challenges in this state.
                 * @example pending
                 */
                status?: components["parameters"]["ChallengeStatusFilter"];
                /**
                 * @description Only challenges for this task.
                 * @example create-wallet
                 */
                task?: components["parameters"]["ChallengeTaskFilter"];
                /**
                 * @description Which page of the list, from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many items a page has.
                 * @example 10
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The order by time of creation; `desc` begins with the newest. Upper case is accepted.
                 * @example desc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of challenges. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            404: components["responses"]["CustomerNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getChallenge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            404: components["responses"]["CustomerChallengeNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    cancelChallenge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The customer's id.
                 * @example 6999f8aea74a2b1bd8855b89
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomerChallengeNotFound"];
            /** @description The challenge is finished already. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /**
                 * @description Only what is on this chain.
                 * @example ETH-SEPOLIA
                 */
                blockchain?: components["parameters"]["BlockchainFilter"];
                /**
                 * @description Only tokens of this standard.
                 * @example erc20
                 */
                standard?: components["parameters"]["StandardFilter"];
                /**
                 * @description Which page of the list, from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many items a page has.
                 * @example 10
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The order by time of creation; `desc` begins with the newest. Upper case is accepted.
                 * @example desc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of tokens. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    addToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The token. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTokenRequest"];
            };
        };
        responses: {
            /** @description The token. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            /** @description The request does not match the contract, or the token cannot be on that chain. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The token is there already, or the idempotency key is taken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The token's id.
                 * @example 69e2e1e44a8ad620582b4cee
                 */
                tokenId: components["parameters"]["TokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            404: components["responses"]["TokenNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    removeToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The token's id.
                 * @example 69e2e1e44a8ad620582b4cee
                 */
                tokenId: components["parameters"]["TokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is removed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TokenNotFound"];
            /** @description The token is a native one. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getTokenMetadata: {
        parameters: {
            query?: {
                /**
                 * @description Only what is on this chain.
                 * @example ETH-SEPOLIA
                 */
                blockchain?: components["parameters"]["BlockchainFilter"];
                /**
                 * @description Only tokens of this standard.
                 * @example erc20
                 */
                standard?: components["parameters"]["StandardFilter"];
                /**
                 * @description The token's contract or mint.
                 * @example 0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238
                 */
                address?: components["parameters"]["TokenAddressFilter"];
            };
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What tokens can be. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenMetadataResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            404: components["responses"]["TokenNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    openGatewayPage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The challenge's id. The page takes any text, so that a mangled link is explained by the page and not by an error text.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["GatewayLinkId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                    "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                    "X-Content-Type-Options": components["headers"]["XContentTypeOptions"];
                    "Cross-Origin-Opener-Policy": components["headers"]["CrossOriginOpenerPolicy"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["GatewayDocument"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getGatewayChallenge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayChallengeResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["GatewayUnauthorized"];
            403: components["responses"]["GatewayForbidden"];
            404: components["responses"]["ChallengeNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    startGatewayRecovery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        /** @description The method to start. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartGatewayRecoveryRequest"];
            };
        };
        responses: {
            /** @description What the user has to answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayRecoveryStartResponse"];
                };
            };
            400: components["responses"]["BadRequestBody"];
            401: components["responses"]["GatewayUnauthorized"];
            403: components["responses"]["GatewayForbidden"];
            404: components["responses"]["ChallengeNotFound"];
            /** @description The challenge is finished, or this recovery method is not set up. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    checkGatewayRecovery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        /** @description The code, or the sealed answers. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckGatewayRecoveryRequest"];
            };
        };
        responses: {
            /** @description The answer is right. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayRecoveryCheckResponse"];
                };
            };
            /** @description The request does not match the contract, or the sealed secret cannot be used. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description The code or the answers are wrong, or the call came from a page of another origin. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            404: components["responses"]["ChallengeNotFound"];
            /** @description The challenge is finished, there is no code to check, or the sealed secret was used before. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    approveGatewayChallenge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        /** @description The approval, in the form that the challenge asks for. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveGatewayChallengeRequest"];
            };
        };
        responses: {
            /** @description How the challenge ended. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayOutcomeResponse"];
                };
            };
            /** @description The request does not match the contract or the challenge, or the sealed secret cannot be used. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description The PIN or the answers are wrong, or the call came from a page of another origin. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            404: components["responses"]["ChallengeNotFound"];
            /** @description The challenge is finished, the recovery is not in order, or the sealed secret was used before. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description There is too little money for it by now. The challenge stays pending, to be approved once there is. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    rejectGatewayChallenge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the challenge ended. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayOutcomeResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["GatewayUnauthorized"];
            403: components["responses"]["GatewayForbidden"];
            404: components["responses"]["ChallengeNotFound"];
            409: components["responses"]["ChallengeFinished"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /**
                 * @description Which page of the list, from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many items a page has.
                 * @example 10
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of endpoints. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
                /**
                 * @description A UUID of your own for this request; the same as the body's `idempotencyKey`, of which one is enough. A repetition with the same key and body gives the first answer again, for 24 hours.
                 * @example 0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The endpoint. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookEndpointRequest"];
            };
        };
        responses: {
            /** @description The endpoint with its secret. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhookEndpointResponse"];
                };
            };
            /** @description The request does not match the contract, or the URL is not allowed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id.
                 * @example 6999fc30e5f4c7609db31001
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            404: components["responses"]["WebhookEndpointNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id.
                 * @example 6999fc30e5f4c7609db31001
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint is deleted. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhookEndpointNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id.
                 * @example 6999fc30e5f4c7609db31001
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWebhookEndpointRequest"];
            };
        };
        responses: {
            /** @description The endpoint after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointResponse"];
                };
            };
            /** @description The request does not match the contract, or the URL is not allowed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhookEndpointNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    pingWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id.
                 * @example 6999fc30e5f4c7609db31001
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ping is on its way. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhookEndpointNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id.
                 * @example 6999fc30e5f4c7609db31001
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        /** @description How to change over. An empty object will do. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateWebhookSecretRequest"];
            };
        };
        responses: {
            /** @description The new secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedWebhookSecretResponse"];
                };
            };
            400: components["responses"]["BadRequestBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhookEndpointNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /**
                 * @description Only deliveries of this event.
                 * @example transaction.confirmed
                 */
                event?: components["parameters"]["WebhookEventFilter"];
                /**
                 * @description Only deliveries with this status.
                 * @example failed
                 */
                status?: components["parameters"]["WebhookDeliveryStatusFilter"];
                /**
                 * @description Which page of the list, from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many items a page has.
                 * @example 10
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The order by time of creation; `desc` begins with the newest. Upper case is accepted.
                 * @example desc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id.
                 * @example 6999fc30e5f4c7609db31001
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of deliveries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            404: components["responses"]["WebhookEndpointNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id.
                 * @example 6999fc30e5f4c7609db31001
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
                /**
                 * @description The delivery's id.
                 * @example 6999fd40f605d871aec40001
                 */
                deliveryId: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDetailResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            404: components["responses"]["WebhookDeliveryNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id.
                 * @example 6999fc30e5f4c7609db31001
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
                /**
                 * @description The delivery's id.
                 * @example 6999fd40f605d871aec40001
                 */
                deliveryId: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event is on its way. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhookDeliveryNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    approveSandboxChallenge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        /** @description What the user would enter. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxApprovalRequest"];
            };
        };
        responses: {
            /** @description The challenge, finished. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            /** @description The request does not match the contract, or the PIN is too easy to guess. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The API key is missing or read-only, or the PIN or the answers are wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            404: components["responses"]["ChallengeNotFound"];
            /** @description The challenge is finished, or there is no recovery to reset the PIN by. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description There is too little money for it by now. The challenge stays pending, to be approved once there is. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            423: components["responses"]["CustomerLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    rejectSandboxChallenge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge, failed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ChallengeNotFound"];
            409: components["responses"]["ChallengeFinished"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    expireSandboxChallenge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The challenge's id.
                 * @example 6999f9b0b1c2d3e4f5a60718
                 */
                challengeId: components["parameters"]["ChallengeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge, failed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ChallengeNotFound"];
            409: components["responses"]["ChallengeFinished"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getSandboxClock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxClockResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    advanceSandboxClock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description How far. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvanceSandboxClockRequest"];
            };
        };
        responses: {
            /** @description The clock after the move. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxClockResponse"];
                };
            };
            400: components["responses"]["BadRequestBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    fundSandboxWallet: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The wallet's id.
                 * @example 6999fa10c3d2a54e7b91f001
                 */
                walletId: components["parameters"]["WalletId"];
            };
            cookie?: never;
        };
        /** @description How much of what. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FundSandboxWalletRequest"];
            };
        };
        responses: {
            /** @description The balance after the gift. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalanceResponse"];
                };
            };
            /** @description The request does not match the contract, or the amount or the token does not fit. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such wallet or token. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    advanceSandboxTransaction: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path: {
                /**
                 * @description The transaction's id.
                 * @example 6999fb20d4e3b65f8ca20001
                 */
                transactionId: components["parameters"]["TransactionId"];
            };
            cookie?: never;
        };
        /** @description How far. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvanceSandboxTransactionRequest"];
            };
        };
        responses: {
            /** @description The transaction after the move. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionResponse"];
                };
            };
            400: components["responses"]["BadRequestBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TransactionNotFound"];
            /** @description The transaction is finished, or as far as that already, or another one of its wallet goes before it. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    listSandboxEmails: {
        parameters: {
            query?: {
                /**
                 * @description Only mails to this address.
                 * @example ada@example.com
                 */
                to?: components["parameters"]["EmailRecipientFilter"];
                /**
                 * @description Which page of the list, from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many items a page has.
                 * @example 10
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of mails. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxEmailListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    listSandboxWebhookDeliveries: {
        parameters: {
            query?: {
                /**
                 * @description Only deliveries of this event.
                 * @example transaction.confirmed
                 */
                event?: components["parameters"]["WebhookEventFilter"];
                /**
                 * @description Only deliveries with this status.
                 * @example failed
                 */
                status?: components["parameters"]["WebhookDeliveryStatusFilter"];
                /**
                 * @description Which page of the list, from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many items a page has.
                 * @example 10
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The order by time of creation; `desc` begins with the newest. Upper case is accepted.
                 * @example desc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of deliveries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDetailListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenRead"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    resetSandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id for this request. It comes back in the answer and stands in the logs.
                 * @example req_6999f9b0b1c2d3e4
                 */
                "X-Request-Id"?: components["parameters"]["RequestIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All is as it was at the start. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxResetResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    onTransactionCreated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionCreatedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
    onTransactionSigned: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionSignedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
    onTransactionBroadcast: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionBroadcastEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
    onTransactionConfirmed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionConfirmedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
    onTransactionFailed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionFailedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
    onTransactionAccelerated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionAcceleratedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
    onTransactionCancelled: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionCancelledEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
    onWalletCreated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalletCreatedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
    onCustomerCreated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerCreatedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
    onCustomerPinSetup: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerPinSetupEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
    onCustomerLockedOut: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerLockedOutEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
    onCustomerRecoveryInitiated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerRecoveryInitiatedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
    onCustomerRecoveryCompleted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerRecoveryCompletedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
    onChallengeCompleted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChallengeCompletedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
    onWebhookEndpointPinged: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the HMAC-SHA256, with the secret of the endpoint, of `<X-Webhook-Timestamp>.<raw body>`. Compute it over the bytes as they came, and compare in constant time.
                 * @example sha256=095bbfd82f1d610c98625302ebe4922c76bcd10e090cc3a3cae2c74c13da34c2
                 */
                "X-Webhook-Signature": components["parameters"]["XWebhookSignature"];
                /**
                 * @description The same with the secret before, as long as the overlap of a rotation lasts. Accept either. Absent otherwise.
                 * @example sha256=a94cc0fd4d1be01c2b9b1ca3abdb6884b5cbcd5813630e8d14b0c5f96d0423ee
                 */
                "X-Webhook-Signature-Previous"?: components["parameters"]["XWebhookSignaturePrevious"];
                /**
                 * @description When this attempt was signed, in Unix seconds of the real time, wherever the Sandbox clock stands. Refuse one that is more than 300 seconds off.
                 * @example 1772442655
                 */
                "X-Webhook-Timestamp": components["parameters"]["XWebhookTimestamp"];
                /**
                 * @description What happened, the same as the body's `event`.
                 * @example transaction.confirmed
                 */
                "X-Webhook-Event": components["parameters"]["XWebhookEvent"];
                /**
                 * @description The id of the event, the same in every attempt and redelivery. Remember it, and do nothing when it comes again.
                 * @example evt_6999fb2fd4e3b65f8ca2e004
                 */
                "X-Webhook-Id": components["parameters"]["XWebhookId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event, as compact JSON. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointPingedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookRefused"];
            410: components["responses"]["WebhookGone"];
            429: components["responses"]["WebhookBusy"];
            500: components["responses"]["WebhookBroken"];
        };
    };
}
export interface openEnums {
    ErrorCode: "validation_failed" | "malformed_json" | "malformed_url" | "redirect_url_not_allowed" | "unsupported_blockchain" | "unsupported_operation" | "address_invalid" | "amount_invalid" | "typed_data_invalid" | "message_invalid" | "transaction_invalid" | "delegate_action_invalid" | "abi_invalid" | "webhook_url_not_allowed" | "pin_too_weak" | "secret_invalid" | "secret_expired" | "api_key_invalid" | "gateway_token_invalid" | "api_key_missing" | "api_key_read_only" | "origin_not_allowed" | "pin_incorrect" | "recovery_code_incorrect" | "recovery_answers_incorrect" | "route_not_found" | "customer_not_found" | "challenge_not_found" | "wallet_not_found" | "transaction_not_found" | "token_not_found" | "webhook_endpoint_not_found" | "webhook_delivery_not_found" | "method_not_allowed" | "idempotency_conflict" | "idempotency_in_progress" | "pin_not_set" | "pin_already_set" | "recovery_not_set" | "recovery_not_verified" | "recovery_code_expired" | "challenge_not_pending" | "challenge_expired" | "secret_replayed" | "token_already_registered" | "token_not_removable" | "transaction_not_replaceable" | "transaction_not_advanceable" | "payload_too_large" | "unsupported_media_type" | "insufficient_funds" | "contract_call_reverted" | "customer_locked" | "rate_limited" | "internal_error" | "contract_violation";
    Blockchain: "ETH" | "ETH-SEPOLIA" | "BASE" | "BASE-SEPOLIA" | "POL" | "POL-AMOY" | "BSC" | "ARB" | "ARB-SEPOLIA" | "OP" | "OP-SEPOLIA" | "CELO" | "SCR" | "CRO-EVM" | "BTC" | "BTC-TESTNET" | "SOL" | "SOL-TESTNET" | "NEAR" | "NEAR-TESTNET" | "ATOM" | "ATOM-TESTNET" | "OSMO" | "JUNO" | "DOT" | "DOT-PASEO";
    CustodyType: "customer" | "organization";
    CustomerStatus: "active" | "locked";
    ChallengeTask: "initialize" | "recovery" | "update-pin" | "reset-pin" | "create-wallet" | "transfer" | "contract-execution" | "sign-message" | "sign-typed-data" | "sign-transaction" | "sign-delegate-action" | "export-private-keys" | "cancel-transaction" | "accelerate-transaction";
    RecoveryMethod: "questions" | "email";
    WalletState: "active";
    ChallengeFailureCode: "rejected" | "expired" | "cancelled" | "locked_out" | "superseded" | "signing_failed" | "broadcast_failed";
    TokenStandard: "native" | "erc20" | "erc721" | "erc1155" | "fungible" | "fungible_asset" | "non_fungible" | "nep141" | "nep171" | "cw20" | "cw721" | "psp22" | "psp34";
    TransactionOperation: "transfer" | "contract-execution";
    TransactionStatus: "pending" | "signed" | "broadcast" | "confirmed" | "failed" | "cancelled";
    TransactionController: "customer" | "organization";
    SecurityQuestionId: "first-pet" | "birth-city" | "first-school" | "mother-maiden-name" | "childhood-street" | "first-car" | "favourite-teacher" | "first-concert";
    WebhookSubscription: "*" | "transaction.created" | "transaction.signed" | "transaction.broadcast" | "transaction.confirmed" | "transaction.failed" | "transaction.accelerated" | "transaction.cancelled" | "wallet.created" | "customer.created" | "customer.pin_setup" | "customer.locked_out" | "customer.recovery_initiated" | "customer.recovery_completed" | "challenge.completed";
    WebhookDisabledReason: "requested" | "gone";
    WebhookEventType: "transaction.created" | "transaction.signed" | "transaction.broadcast" | "transaction.confirmed" | "transaction.failed" | "transaction.accelerated" | "transaction.cancelled" | "wallet.created" | "customer.created" | "customer.pin_setup" | "customer.locked_out" | "customer.recovery_initiated" | "customer.recovery_completed" | "challenge.completed" | "webhook_endpoint.pinged";
    WebhookDeliveryStatus: "pending" | "succeeded" | "failed";
    WebhookAttemptTrigger: "schedule" | "redelivery";
    WebhookAttemptError: "timeout" | "connection_failed" | "status" | "redirect";
}
