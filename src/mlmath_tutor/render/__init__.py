"""How symbols become text: mathematics, prose, figures."""
