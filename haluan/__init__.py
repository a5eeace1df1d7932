"""The web system of Haluan: one package for each stage of the programme."""
