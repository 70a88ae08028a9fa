import Cataloging

extension StarterSite {
  /// The workflows of this site's own repository, for a repository that holds content alone: they call `decode-site`, not `make`.
  static let workflows = [
    file(".github/actions/decode-site/action.yml", program), file(".github/workflows/pull-request.yml", pullRequest),
    file(".github/workflows/main.yml", main), file(".github/workflows/schedule.yml", schedule), file(".github/issue.sh", issueScript),
  ]

  private static let program = #"""
    # Puts decode-site on the path of a workflow: built from its source, and kept for the next run.
    name: decode-site
    description: Puts the program decode-site on the path.
    runs:
      using: composite
      steps:
        # Name the repository of the Deploy Error Decoder here, and a commit or a tag of it that you have looked at.
        - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
          with:
            repository: OWNER/deploy-error-decoder
            ref: main
            path: .decoder
            persist-credentials: false
        - id: source
          shell: sh
          run: echo "commit=$(git -C .decoder rev-parse HEAD)" >> "$GITHUB_OUTPUT"
        - id: program
          uses: actions/cache@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0
          with:
            path: .decode-site
            key: decode-site-${{ runner.os }}-${{ steps.source.outputs.commit }}
        - if: ${{ steps.program.outputs.cache-hit != 'true' }}
          shell: sh
          run: make -C .decoder decode-site && mkdir -p .decode-site && cp .decoder/.build/release/decode-site .decode-site/
        # The library that it reads Markdown with.
        - shell: sh
          run: make -C .decoder libcmark && echo "$PWD/.decode-site" >> "$GITHUB_PATH"

    """#

  private static let pullRequest = #"""
    # Tells the author of a change everything at once: what is wrong, at its lines and in the summary; what it does to the accuracy; and the site as it
    # would be. Its token may read and nothing else, from a fork or not.
    name: pull request
    on:
      pull_request:
    permissions:
      contents: read
    concurrency:
      group: pull-request-${{ github.ref }}
      cancel-in-progress: true
    jobs:
      content:
        runs-on: ubuntu-24.04
        timeout-minutes: 45
        steps:
          # What is checked out is the merge of the change into main: its first parent, HEAD^1, is main.
          - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
            with:
              fetch-depth: 2
              persist-credentials: false
          - uses: ./.github/actions/decode-site
          - name: Check the content
            id: check
            run: decode-site check --format github --changed-since HEAD^1
          # Whatever the check has found, the rest is of use to the author. Content that cannot be read is not counted.
          - name: Count the accuracy
            if: ${{ !cancelled() && steps.check.outcome != 'skipped' }}
            continue-on-error: true
            run: |
              mkdir "$RUNNER_TEMP/main"
              git archive HEAD^1 content | tar -x -C "$RUNNER_TEMP/main"
              decode-site accuracy --content "$RUNNER_TEMP/main/content" --format json > "$RUNNER_TEMP/main.json"
              decode-site accuracy --compare "$RUNNER_TEMP/main.json" --format markdown >> "$GITHUB_STEP_SUMMARY"
          - name: Write the findings as SARIF
            if: ${{ !cancelled() && steps.check.outcome != 'skipped' }}
            run: decode-site check --format sarif > findings.sarif || test $? = 1
          - name: Build the site
            if: ${{ !cancelled() && steps.check.outcome == 'success' }}
            run: decode-site build
          - uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
            if: ${{ !cancelled() && steps.check.outcome != 'skipped' }}
            with:
              name: findings
              path: findings.sarif
          - uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
            if: ${{ !cancelled() && steps.check.outcome == 'success' }}
            with:
              name: site
              path: site

