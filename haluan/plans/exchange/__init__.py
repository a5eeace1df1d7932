"""A plan out to Excel and back, and other people's spreadsheets and Word files into a plan: shown, then applied."""
