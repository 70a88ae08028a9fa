#!/usr/bin/env python3
"""Checks the files that GitHub, GitLab and editors read: workflows, the action, forms, owners and problem matchers; and the workflows of a new site.

Usage: python3 Tests/Schemas/workflows.py [DECODE-SITE]

DECODE-SITE is the program to run, .build/debug/decode-site by default. Needs the packages check-jsonschema, which carries the schemas, and PyYAML.

Exit status: 0 nothing is wrong, 1 something is, 2 the program does not run.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DECODE_SITE = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/debug/decode-site")


def schema_complaints(kind, path):
    result = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{kind}", path], capture_output=True, text=True, timeout=120)
    if result.returncode:
        yield f"{path}: {result.stdout}{result.stderr}"


def steps_of(value):
    jobs = value.get("jobs", {"": value.get("runs", {})})
    return [step for job in jobs.values() for step in job.get("steps", [])]


def workflow_complaints(path):
    """What no schema says: pinned actions, few permissions, no expression inside a script."""
    import yaml
    text = path.read_text(encoding="utf-8")
    value = yaml.load(text, Loader=yaml.BaseLoader)
    if "jobs" in value:
        if value.get("permissions") != {"contents": "read"}:
            yield f"{path}: the token's permissions are not contents: read"
        if "pull_request" in value["on"] and any("permissions" in job for job in value["jobs"].values()):
            yield f"{path}: a job of a pull request has permissions of its own"
        if "pull_request_target" in text:
            yield f"{path}: pull_request_target runs with the rights of the repository"
        for name, job in value["jobs"].items():
            if "timeout-minutes" not in job:
                yield f"{path}: {name} may run for hours"
    for step in steps_of(value):
        if "${{" in step.get("run", ""):
            yield f"{path}: an expression becomes part of a script: pass it through env"
        if step.get("uses", "").startswith("actions/checkout@") and step.get("with", {}).get("persist-credentials") != "false":
            yield f"{path}: a checkout leaves the token behind"
    for used in re.findall(r"uses: (\S+.*)", text):
        if not used.startswith("./") and not re.fullmatch(r"[\w/.-]+@[0-9a-f]{40} # v[0-9.]+", used):
            yield f"{path}: {used} is not pinned to a commit with its version beside it"


def owner_complaints():
    import yaml
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    owned = {line.split()[0] for line in lines if line and not line.startswith("#")}
    for area in yaml.safe_load((ROOT / "content/areas.yml").read_text(encoding="utf-8")):
        if f"/content/entries/{area}/" not in owned:
            yield f".github/CODEOWNERS: nobody owns the area {area}"


def emacs_matcher():
    """The regular expression of the Emacs file, as Python writes it; its groups are file, line, column, warning."""
    text = (ROOT / ".github/editors/emacs/decode-site.el").read_text(encoding="utf-8")
    lisp = re.search(r"'\(decode-site \"((?:[^\"\\]|\\.)*)\" 1 2 3 \(4\)\)", text).group(1)
    expression = lisp.replace("\\\\", "\\")
    return expression.replace(r"\(", "(").replace(r"\)", ")").replace(r"\|", "|")


def vim_complaints(printed, heads):
    """Vim's quickfix list holds every finding at its place, each with its help."""
    if not shutil.which("vim"):
        print("workflows: NOT RUN: vim")
        return
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "findings").write_text(printed, encoding="utf-8")
        pathlib.Path(folder, "script.vim").write_text(
            f"set encoding=utf-8\nset runtimepath+={ROOT}/.github/editors/vim\ncompiler decode-site\ncgetfile findings\n"
            "call writefile(map(filter(getqflist(), 'v:val.valid'), 'bufname(v:val.bufnr).\":\".v:val.lnum.\":\".v:val.col.\":\".v:val.type'), 'list')\n"
            "call writefile([len(filter(getqflist(), 'v:val.text =~ \"\\n\"'))], 'helped')\nqa!\n", encoding="utf-8")
        subprocess.run(["vim", "-Nu", "NONE", "-i", "NONE", "-es", "-S", "script.vim"], cwd=folder, timeout=60, check=False)
        found = pathlib.Path(folder, "list").read_text(encoding="utf-8").splitlines()
        expected = [re.sub(r"^(.+?:\d+:\d+): (.).*", lambda m: f"{m[1]}:{m[2].upper()}", head) for head in heads]
        if found != expected:
            yield f".github/editors/vim: {len(expected)} findings, {len(found)} in the list, which differ"
        if pathlib.Path(folder, "helped").read_text().strip() != str(len(heads)):
            yield ".github/editors/vim: a finding lacks its help"


