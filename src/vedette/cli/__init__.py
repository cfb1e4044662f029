"""The `vedette` command: one verb a module. Heavy imports stand inside the verbs, so that `--help` is quick."""
