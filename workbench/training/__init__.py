"""Training: from what we wrote to the arrays in `ressources/modeles`; repeatable, numpy only, run by hand."""
