"""The demo council: an invented year, made through the services, the same bytes on every run."""

from council.demo.build import build_demo, build_demo_folder

__all__ = ["build_demo", "build_demo_folder"]
