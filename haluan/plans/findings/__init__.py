"""What the linter says about a plan: beside the text, as a list, at the gates; and the page of every rule."""
