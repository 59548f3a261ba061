import type { Location, Rule } from '../redocly.ts';

/** What a file is called, by its folder. */
const FORMS: [folder: RegExp, form: RegExp, advice: string][] = [
  [/\/examples\/errors\/$/, /^[a-z0-9]+(_[a-z0-9]+)*\.yaml$/, 'the error code, in lower snake: "pin_not_set.yaml"'],
  [/\/examples\/$/, /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+([_-][a-z0-9]+)*)+\.yaml$/, '"subject.case.yaml", in kebab case: "challenge.pending.yaml"'],
  [/\/paths\/$/, /^[a-z0-9]+(-[a-z0-9]+)*\.yaml$/, 'kebab case without braces: "customer-wallet-create.yaml"'],
  [/\/webhooks\/$/, /^[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*)+\.yaml$/, 'the event: "transaction.confirmed.yaml"'],
  [/\/(schemas|parameters|headers|responses|callbacks|links|security)\/$/, /^[A-Z][A-Za-z0-9]*\.yaml$/, 'the PascalCase name of the component: "TransferRequest.yaml"'],
];

/** Files are named for what they hold: the file name is the component name. */
export const fileNames: Rule = () => ({
  ref(node, context, resolved) {
    const reference = String(node['$ref']);
    if (reference.startsWith('#')) return;
    if (!/\.yaml(#|$)/.test(reference)) {
      context.report({ message: `"${reference}" is not a .yaml file: rename it.`, location: context.location });
      return;
    }
    if (reference.includes('#')) {
      context.report({ message: `"${reference}" points into a file: give the thing a file of its own.`, location: context.location });
    }
    const target: Location | undefined = resolved?.location;
    if (target === undefined) return;
    const path = target.source.absoluteRef;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const name = path.slice(folder.length);
    const form = FORMS.find(([pattern]) => pattern.test(folder));
    if (form !== undefined && !form[1].test(name)) {
      context.report({ message: `File "${name}" must be called for what it holds: ${form[2]}.`, location: context.location });
    }
  },
});
