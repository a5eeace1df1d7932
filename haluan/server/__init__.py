"""Running Haluan on one machine: the embedded database and the processes around it. Imports no Django."""
