/** HTML that is safe to show. */
export interface Html {
  html: string;
}

/** HTML in which every value is escaped, save what this function made itself. */
export function html(parts: TemplateStringsArray, ...values: (string | Html | Html[])[]): Html {
  const show = (value: string | Html | Html[]): string => {
    if (Array.isArray(value)) return value.map(show).join('');
    if (typeof value !== 'string') return value.html;
    return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  };
  return { html: parts.map((part, position) => part + show(values[position] ?? '')).join('') };
}

export interface Shown {
  notice?: string | undefined;
  customer?: { name: string; hasPin: boolean } | undefined;
  wallets: { blockchain: string; address: string }[];
  events: { event: string; timestamp: string }[];
}

/** The only page: what is known of the customer, and the next step as a button. */
export function page({ notice, customer, wallets, events }: Shown): string {
  return html`<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Example wallet</title>
  <link rel="icon" href="data:,">
  <h1>${customer?.name ?? 'Example wallet'}</h1>
  ${notice === undefined ? '' : html`<p role="status">${notice}</p>`}
  ${nextStep(customer, wallets.length > 0)}
  <h2>Wallets</h2>
  <ul>${wallets.map(({ blockchain, address }) => html`<li>${blockchain}: ${address}</li>`)}</ul>
  <h2>Webhooks</h2>
  <ol>${events.map(({ event, timestamp }) => html`<li>${event} <time>${timestamp}</time></li>`)}</ol>
</html>`.html;
}

function nextStep(customer: Shown['customer'], hasWallet: boolean): Html {
  if (customer === undefined) return button('/sign-up', 'Sign up');
  if (!customer.hasPin) return button('/initialize', 'Set up my PIN');
  return hasWallet ? button('/sign', 'Sign in to Example') : button('/wallets', 'Create my wallets');
}

function button(action: string, label: string): Html {
  return html`<form method="post" action="${action}"><button>${label}</button></form>`;
}
