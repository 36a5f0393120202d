"""Our wire contract, version 1: what a source may send us. docs/contract.md has examples."""
