"""Problems that people feel."""
