extension Answer {
  /// The JSON Schema (draft 2020-12) of the answer, as `decode --format json`, each line of `decode --ndjson` and the page give it.
  public static let jsonSchema: [UInt8] = Array(schemaText.utf8)

  private static let schemaText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Deploy Error Decoder answer",
      "description": "What raw error text means. Readers ignore unknown keys; keys are only added within a schema number.",
      "type": "object",
      "required": ["schema", "matched", "diagnoses", "nearest"],
      "properties": {
        "schema": {"const": 1, "description": "Another number is another form."},
        "matched": {"type": "boolean", "description": "Whether there is a diagnosis."},
        "diagnoses": {
          "type": "array", "description": "The first is the answer, later ones are other things found.", "items": {"$ref": "#/$defs/diagnosis"}
        },
        "nearest": {
          "type": "array", "description": "Guesses, best first; empty when something matched.", "items": {"$ref": "#/$defs/guess"}
        },
        "error": {"type": "string", "description": "With --ndjson: why the line could not be read. The answer is then empty."}
      },
      "$defs": {
        "diagnosis": {
          "type": "object",
          "required": [
            "entry", "title", "url", "role", "line", "column", "occurrences", "text", "signature", "captures", "summary", "steps", "examples"
          ],
          "properties": {
            "entry": {"type": "string", "description": "The entry's name."},
            "title": {"type": "string"},
            "url": {"type": ["string", "null"], "description": "Null when the site has no address."},
            "role": {"enum": ["cause", "wrapper", "exit-status"]},
            "line": {"type": ["integer", "null"], "description": "From 1, in the text as pasted. Null when the entry was asked for by name."},
            "column": {"type": ["integer", "null"], "description": "From 1, in Unicode scalars."},
            "occurrences": {"type": "integer", "description": "How many places match the same signature with the same values."},
            "text": {"type": ["string", "null"], "description": "The line as pasted."},
            "signature": {"type": ["string", "null"], "description": "Several patterns are separated by new lines."},
            "captures": {
              "type": "object", "description": "The values found, as printed, before quoting.", "additionalProperties": {"type": "string"}
            },
            "summary": {"type": "string"},
            "steps": {"type": "array", "items": {"$ref": "#/$defs/step"}},
            "examples": {
              "type": "object", "description": "Values in the commands that are examples, as the text names none.",
              "additionalProperties": {"type": "string"}
            },
            "wraps": {
              "type": ["string", "null"],
              "description": "Of a wrapper or an exit status only: the first cause in the text, null when it holds none."
            }
          }
        },
        "step": {
          "type": "object",
          "required": ["title", "text", "commands"],
          "properties": {
            "title": {"type": "string"},
            "text": {"type": "string", "description": "Prose; paragraphs are separated by an empty line."},
            "commands": {"type": "array", "items": {"$ref": "#/$defs/command"}}
          }
        },
        "command": {
          "type": "object",
          "required": ["systems", "risk", "shell", "text", "note"],
          "properties": {
            "systems": {"type": "array", "description": "Empty: any.", "items": {"enum": ["linux", "macos", "windows"]}},
            "risk": {"enum": ["look", "change", "destroy"]},
            "shell": {"enum": ["sh", "bash", "powershell", "cmd"]},
            "text": {"type": "string", "description": "Ready to type: values are filled in and quoted."},
            "note": {"type": "string", "description": "The sentence before the command; may be empty."}
          }
        },
        "guess": {
          "type": "object",
          "required": ["entry", "title", "url", "score", "shared"],
          "properties": {
            "entry": {"type": "string"},
            "title": {"type": "string"},
            "url": {"type": ["string", "null"]},
            "score": {"type": "integer", "description": "1 to 1000."},
            "shared": {"type": "array", "description": "The words in common.", "items": {"type": "string"}}
          }
        }
      }
    }

    """#
}