    """#

  private static let main = #"""
    # What is on main is published on GitHub Pages. In the repository's settings, the source of Pages is "GitHub Actions".
    name: main
    on:
      push:
        branches: [main]
      workflow_dispatch:
    permissions:
      contents: read
    concurrency:
      group: main
      cancel-in-progress: false
    jobs:
      site:
        runs-on: ubuntu-24.04
        timeout-minutes: 45
        permissions:
          contents: read
          pages: read
          security-events: write
        steps:
          - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
            with:
              persist-credentials: false
          - uses: ./.github/actions/decode-site
          - name: Check the content
            run: decode-site check --format github
          - name: Write the findings as SARIF
            run: decode-site check --format sarif > findings.sarif || test $? = 1
          # Code scanning of private repositories is to be bought.
          - uses: github/codeql-action/upload-sarif@5595ccaf912efad79be6eef63a5619ff05969be3 # v4.37.6
            if: ${{ !github.event.repository.private }}
            with:
              sarif_file: findings.sarif
              category: content
          - id: pages
            uses: actions/configure-pages@45bfe0192ca1faeb007ade9deae92b16b8254a0d # v6.0.0
          # A site with an address of its own says it in content/site.yml and needs no --base-url.
          - name: Build the site
            run: decode-site build --base-url "$BASE_URL"
            env:
              BASE_URL: ${{ steps.pages.outputs.base_url }}
          - uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0
            with:
              path: site
      publish:
        needs: site
        runs-on: ubuntu-24.04
        timeout-minutes: 10
        permissions:
          pages: write
          id-token: write
        environment:
          name: github-pages
          url: ${{ steps.deployment.outputs.page_url }}
        steps:
          - id: deployment
            uses: actions/deploy-pages@368f82528645a54fb793d4d04e342629a3f51346 # v5.0.1

    """#

  private static let schedule = #"""
    # What changes without anybody's doing: pages that entries link to, and the words that programs print. All that needs a look stands in one issue, which
    # is written anew each week and closed when nothing is left.
    name: schedule
    on:
      schedule:
        - cron: "17 4 * * 1"
      workflow_dispatch:
    permissions:
      contents: read
    concurrency:
      group: schedule
    jobs:
      report:
        runs-on: ubuntu-24.04
        timeout-minutes: 120
        steps:
          - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
            with:
              persist-credentials: false
          - uses: ./.github/actions/decode-site
          - name: Ask for all links, and provoke the errors
            run: |
              decode-site check --links external --rule external-link-gone --rule external-link-moved --rule stale-entry --format markdown \
                > report.md || test $? = 1
              decode-site reproduce --format markdown >> report.md || test $? = 1
          - name: Show the report
            run: cat report.md >> "$GITHUB_STEP_SUMMARY"
          - uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
            with:
              name: report
              path: report.md
      # Apart, so that no script of the content runs beside a token that may write.
      issue:
        needs: report
        runs-on: ubuntu-24.04
        timeout-minutes: 10
        permissions:
          contents: read
          issues: write
        steps:
          - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
            with:
              persist-credentials: false
          - uses: actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1
            with:
              name: report
          - name: Write the issue
            run: sh .github/issue.sh report.md
            env:
              GH_TOKEN: ${{ github.token }}

    """#

  private static let issueScript = #"""
    #!/bin/sh
    # Keeps one issue with all that a report says: opens it, writes it anew, and closes it when the report is empty.
    # Its argument is the file of the report. It needs gh, GH_TOKEN, and what GitHub sets in a workflow (GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_SERVER_URL).
    set -eu
    report=$1
    label=scheduled-check
    title="Scheduled check: what needs a look"
    export GH_REPO="$GITHUB_REPOSITORY"

    # Issues of this label are ours; the oldest open one is kept.
    number=$(gh issue list --label "$label" --state open --limit 100 --json number --jq 'map(.number) | min // empty')
    run="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"

    if [ ! -s "$report" ]; then
      if [ -n "$number" ]; then gh issue close "$number" --comment "Nothing needs a look any more: $run"; fi
      echo "nothing needs a look"
      exit 0
    fi

    body=$(mktemp)
    trap 'rm -f "$body"' EXIT
    # An issue's text has 65,536 characters at most, of up to four bytes; whole lines are kept, and a fence that the cut leaves open is closed.
    {
      printf 'Written by [a scheduled run](%s), anew each time; it is closed when nothing is left.\n\n' "$run"
      awk '{ size += length($0) + 1
             if (size > 60000) { cut = 1; exit }
             if (match($0, /^```+/)) { mark = substr($0, 1, RLENGTH); if (fence == "") fence = mark; else if (mark == fence) fence = "" }
             print }
           END { if (fence != "") print fence; if (cut) print "\nThe rest is in the run'\''s summary." }' "$report"
    } > "$body"

    if [ -n "$number" ]; then
      gh issue edit "$number" --title "$title" --body-file "$body"
    else
      gh label create "$label" --description "What a scheduled run has found" --color 5319e7 --force
      gh issue create --title "$title" --label "$label" --body-file "$body"
    fi

    """#
}
