extension SearchIndex {
  /// The JSON Schema (draft 2020-12) of `index.json`, published beside it as `index.schema.json`.
  public static let jsonSchema: [UInt8] = Array(schemaText.utf8)

  private static let schemaText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Deploy Error Decoder index",
      "description": "Everything needed to decode raw error text. Readers ignore unknown keys; keys are only added within a schema number.",
      "type": "object",
      "required": ["schema", "site", "entries"],
      "properties": {
        "schema": {"const": 1, "description": "The first key of the file. Another number is another form."},
        "site": {
          "type": "object",
          "required": ["title", "url", "content"],
          "properties": {
            "title": {"type": "string"},
            "url": {"type": ["string", "null"], "description": "Absolute, ends in /; null when the site has no address."},
            "content": {"type": "string", "description": "The newest date of an entry, YYYY-MM-DD."}
          }
        },
        "entries": {"type": "array", "description": "Sorted by slug.", "items": {"$ref": "#/$defs/entry"}}
      },
      "$defs": {
        "entry": {
          "type": "object",
          "required": [
            "slug", "area", "url", "title", "code", "aliases", "condition", "role", "summary", "signatures", "steps", "faq", "examples", "types"
          ],
          "properties": {
            "slug": {"type": "string"},
            "area": {"type": "string"},
            "url": {"type": "string", "description": "Relative to the site's url."},
            "title": {"type": "string"},
            "code": {"type": ["string", "null"]},
            "aliases": {"type": "array", "items": {"type": "string"}},
            "condition": {"type": ["string", "null"]},
            "role": {"enum": ["cause", "wrapper", "exit-status"]},
            "summary": {"type": "string", "description": "May hold {name} placeholders; {{name}} stands for the text {name}."},
            "signatures": {"type": "array", "items": {"$ref": "#/$defs/signature"}},
            "steps": {"type": "array", "items": {"$ref": "#/$defs/step"}},
            "faq": {"type": "array", "items": {"$ref": "#/$defs/question"}},
            "examples": {
              "type": "object", "description": "For each capture, the value of a sample.", "additionalProperties": {"type": "string"}
            },
            "types": {
              "type": "object", "description": "For each capture, the type of its hole.",
              "additionalProperties": {
                "enum": [
                  "port", "int", "hex", "pid", "ip", "host", "path", "url", "word", "quoted", "ident", "module", "package", "image", "version",
                  "user", "code", "rest"
                ]
              }
            }
          }
        },
        "signature": {
          "type": "object",
          "description": "Holds match, or lines when several patterns must follow one another.",
          "required": ["weight"],
          "properties": {
            "match": {"type": "string"},
            "lines": {"type": "array", "items": {"type": "string"}},
            "weight": {"type": "integer"},
            "unless": {"type": "array", "items": {"type": "string"}},
            "label": {"type": "string"},
            "since": {"type": "string"}
          }
        },
        "step": {
          "type": "object",
          "required": ["title", "text", "commands"],
          "properties": {
            "title": {"type": "string"},
            "text": {"type": "string", "description": "Prose and snippets; paragraphs are separated by an empty line."},
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
            "text": {"type": "string", "description": "With {name} placeholders, each to be replaced by one quoted word of the shell."},
            "note": {"type": "string", "description": "The sentence before the command; may be empty."}
          }
        },
        "question": {
          "type": "object",
          "required": ["question", "answer", "anchor"],
          "properties": {
            "question": {"type": "string"},
            "answer": {"type": "string"},
            "anchor": {"type": "string", "description": "On the entry's page, without #."}
          }
        }
      }
    }

    """#
}
