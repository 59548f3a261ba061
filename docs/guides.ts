/** The guides in the order in which a person needs them. A name without a page fails the build. */
const groups = {
  Start: ['index', 'quickstart'],
  Build: ['onboarding', 'pin', 'wallets', 'transactions', 'signing', 'export', 'gateway', 'challenges', 'webhooks'],
  'Look up': ['errors', 'conventions', 'blockchains', 'mock', 'clients'],
  About: ['security', 'fidelity', 'changelog'],
};

export function guides() {
  return Object.entries(groups).map(([label, slugs]) => ({ label, items: slugs.map((slug) => ({ slug })) }));
}
