import Cataloging

/// The files of a new site: settings, one entry that is complete, and workflows.
enum StarterSite {
  static let files = content + workflows

  private static let content = [
    file("content/site.yml", settings), file("content/areas.yml", areas), file("content/conditions.yml", conditions),
    file("content/entries/shell/command-not-found.md", entry),
    file("content/benign/deploy.log", log), file(".gitignore", ignored),
  ]

  private static let ignored = "/site\n/findings.sarif\n/report.md\n/.decoder\n/.decode-site\n"

  static func file(_ path: String, _ text: String) -> SourceFile { SourceFile(path: path, bytes: Array(text.utf8)) }

  private static let settings = """
    title: My error decoder
    # The address the site will have, ending in /. Without it, pages have no canonical address and no preview.
    # url: https://example.com/errors/
    description: What the errors of our deploys mean, and what to type.
    language: en
    # What an entry must have at least.
    minimum: { samples: 1, counterexamples: 1, faq: 1 }

    """

  private static let areas = """
    shell:
      title: Shell
      summary: Errors that a shell prints before a program runs.

    """

  private static let conditions = """
    program-missing:
      title: A program is missing
      summary: A command names a program that is not installed, or not on the path.

    """

  private static let log = """
    + command -v node
    /usr/bin/node
    + npm ci
    added 212 packages in 4s
    + npm run build
    build finished, not found in cache, stored
    + systemctl restart app
    app.service is active

    """

  private static let entry = """
    ---
    title: "command not found"
    code: "127"
    condition: program-missing
    summary: The shell looked for a program in every folder of PATH and did not find it. Install it, correct the name, or extend PATH.
    signatures:
      - match: "sh: {line:int}: {command:word}: not found"
        label: dash, the sh of Debian and Ubuntu
      - match: "bash: {command:word}: command not found"
        label: bash
    samples:
      - text: |
          sh: 1: mytool: not found
        captures: { line: "1", command: mytool }
        source: captured with dash 0.5.12 on Debian 12
      - text: |
          bash: mytool: command not found
        captures: { command: mytool }
        source: captured with bash 5.2.15 on Debian 12
    counterexamples:
      - text: "sh: 0: cannot open deploy.sh: No such file"
        why: the script is missing, not a program in it
    updated: 2026-11-22
    ---

    ## What it looks like

    The shell names the line of the script and the program. The exit status is 127.

    ## Why it happens

    ### The program is not installed here

    It works on your machine, and the server or the build image does not have it.

    ### It is installed, but not on the path

    Cron, systemd and CI start programs with a short PATH.

    ## How to fix it

    ### 1. See whether it is there

    ```sh linux macos look
    command -v {command}
    echo "$PATH"
    ```

    A path as the answer: the program is there for you, so the failing job has another PATH.

    ### 2. Install it, or write its whole path

    Find the package that has it.

    ```sh linux look
    apt-cache search {command}
    ```

    ## Stop it happening again

    Let the script say what it needs before it starts:

    ```text
    command -v mytool >/dev/null || { echo "install mytool first" >&2; exit 1; }
    ```

    ## FAQ

    ### Why does it work in my terminal and not in cron?

    Your terminal reads files that extend PATH; cron does not. Write the whole path in the job.

    """
}
