import { existsSync } from 'node:fs';

/** The guides in the order in which a person needs them. */
const groups = {
  Start: ['index', 'quickstart'],
  Build: ['onboarding', 'pin', 'wallets', 'transactions', 'signing', 'export', 'gateway', 'challenges', 'webhooks'],
  'Look up': ['errors', 'conventions', 'blockchains', 'mock', 'clients'],
  About: ['security', 'fidelity', 'changelog'],
};

function exists(slug: string): boolean {
  return ['md', 'mdx'].some((ending) => existsSync(new URL(`src/content/docs/${slug}.${ending}`, import.meta.url)));
}

export function guides() {
  return Object.entries(groups)
    .map(([label, slugs]) => ({ label, items: slugs.filter(exists).map((slug) => ({ slug })) }))
    .filter(({ items }) => items.length > 0);
}
