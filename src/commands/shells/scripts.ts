/** Completion as a script of each shell, made of the outline; no shell asks the program while somebody types. */
import type { CommandOutline, OptionOutline } from './outline.ts';

type Script = (commands: readonly CommandOutline[]) => string;

const longOf = ({ names }: OptionOutline): string => names.at(-1) ?? '';

/** Words of the tables are letters, digits and dashes, so that they need no quotes. */
const bash: Script = (commands) => `# bash completion for parindex: eval "$(parindex completion bash)"
_parindex() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command='' at
  for ((at = 1; at < COMP_CWORD; at++)); do
    if [[ "\${COMP_WORDS[at]}" != -* && "\${COMP_WORDS[at-1]}" != --lang ]]; then
      command="\${COMP_WORDS[at]}"
      break
    fi
  done
  COMPREPLY=()
  case "$command $before" in
${commands.flatMap((command) => command.options.flatMap((option) => bashValues(command, option))).join('\n')}
  esac
  case "$command" in
    '') COMPREPLY=($(compgen -W '${[...commands.map(({ name }) => name), 'help'].join(' ')}' -- "$word")) ;;
    help) COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')}' -- "$word")) ;;
${commands
  .map(({ name, options }) => {
    const names = [...options.flatMap((option) => option.names), '--help'].join(' ');
    return `    ${name}) [[ "$word" == -* ]] && COMPREPLY=($(compgen -W '${names}' -- "$word")) ;;`;
  })
  .join('\n')}
  esac
}
complete -o default -o bashdefault -F _parindex parindex
`;

function bashValues({ name }: CommandOutline, { names, values }: OptionOutline): readonly string[] {
  if (values === undefined) return [];
  const cases = names.map((option) => `'${name} ${option}'`).join('|');
  const reply = values.length === 0 ? '' : `COMPREPLY=($(compgen -W '${values.join(' ')}' -- "$word")); `;
  return [`    ${cases}) ${reply}return ;;`];
}

/** In single quotes; what zsh would read in a description is taken from it. */
const zshText = (text: string): string => text.replaceAll("'", "'\\''").replace(/[[\]:]/g, ' ');

const zsh: Script = (commands) => `#compdef parindex
# zsh completion for parindex: parindex completion zsh > ~/.zfunc/_parindex
_parindex() {
  local -a commands=(
${commands.map(({ name, summary }) => `    '${name}:${zshText(summary)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
${commands
  .map(({ name, options }) => `    ${name}) _arguments -S ${options.flatMap(zshOption).join(' ')} '*:file:_files' ;;`)
  .join('\n')}
    *) _files ;;
  esac
}
(( $+functions[compdef] )) && compdef _parindex parindex
`;

function zshOption({ names, description, values }: OptionOutline): readonly string[] {
  const value = values === undefined ? '' : values.length === 0 ? ':value:_files' : `:value:(${values.join(' ')})`;
  return names.map((name) => `'${name}[${zshText(description)}]${value}'`);
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const fish: Script = (commands) =>
  [
    '# fish completion for parindex: parindex completion fish | source',
    ...commands.map(
      ({ name, summary }) => `complete -c parindex -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ),
    ...commands.flatMap(({ name, options }) =>
      options.map((option) => {
        const short = option.names.length > 1 ? ` -s ${(option.names[0] ?? '').slice(1)}` : '';
        const value =
          option.values === undefined ? '' : option.values.length === 0 ? ' -r' : ` -x -a '${option.values.join(' ')}'`;
        const seen = `'__fish_seen_subcommand_from ${name}'`;
        return `complete -c parindex -n ${seen}${short} -l ${longOf(option).slice(2)}${value} -d ${quoted(option.description)}`;
      }),
    ),
    '',
  ].join('\n');

const powershell: Script = (
  commands,
) => `# PowerShell completion: parindex completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName parindex, parindex.cmd -ScriptBlock {
  param($word, $ast, $position)
  $options = @{
${commands.map(({ name, options }) => `    '${name}' = ${powerList(options.flatMap(({ names }) => names))}`).join('\n')}
  }
  $values = @{
${commands
  .flatMap(({ name, options }) =>
    options.flatMap(({ names, values = [] }) =>
      values.length === 0 ? [] : names.map((option) => `    '${name} ${option}' = ${powerList(values)}`),
    ),
  )
  .join('\n')}
  }
  $words = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $command = if ($words.Count -gt 1) { $words[1] } else { '' }
  $found = if ($command -eq '') { $options.Keys | Sort-Object }
  elseif ($values.ContainsKey("$command $($words[-1])")) { $values["$command $($words[-1])"] }
  else { $options[$command] }
  $found | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;

function powerList(words: readonly string[]): string {
  return `@(${words.map((word) => `'${word}'`).join(', ')})`;
}

export const shells = { bash, zsh, fish, powershell } as const satisfies Record<string, Script>;

export type ShellName = keyof typeof shells;
