"""The release maker's side of updates; docs/updates.md tells how it is used."""