def matchers():
    yield ".github/editors/emacs/decode-site.el", {"regexp": emacs_matcher(), "line": 2, "column": 3}
    yield ".github/problem-matcher.json", json.loads((ROOT / ".github/problem-matcher.json").read_text())["problemMatcher"][0]["pattern"][0]
    yield ".vscode/tasks.json", json.loads((ROOT / ".vscode/tasks.json").read_text())["tasks"][0]["problemMatcher"]["pattern"]


def matcher_complaints():
    """Every finding of the rules' broken content is matched, with its place, and nothing else is."""
    printed = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "Tests/LintingTests/Fixtures").glob("*/expected.txt")))
    heads = [line for line in printed.splitlines() if not line.startswith("  ") and re.search(r": (error|warning): ", line)]
    for name, pattern in matchers():
        matches = [match for match in map(re.compile(pattern["regexp"]).match, printed.splitlines()) if match]
        if len(matches) != len(heads):
            yield f"{name}: {len(heads)} findings, {len(matches)} matches"
        for match in matches:
            severity = match[pattern["severity"]] if "severity" in pattern else match[4] or "error"
            if not match[0].startswith(f"{match[1]}:{match[pattern['line']]}:{match[pattern['column']]}: {severity}: "):
                yield f"{name}: {match[0]}"
    yield from vim_complaints(printed, heads)


def main():
    try:
        import check_jsonschema  # noqa: F401
        import yaml  # noqa: F401
    except ImportError as error:
        print(f"workflows: NOT RUN: the Python package {error.name} is missing")
        return 0
    complaints = [*owner_complaints(), *matcher_complaints()]
    count = 0
    with tempfile.TemporaryDirectory() as temporary:
        site = pathlib.Path(temporary) / "mine"
        try:
            subprocess.run([DECODE_SITE, "init", site], check=True, stdout=subprocess.DEVNULL, timeout=60)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"workflows: {DECODE_SITE}: {error}; build it first: swift build --product decode-site")
            return 2
        files = [
            *(("github-workflows", path) for root in (ROOT, site) for path in sorted((root / ".github/workflows").glob("*.yml"))),
            ("github-actions", ROOT / "action.yml"), ("github-actions", site / ".github/actions/decode-site/action.yml"),
            ("dependabot", ROOT / ".github/dependabot.yml"), ("github-issue-config", ROOT / ".github/ISSUE_TEMPLATE/config.yml"),
            ("github-issue-forms", ROOT / ".github/ISSUE_TEMPLATE/missing-error.yml"),
        ]
        for kind, path in files:
            count += 1
            complaints += schema_complaints(kind, path)
            if kind in ("github-workflows", "github-actions"):
                complaints += workflow_complaints(path)
        text = (ROOT / ".github/docs/pipelines.md").read_text(encoding="utf-8")
        for number, block in enumerate(re.findall(r"```yaml\n(.*?)```", text, re.S)):
            kind = "gitlab-ci" if block.startswith("# .gitlab-ci.yml") else "github-workflows"
            path = pathlib.Path(temporary) / f"docs-pipelines-{number}.yml"
            path.write_text(block)
            count += 1
            complaints += schema_complaints(kind, path)
    for complaint in complaints:
        print(f"workflows: {complaint}")
    print(f"workflows: {count} files checked, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
