"""What the public sees: home, a region, a plan, its books."""
