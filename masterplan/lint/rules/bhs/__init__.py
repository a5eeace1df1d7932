"""Language: words that say something, about this region, to people who have not sat in the meeting."""
