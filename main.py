"""Start Établi: the window, or the command given."""

from workbench.bootstrap import main

if __name__ == "__main__":
    raise SystemExit(main())
