import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

export const collections = {
  docs: defineCollection({
    loader: docsLoader(),
    schema: docsSchema({
      // The state in which the mock begins when the samples of a page are run.
      extend: z.object({ scenario: z.enum(['empty', 'onboarded', 'funded', 'locked-out']).optional() }),
    }),
  }),
};
