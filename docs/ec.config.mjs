/** How code looks. Not in astro.config.ts, where starlight-openapi would take its place. */
export default {
  themes: ['github-dark-default', 'github-light-default'],
  // The title bar of a terminal without a title says nothing.
  defaultProps: { overridesByLang: { sh: { frame: 'none' } } },
  styleOverrides: {
    borderRadius: '6px',
    borderColor: 'var(--sl-color-gray-5)',
    codeFontSize: '0.8125rem',
    frames: { shadowColor: 'transparent' },
  },
};
