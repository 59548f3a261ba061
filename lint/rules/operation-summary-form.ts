import { operations, text } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

/** Words that keep their capitals in a summary. */
const PROPER = /^([A-Z]{2,}s?|Gateway|Sandbox)$/;

/** Summaries are imperative, in sentence case, of five words or fewer, without a full stop. */
export const operationSummaryForm: Rule = () => ({
  Root(root, context) {
    for (const operation of operations(context, root)) {
      const summary = text(operation, 'summary');
      if (summary === '') continue; // operation-summary reports it
      const location = operation.location.child(['summary']);
      const words = summary.split(/\s+/);
      if (words.length > 5) {
        context.report({ message: `Summary "${summary}" has ${words.length} words: cut it to five, and move the rest to the description.`, location });
      }
      if (/[.!?]$/.test(summary)) context.report({ message: `Summary "${summary}" ends like a sentence: drop the "${summary.at(-1)}".`, location });
      if (!/^\p{Lu}/u.test(summary)) context.report({ message: `Summary "${summary}" must begin with a capital letter.`, location });
      const shouting = words.slice(1).find((word) => /^\p{Lu}/u.test(word) && !PROPER.test(word));
      if (shouting !== undefined) {
        context.report({ message: `Summary "${summary}" is not in sentence case: write "${shouting.toLowerCase()}".`, location });
      }
    }
  },
});
