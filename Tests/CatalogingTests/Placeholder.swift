// Placeholder until the target's first test is here.
