/** What `npm start -- --help` prints. The guide of the mock is made from it. */
export const usage = `Starts the mock of Planbok Customer Custody: its API, and its Gateway on an origin of its own.

Usage: npm start -- [options]

  --port NUMBER             the API's port (4010; 0 picks a free one)
  --gateway-port NUMBER     the Gateway's port (4020; 0 picks a free one)
  --host NAME               the name or address to listen on (localhost)
  --data FILE               keep everything in FILE; without it, in memory
  --api-key KEY             the key that may do everything (pk_sandbox_full)
  --read-key KEY            the key that may only read (pk_sandbox_read)
  --webhook-secret SECRET   signs the return to your application, and what goes to --webhook-url (whsec_sandbox)
  --webhook-url URL         deliver every event to URL; can be repeated
  --no-faucet               leave new wallets empty
  --return-origin ORIGIN    an origin that return URLs may have; can be repeated (any that is safe)
  --cors ORIGIN             an origin whose pages may call the API from a browser, beside those of this machine; can
                            be repeated
  --brand-name TEXT         the name that the Gateway page shows
  --brand-color #RRGGBB     its colour
  --brand-logo FILE         its logo, PNG or SVG, up to 70 kB
  --rate-limit              keep to the vendor's rate limits
  --seed NUMBER             repeat a run: the same calls get the same ids, keys, times and addresses; the clock
                            begins at 2026-03-02T09:00:00.000Z and moves by POST /sandbox/clock/advance alone
  --scenario NAME           begin with a prepared state: empty, onboarded, funded or locked-out
  --fail RATE               let this part of all requests fail, from 0 to 1: cut off before or after the work, or
                            answered with 500 or 429; never /sandbox/… and /health
  --latency MS              answer late, by half to one and a half times as many milliseconds
  --json                    write every line as a JSON object, for machines
  --help                    show this
`;
