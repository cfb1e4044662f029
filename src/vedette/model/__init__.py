"""The nouns: Report, Claim, Place, Happening, Settlement, Contradiction, Judgement."""
