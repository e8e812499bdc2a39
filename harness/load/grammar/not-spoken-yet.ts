/** Words of the language that this version does not speak: key → what to say of it. */
export const notSpokenYet: Readonly<Record<string, string>> = {
  typecheck: 'this version does not speak `typecheck` yet; types cannot be judged',
  reports: 'this version does not speak `reports` yet; it belongs to `typecheck`',
}
