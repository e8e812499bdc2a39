/**
 * Text of a subject that GitHub's runner would obey is told apart by a space: the runner reads every line of a step, takes
 * `::` after white space for a command, and `##[` anywhere. Else a backend could end a workflow's annotations, or hide
 * words of its log. Elsewhere the text stays as it is.
 */
export function withoutCommands(text: string, { GITHUB_ACTIONS: here }: NodeJS.ProcessEnv): string {
  return here === 'true' ? text.replace(/^(\s*:)(?=:)/gm, '$1 ').replaceAll('##[', '# #[') : text
}
