"""From what people say to what referentials name: a pure function of a text and an index."""

import os

# Before numpy is imported: its products are small here, and several threads for each cost far more than they bring.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
