/** What stands below the options of a command; 80 columns, wrapped by hand. */
export const examples: Readonly<
  Record<'run' | 'report' | 'diff' | 'explain' | 'repro' | 'fixture' | 'emulate', string>
> = {
  run: `
Examples:
  the SDK of the project you are in
    base44-conformance run
  a build, in CI, with a report that the CI server reads
    base44-conformance run --sdk ./ --report junit=conformance.xml
  in a GitHub workflow: annotations, and the summary of the step
    base44-conformance run --sdk ./ --report github
  two versions next to each other, everything that they break
    base44-conformance run --sdk 0.8.40 --sdk 0.8.50 --no-known
  every version since one, and each with the axios of another day
    base44-conformance run --sdk '>=0.8.40' --with axios@1.6.2
  one topic, more thoroughly, with the values of an earlier run
    base44-conformance run --contract 'functions/invoke-*' --runs 1000 --seed 7
  one counterexample again, with the token that its report gives
    base44-conformance run --replay functions/invoke-x@-1234:17:0.9f2c
  for machines
    base44-conformance run --report json > conformance.json`,
  report: `
Examples:
  the last run, for an issue
    base44-conformance report --as markdown --out issue.md
  a log that CI kept
    base44-conformance report conformance.ndjson`,
  diff: `
It ends with 1 where something broke or is silently no longer judged, with 0
where nothing did, and with 2 for a log that cannot be compared.

Examples:
  what an upgrade changes, everything counted that is known
    base44-conformance run --sdk 0.8.40 --no-known --report ndjson=before.ndjson
    base44-conformance run --sdk 0.8.50 --no-known --report ndjson=after.ndjson
    base44-conformance diff before.ndjson after.ndjson
  the last run in this folder, against a log that CI kept
    base44-conformance diff released.ndjson
  for a pull request
    base44-conformance diff before.ndjson after.ndjson --as markdown --out diff.md`,
  explain: `
Examples:
  base44-conformance explain functions/invoke-sends-parameters-as-json
  base44-conformance explain name-with-hash`,
  repro: `
Examples:
  a violation of the last run
    base44-conformance repro functions/invoke-works-without-data > repro.mjs
  a recorded deviation, with another version
    base44-conformance repro name-with-hash --sdk 0.8.40 --out repro.mjs`,
  fixture: `
Never into a production app: whoever has the key of a run acts through it as
the service role.

Example:
  base44-conformance fixture ./conformance-fixture`,
  emulate: `
Secrets are read from .env and .env.local of the project too.

Examples:
  base44-conformance emulate ./my-app
  with records that stay, and a secret of this terminal's environment
    base44-conformance emulate ./my-app --data my-app.db --secret STRIPE_API_KEY`,
}

export const exitCodes = `
Exit codes, the first that applies:
  130  interrupted
    2  wrong usage or configuration, or nothing selected
    4  a mistake of base44-conformance itself
    5  an SDK that could not be found or fetched
    1  a promise is broken, or could not be put to the test
    3  a recorded deviation is out of date
    0  every promise is kept, or broken as recorded`
