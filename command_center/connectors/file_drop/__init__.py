"""Files that a source lays down in a folder: CSV, JSON, XML or XLSX. docs/mapping.md."""
