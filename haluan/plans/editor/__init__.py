"""The desk at `/rencana/<slug>/tulis/`: one element at a time, in the right order of questions."""
