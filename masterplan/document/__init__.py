"""The plan document `haluan-plan/1`: its types, reading and writing, change sets."""
