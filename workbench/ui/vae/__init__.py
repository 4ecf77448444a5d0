"""The VAE: its form, what is held bloc by bloc, the examples of practice, its dates."""
