"""What the bars say to a claim: each reading of it worked out, and whether it holds."""
